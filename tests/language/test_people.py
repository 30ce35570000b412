"""Who is who: names, titles, states and pronouns, each in a sentence or two of our own."""

from datetime import date

import pytest

from dostyk.model import Report
from dostyk.reading.context import Context


def people(text: str, outlet: str = "") -> dict[str, str]:
    """Key of each person of a text → how their state is known."""
    context = Context(Report(text=text, published=date(2025, 5, 6), outlet=outlet))
    return {p.party.key: p.state_basis for p in context.people.persons}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kazakh President Daulet Sarsen spoke.", {"KAZ:Daulet Sarsen"}),
        ("Statement by Chilean President Luis B. Vera, Jr. Celebrating the National Day", {"CHL:Luis B. Vera, Jr."}),
        ("The President of Sri Lanka, Ruwan Perera, spoke.", {"LKA:Ruwan Perera"}),
        ("Chairman of the Senate of the Parliament of Kazakhstan Daulet Sarsen spoke.", {"KAZ:Daulet Sarsen"}),
        ("Ruwan Perera, the Foreign Minister of Sri Lanka, met Chilean President Ana Roca.",
         {"LKA:Ruwan Perera", "CHL:Ana Roca"}),
        ("President Luis Vera of Chile met his Rwandan counterpart Jean Mugabo.", {"CHL:Luis Vera", "RWA:Jean Mugabo"}),
        ("President Luis Vera of Chile spoke. Vera left. President Vera came back.", {"CHL:Luis Vera"}),
        ("Crown Prince Sheikh Hamad bin Isa Al-Noor of Kuwait spoke.", {"KWT:Hamad bin Isa Al-Noor"}),
        ("UN Secretary-General Marta Lund spoke in Chile.", {"IGO:Marta Lund"}),
        ("Foreign Ministers Luis Vera of Chile and Santiago Roca of Peru met.", {"CHL:Luis Vera", "PER:Santiago Roca"}),
        ("The prime ministers of Nepal and Kenya, Ram Thapa and Amos Kibet, spoke.",
         {"NPL:Ram Thapa", "KEN:Amos Kibet"}),
        ("Tehran's envoy to Paris, Reza Karimi, spoke.", {"IRN:Reza Karimi"}),
        ("Kibet, the Kenyan president, spoke.", {"KEN:Kibet"}),
        ("Chile denied it. Its deputy foreign minister, Ana Roca, spoke to Peru.", {"CHL:Ana Roca"}),
        ("Kenya's Minister for East African Community Affairs, Rt. Hon. Amos Kibet, spoke.", {"KEN:Amos Kibet"}),
        ("Prime Minister Mary Clark of New Zealand left. Clark thanked Chile.", {"NZL:Mary Clark"}),
        ("Minister of State (MoS) for Trade of Nepal Ram Thapa spoke.", {"NPL:Ram Thapa"}),
        ("Prime Minister Rui Montenegro of Portugal came to Chile.", {"PRT:Rui Montenegro"}),
        ("Foreign Minister Michael Jordan of Fiji came to New Caledonia.", {"FJI:Michael Jordan"}),
        ("Kenya's Minister for Climate Change, Amos Kibet, spoke.", {"KEN:Amos Kibet"}),
        ("Deputy Minister (DM) of Health of Chile Ana Roca spoke.", {"CHL:Ana Roca"}),
        ("The Custodian of the Two Holy Mosques King Salman of Saudi Arabia spoke.", {"SAU:Salman"}),
        ("Kenya's Chancellor of the Exchequer, Amos Kibet, spoke.", {"KEN:Amos Kibet"}),
        ("Prime Minister HE Mr Luis Vera of Chile spoke of Norway's Jan Mayen Islands.", {"CHL:Luis Vera"}),
        ("The Prime Minister of Fiji, Ratu Sir Joni Tora, spoke.", {"FJI:Joni Tora"}),
        ("Prime Minister P. J. Hale of Fiji spoke. Mr P.J. Hale left.", {"FJI:P. J. Hale"}),
        ("Presidents Ana Roca (Peru) and Luis Vera (Chile) spoke.", {"PER:Ana Roca", "CHL:Luis Vera"}),
        ("Mr Prince Otieno, Minister of Lands of Kenya, spoke.", {"KEN:Prince Otieno"}),
        ("His Excellency, Advocate Duma Kibet, President of Kenya, spoke.", {"KEN:Duma Kibet"}),
        ("The Charge d'Affaires a.i. of Chile in Nairobi, Ana Roca, spoke.", {"CHL:Ana Roca"}),
        ("Chargé d’Affaires of the Chilean Embassy Ana Roca spoke to Kenya.", {"CHL:Ana Roca"}),
        ("The Ambassador of the United Arab Emirates (UAE) Khalid Saeed spoke.", {"ARE:Khalid Saeed"}),
        ("A delegation of the African Union, led by Commissioner Amina Diallo, is in Kenya.", {"IGO:Amina Diallo"}),
        ("Talks began in Kenya. Trade Minister Ana Roca led the Chilean side.", {"CHL:Ana Roca"}),
    ],
)  # fmt: skip
def test_persons_and_their_states(text: str, expected: set[str]) -> None:
    assert set(people(text)) == expected


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        (
            "Chile sent Ana Roca, Foreign Minister, Luis Vera, Defence Minister, and Rosa Pinto, Trade Minister.",
            ["Foreign Minister", "Defence Minister", "Trade Minister"],
        ),
        (
            "Chile sent Minister of Defence, Justice and Security, Mr Luis Vera, and Minister of Trade, Ms Rosa Pinto.",
            ["Minister of Defence, Justice and Security", "Minister of Trade"],
        ),
    ],
)
def test_offices_in_a_list_are_each_of_one_person(text: str, offices: list[str]) -> None:
    context = Context(Report(text=text, published=date(2025, 5, 6)))
    assert [[doc[t.start : t.end].text for t, doc in p.titles] for p in context.people.persons] == [
        [o] for o in offices
    ]


def test_namesakes_of_different_states_stay_apart() -> None:
    text = "President Luis Vera of Chile met Foreign Minister Ana Vera of Peru. President Vera thanked Minister Vera."
    assert set(people(text)) == {"CHL:Luis Vera", "PER:Ana Vera"}


def test_a_state_has_one_president() -> None:
    """In a release of Finland's own, a second President is not Finland's."""
    text = "President of Finland Aino Ek spoke in Chile. President Luis Vera thanked her."
    assert set(people(text)) == {"FIN:Aino Ek", "CHL:Luis Vera"}
    assert people(text)["CHL:Luis Vera"] == "default"


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("President Aino Ek of Finland met President Luis Vera of Chile. She thanked Chile.", "She", ["FIN:Aino Ek"]),
        ("President Aino Ek of Finland met President Luis Vera of Chile. They spoke of trade.", "They",
         ["FIN:Aino Ek", "CHL:Luis Vera"]),
        ("President Aino Ek of Finland met President Luis Vera of Chile. The two leaders spoke.", "leaders",
         ["FIN:Aino Ek", "CHL:Luis Vera"]),
        ("President Aino Ek of Finland met President Luis Vera of Chile. Both sides agreed.", "sides", ["FIN", "CHL"]),
        ("President Aino Ek of Finland met President Luis Vera of Chile. The Chilean side agreed.", "side", ["CHL"]),
        ("“We thank you all for your help,” said President Aino Ek of Finland in Chile.", "We", ["FIN"]),
    ],
)  # fmt: skip
def test_reference(text: str, word: str, expected: list[str]) -> None:
    context = Context(Report(text=text, published=date(2025, 5, 6)))
    token = next(t for doc in context.document.docs for t in doc if t.text == word)
    assert sorted(m.key for m in context.resolve(token)) == sorted(expected)
