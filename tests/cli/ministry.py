"""A ministry's register of 900 rows with columns of its own, made up."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

LEADS = ("Ministry of Trade", "Ministry of Transport", "Ministry of Education", "Ministry of Agriculture")
COUNTRIES = ("Kazakhstan", "Laos", "India", "Canada", "Republic of Korea", "Japan", "Mongolia", "Uzbekistan", "Chile")
_DEEDS = ("Sign the protocol on", "Open a training centre for", "Send experts on", "Hold the joint committee on",
          "Establish a working group on", "Launch a joint fund for")  # fmt: skip
_THINGS = ("plant quarantine", "rail freight", "vocational schools", "fisheries", "solar power", "customs data",
           "textbooks", "rice seed", "air cargo", "museum loans")  # fmt: skip
_STATES = ("In progress", "Completed", "Not started", "Partly completed")
HEADINGS = ("STT", "Country", "Content of the undertaking", "Responsible agency", "Contact", "Date agreed", "Deadline",
            "Status", "Result so far", "Obstacles")  # fmt: skip


def write(path: Path, rows: int = 900) -> None:
    """Two rows of title, the headings in the third, then the rows; a few that cannot fit."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Sheet one"
    sheet.append(["Undertakings of the high-level visits"])
    sheet.append([])
    sheet.append(list(HEADINGS))
    for number in range(1, rows + 1):
        sheet.append(list(row(number)))
    book.save(path)


def row(number: int) -> tuple[str, ...]:
    """One row; the numbers 100, 200, 300 and 400 each have a fault of their own."""
    lead = LEADS[number % 4]
    what = f"{_DEEDS[number % 6]} {_THINGS[number % 10]}, lot {number}"
    country = "Atlantis" if number == 100 else COUNTRIES[number % 9]
    due = "when conditions allow" if number == 200 else f"{2026 + number % 3}-12-31"
    state = "amber" if number == 300 else _STATES[number % 4]
    if number == 400:
        what = "ditto"
    done = "draft exchanged" if number % 5 == 0 else ""
    obstacle = "budget not approved" if number % 50 == 0 else ""
    made = f"2025-{number % 12 + 1:02d}-10"
    return f"R{number:04d}", country, what, lead, f"Officer {number % 7}", made, due, state, done, obstacle
