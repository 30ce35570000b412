"""How long a visit lasts that is told by its first day: the sentences, and the days of the visit."""

import pytest

from tests.reading.conftest import Lines

ARRIVED = "President Aino Ek of Finland arrived in Chile on May 4 for a "


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (ARRIVED + "three-day visit.", "2025-05-04/2025-05-06"),
        (ARRIVED + "state visit. The two-day trip is her first.", "2025-05-04/2025-05-05"),
        (ARRIVED + "state visit. Her visit from May 4 to May 8 is her first.", "2025-05-04/2025-05-08"),
        (ARRIVED + "state visit.", "2025-05-04"),
        (ARRIVED + "state visit. Peruvian Minister Luis Roca will pay a two-day visit in June.", "2025-05-04"),
        ("President Aino Ek of Finland concluded a three-day visit to Chile on May 4.", "2025-05-04"),
    ],
)
def test_days_of_a_visit(read: Lines, text: str, days: str) -> None:
    assert read(text, "visit")[0].startswith(f"visit FIN:Aino Ek > CHL {days} CHL")
