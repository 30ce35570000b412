"""Visits: the sentences, and who travels where in them."""

import pytest

from tests.reading.conftest import Lines

CASES = [
    (
        "Czech Foreign Minister Jan Novotny visited Oslo on Monday, and Austrian Minister August Huber did in May.",
        ["CZE:Jan Novotny > NOR 2025-05-05 NOR:Oslo happened"],
    ),
    (
        "Foreign Minister Kari Lunde of Norway on Monday informed the King of the results of her visit to Chile. "
        "On Saturday she had handed over a letter to President Diego Rojas in Santiago.",
        ["NOR:Kari Lunde > CHL 2025-05-03 CHL happened"],
    ),
    (
        "Foreign Minister Rosa Pinto of Chile will proceed to Suva and return to Chile via Port Moresby and Nauru.",
        ["CHL:Rosa Pinto > FJI FJI:Suva scheduled", "CHL:Rosa Pinto > NRU scheduled", "CHL:Rosa Pinto > PNG scheduled"],
    ),
    (
        "President Aino Ek of Finland arrived in Algeria on Monday. Namibia is also on her itinerary.",
        ["FIN:Aino Ek > DZA 2025-05-05 DZA happened", "FIN:Aino Ek > NAM NAM scheduled"],
    ),
    (
        "President Aino Ek of Finland is in Algeria. The tour will take her to Kenya and Ghana next week.",
        [
            "FIN:Aino Ek > DZA 2025-05-06 DZA ongoing",
            "FIN:Aino Ek > GHA 2025-05-12/2025-05-18 GHA scheduled",
            "FIN:Aino Ek > KEN 2025-05-12/2025-05-18 KEN scheduled",
        ],
    ),
    (
        "President Aino Ek of Finland will make her first official visit Kenya on 12 May.",
        ["FIN:Aino Ek > KEN 2025-05-12 scheduled"],
    ),
    (
        "Accompanied by Trade Minister Ida Salo, Finnish President Aino Ek will visit Ghana on 12 May 2025.",
        ["FIN:Aino Ek + FIN:Ida Salo > GHA 2025-05-12 GHA scheduled"],
    ),
    (
        "Finnish President Aino Ek arrived in Ghana on Monday. Her delegation includes Trade Minister Ida Salo.",
        ["FIN:Aino Ek + FIN:Ida Salo > GHA 2025-05-05 GHA happened"],
    ),
    (
        "President Aino Ek of Finland, whose state visit to Ghana will not take place, spoke of unrest.",
        ["FIN:Aino Ek > GHA GHA cancelled"],
    ),
    (
        "Finnish President Aino Ek, who was to visit Ghana on Thursday, cancelled her trip.",
        ["FIN:Aino Ek > GHA 2025-05-08 GHA cancelled"],
    ),
    (
        "King Harald of Norway begins a state visit to Paraguay on Sunday.",
        ["NOR:Harald > PRY 2025-05-11 PRY scheduled"],
    ),
    (
        "Malta's foreign minister, Ian Borg, flew into Tunis on Monday.",
        ["MLT:Ian Borg > TUN 2025-05-05 happened"],
    ),
    (
        "Visiting Omani Foreign Minister Badr Albusaidi was received by Syrian President Rami Hadad on Monday.",
        ["OMN:Badr Albusaidi > SYR 2025-05-05 ongoing"],
    ),
    (
        "Next week President Aino Ek of Finland will be the guest of Chilean President Luis Vera in Santiago.",
        ["FIN:Aino Ek > CHL 2025-05-12/2025-05-18 CHL:Santiago scheduled"],
    ),
    (
        "President Aino Ek of Finland will travel to Chile on Thursday. Foreign Minister Ville Aho will accompany her.",
        ["FIN:Aino Ek > CHL 2025-05-08 CHL scheduled", "FIN:Ville Aho > CHL 2025-05-08 scheduled"],
    ),
    (
        "Flight 312 landed in Asmara on Monday with former President Aino Ek of Finland on board.",
        ["FIN:Aino Ek > ERI 2025-05-05 ERI:Asmara happened"],
    ),
    (
        "The Finnish premier wrapped up a visit to Vietnam on Monday, during which she toured a mill in Bac Ninh.",
        ["FIN > VNM 2025-05-05 VNM happened"],
    ),
    ("The Finnish premier made a transit stop in Panama on Monday.", ["FIN > PAN 2025-05-05 PAN happened"]),
    (
        "The Finnish premier was received at Nairobi airport on Monday by Kenya's vice president.",
        ["FIN > KEN 2025-05-05 KEN:Nairobi happened"],
    ),
    ("The Finnish premier and her husband will travel to Kenya on Thursday.", ["FIN > KEN 2025-05-08 KEN scheduled"]),
    (
        "The Danish crown prince, along with his wife, landed in Lima on Monday.",
        ["DNK > PER 2025-05-05 PER:Lima happened"],
    ),
    (
        "The Finnish premier arrived in Kenya on Monday. After visiting Kenya she goes on to Uganda on Thursday.",
        ["FIN > KEN 2025-05-05 KEN happened", "FIN > UGA 2025-05-08 UGA scheduled"],
    ),
    ("The Finnish premier will be in Kenya from Monday to Friday.", ["FIN > KEN 2025-05-12/2025-05-16 KEN scheduled"]),
    ("The Finnish king undertook a visit to Kenya last autumn.", ["FIN > KEN 2024-09-01/2024-11-30 KEN happened"]),
    ("The paper was signed at Chile's Permanent Mission to the United Nations.", []),
    ("Finland is delighted to welcome Chile into the partnership.", []),
    ("President Aino Ek of Finland left Santiago on Monday.", ["FIN:Aino Ek > CHL 2025-05-05 CHL:Santiago happened"]),
    ("The Finnish officials departed from Quito on Monday.", ["FIN > ECU 2025-05-05 ECU:Quito happened"]),
    (
        "President Aino Ek of Finland returned home from Chile on Monday.",
        ["FIN:Aino Ek > CHL 2025-05-05 CHL happened"],
    ),
    ("Finnish Speaker Aino Ek reached Quito on Monday.", ["FIN:Aino Ek > ECU 2025-05-05 ECU:Quito happened"]),
    ("Chile left the union. Some 40 Finnish diplomats left Quito. Finland and Chile reached an agreement.", []),
    (
        "Finnish Foreign Minister Aino Ek is busy in Chile, where she arrived on Monday.",
        ["FIN:Aino Ek > CHL 2025-05-05 CHL happened"],
    ),
    ("Finnish President Aino Ek and Chilean President Luis Vera agreed to stay in close touch.", []),
    (
        "Finnish President Aino Ek is in Chile. It is her first visit to Chile since taking office in 2021.",
        ["FIN:Aino Ek > CHL 2025-05-06 CHL ongoing"],
    ),
    ("Finnish President Aino Ek departs today for Chile.", ["FIN:Aino Ek > CHL 2025-05-06 CHL scheduled"]),
    (
        "Finnish President Aino Ek landed in Fiji on Monday, where she spoke of trade on her short visit to the island "
        "nation.",
        ["FIN:Aino Ek > FJI 2025-05-05 FJI happened"],
    ),
    ("Over 100,000 Finns visit Chile each year.", []),
    (
        "Ministers spoke of the visit that President Aino Ek of Finland will make to Chile.",
        ["FIN:Aino Ek > CHL CHL scheduled"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0][:50] for c in CASES])
def test_visits(read: Lines, text: str, expected: list[str]) -> None:
    assert sorted(read(text, "visit")) == [f"visit {line}" for line in expected]
