"""What is wrong with data is a value, not an exception."""

from dataclasses import dataclass

from dostyk.model.passage import Passage


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something a person should look at: `report` is an id or path, `code` a stable word such as `no-published-day`."""

    report: str
    code: str
    message: str
    passage: Passage | None = None
