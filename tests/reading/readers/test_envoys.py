"""Envoys: the sentence, and what a careful reader takes from it."""

import pytest

from tests.reading.conftest import Lines

CASES = [
    (
        "KUNA, Kuwait",
        "Foreign Minister Salem Al-Rashid received on Monday a copy of the credentials of the newly appointed "
        "Ambassador of Hungary to Kuwait, Istvan Varga.",
        ["appointment HUN:Istvan Varga > KWT 2024-03-11 happened"],
    ),
    (
        "PNA, Philippines",
        "President Maria Cruz accepted the credentials of three non-resident ambassadors on Wednesday: Peter Blom of "
        "Denmark, Amina Diallo of Senegal and Luis Ortega of Peru.",
        [
            "appointment DNK:Peter Blom > PHL 2024-03-13 happened",
            "appointment PER:Luis Ortega > PHL 2024-03-13 happened",
            "appointment SEN:Amina Diallo > PHL 2024-03-13 happened",
        ],
    ),
    (
        "Foreign Ministry, Latvia",
        "On 12 March, the newly-appointed Ambassador of Latvia to Georgia, Janis Ozols, presented his credentials to "
        "the President of Georgia, Nino Beridze.",
        ["appointment LVA:Janis Ozols > GEO 2024-03-12 happened"],
    ),
    (
        "White House, United States",
        "President Carter announced his intent to nominate Susan Miller to be Ambassador Extraordinary and "
        "Plenipotentiary to the Republic of Chile.",
        ["appointment USA:Susan Miller > CHL 2024-03-15 proposed"],
    ),
    (
        "Foreign Office, United Kingdom",
        "Mr John Hughes has been appointed His Majesty's Ambassador to the Republic of Peru.",
        ["appointment GBR:John Hughes > PER 2024-03-15 happened"],
    ),
    (
        "BSS, Bangladesh",
        "The newly appointed High Commissioner of Singapore to Bangladesh, Derek Tan, presented his credentials to "
        "President Abdul Karim today.",
        ["appointment SGP:Derek Tan > BGD 2024-03-15 happened"],
    ),
    (
        "",
        "Norway's ambassador to Chile, Kari Moen, ended her four-year term on Friday.",
        ["appointment NOR:Kari Moen > CHL 2024-03-15 happened"],
    ),
    (
        "Xinhua, China",
        "Chinese President Xi Jinping has appointed Wang Qing as ambassador to Chad, replacing Li Chao, and Zhu Jing "
        "as ambassador to Tunisia.",
        [
            "appointment CHN:Wang Qing > TCD 2024-03-15 happened",
            "appointment CHN:Zhu Jing > TUN 2024-03-15 happened",
        ],
    ),
    (
        "Prime Minister of Australia",
        "The appointment of Ms Jane Smithers as Ambassador to Denmark, Norway and Iceland was announced on Friday.",
        ["appointment AUS:Jane Smithers > DNK + NOR + ISL 2024-03-15 happened"],
    ),
    (
        "",
        "Kuwait's Ambassador to Italy, Nasser Al-Qahtani, who is leaving Rome after six years, dined on Friday.",
        ["appointment KWT:Nasser Al-Qahtani > ITA 2024-03-15 ongoing"],
    ),
    (
        "",
        "Belgium's new ambassador to Rwanda, Bert Maes, took up his post on Monday.",
        ["appointment BEL:Bert Maes > RWA 2024-03-11 happened"],
    ),
    ("", "The Ambassador of Chile to Latvia, Ana Roca, attended the opening of an exhibition in Riga.", []),
    ("", "The director of the institute was appointed head of the board.", []),
    (
        "Foreign Ministry, Kenya",
        "The President received the credentials of the ambassadors of Peru, Norway and Chile on Monday.",
        [
            "appointment CHL > KEN 2024-03-11 happened",
            "appointment NOR > KEN 2024-03-11 happened",
            "appointment PER > KEN 2024-03-11 happened",
        ],
    ),
    (
        "Foreign Ministry, Kenya",
        "The envoys who presented letters of credence at State House are from Peru and Norway.",
        ["appointment NOR > KEN happened", "appointment PER > KEN happened"],
    ),
    (
        "Foreign Ministry, Kenya",
        "The President accepted the credentials of the Peruvian and Norwegian ambassadors before he left for Ghana.",
        ["appointment NOR > KEN happened", "appointment PER > KEN happened"],
    ),
    ("Foreign Ministry, Kenya", "The President received the ambassadors of Peru and Norway on Monday.", []),
    (
        "",
        "Nepal has accredited Ram Thapa as its first resident ambassador to Ireland.",
        ["appointment NPL:Ram Thapa > IRL 2024-03-15 happened"],
    ),
    (
        "",
        "Chilean diplomat Ana Roca was posted to Kenya as ambassador in February.",
        ["appointment CHL:Ana Roca > KEN 2024-02 happened"],
    ),
    (
        "Foreign Ministry, Chile",
        "Ana Roca becomes Ambassador to Peru. Luis Vera becomes Ambassador to Kenya.",
        ["appointment CHL:Ana Roca > PER happened", "appointment CHL:Luis Vera > KEN happened"],
    ),
    (
        "",
        "Ambassador Roca presented his credentials to President Amos Kibet of Kenya on Monday.",
        ["appointment :Roca > KEN 2024-03-11 happened"],
    ),
]


@pytest.mark.parametrize(("outlet", "text", "expected"), CASES)
def test_reads(read: Lines, outlet: str, text: str, expected: list[str]) -> None:
    assert sorted(read(text, "appointment", outlet=outlet, published="2024-03-15")) == expected


def test_a_list_goes_on_behind_the_credentials(read: Lines) -> None:
    text = (
        "Letters of credence were presented on Monday by the ambassador of Peru, Luis Ortega.\n\n"
        "On Friday it had been the turn of Peter Blom (Denmark) and Amina Diallo (Senegal)."
    )
    got = read(text, "appointment", outlet="Foreign Ministry, Kenya", published="2024-03-15")
    assert {line.split()[1].split(":")[0] for line in got} == {"PER", "DNK", "SEN"}


def test_a_month_within_a_name_is_no_time(read: Lines) -> None:
    text = "Chilean minister Ana Soto met Park Min-jun, Korea's Minister of Trade, in Seoul today."
    assert read(text, "meeting") == ["meeting CHL:Ana Soto + KOR:Park Min-jun 2025-05-06 KOR:Seoul happened"]
