"""The versions of a field that reports give, in one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dostyk.clean import one_line

if TYPE_CHECKING:
    from dostyk.model import Entry


def version_lines(entry: Entry) -> list[str]:
    """For each field of which claims say more than one thing, all that they say, the preferred first, with the claims'
    numbers in the entry; and whether they contradict each other, or all of it can hold."""
    from dostyk.linking import disagreements

    number = {name: place for place, name in enumerate(entry.claims, 1)}
    against = disagreements(entry.versions)
    lines = []
    for name, versions in entry.versions.items():
        if len(versions) > 1:
            said = "; ".join(
                f"{version.value or 'nothing'} {''.join(f'[{number[claim]}]' for claim in version.claims)}"
                for version in versions
            )
            how = "reports contradict each other" if name in against else "told in several ways"
            lines.append(f"{name:10} {how}: {one_line(said)}")
    return lines
