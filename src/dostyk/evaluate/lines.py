"""A claim as one line of `--claims`: what the scorer takes, in bytes that are the same on every run."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from dostyk.errors import UsageError
from dostyk.files import write_whole
from dostyk.model import Claim, Party, Passage, Report
from dostyk.reference import load_reference

LONGEST_EVIDENCE = 400  # code points of all ranges together; more would be no evidence but the report

Range = tuple[int, int]


def claim_line(claim: Claim, report: Report) -> dict[str, Any]:
    """Plain values of a claim: parties as keys, the date as ISO text, evidence as half-open ranges of the text.

    The ranges together are at most `LONGEST_EVIDENCE` code points. `report` is the report's name. The scorer knows
    present states only: one that ended is given as the state that continued it, and under `former` as it is filed.
    """
    parties = [mention.key for mention in (*claim.who, *claim.whom)]
    former = {key: shown for key in parties if (shown := _present(key)) != key}
    return {
        "report": report.name,
        "kind": claim.kind,
        "who": [former.get(mention.key, mention.key) for mention in claim.who],
        "whom": [former.get(mention.key, mention.key) for mention in claim.whom],
        "date": claim.date.iso if claim.date else "",
        "place": claim.place,
        "what": claim.what,
        "status": claim.status,
        "evidence": [list(part) for part in evidence_ranges(claim)],
        "value": claim.detail.value,
        "confidence": round(claim.confidence, 4),
        **({"former": sorted(former)} if former else {}),
    }


def _present(key: str) -> str:
    """The key of a party of a former state under the state that continued it: `SUHH:X` → `RUS:X`."""
    state, _, name = key.partition(":")
    return Party(load_reference().present(state), name).key


def claim_lines(claims: Iterable[Claim], report: Report) -> list[dict[str, Any]]:
    """Lines of one report's claims, sorted by place in the text and then by everything else."""
    return sorted((claim_line(claim, report) for claim in claims), key=_order)


def _order(line: Mapping[str, Any]) -> tuple[Any, ...]:
    return (line["report"], line["evidence"], line["kind"], json.dumps(line, sort_keys=True, ensure_ascii=False))


def evidence_ranges(claim: Claim) -> list[Range]:
    """The sentence that says it; of one that is too long, the stretch around the trigger and what is said."""
    sentences = _merged(_text_ranges(claim.evidence.get("sentence", ())))
    triggers = _text_ranges(claim.evidence["trigger"])
    core = _merged([*triggers, *_text_ranges(claim.evidence.get("what", ()))])
    whole = _merged([*sentences, *triggers])
    if sentences and _length(whole) <= LONGEST_EVIDENCE:
        return whole
    if sentences and triggers:
        return [_stretch(triggers[0], core, sentences)]
    return _within_budget([*core, *_text_ranges(p for name in sorted(claim.evidence) for p in claim.evidence[name])])


def _text_ranges(passages: Iterable[Passage]) -> list[Range]:
    return [(p.start, p.end) for p in passages if p.field == "text"]


def _length(ranges: Iterable[Range]) -> int:
    return sum(end - start for start, end in ranges)


def _merged(ranges: Iterable[Range]) -> list[Range]:
    found: list[Range] = []
    for start, end in sorted(ranges):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _stretch(trigger: Range, core: list[Range], sentences: list[Range]) -> Range:
    """As much as is allowed of the sentence around the trigger: first towards what is said, then on, then back."""
    start, end = trigger
    for low, high in core:
        if max(end, high) - min(start, low) <= LONGEST_EVIDENCE:
            start, end = min(start, low), max(end, high)
    home = next(((low, high) for low, high in sentences if low <= start < high), (start, end))
    end = max(end, min(home[1], start + LONGEST_EVIDENCE))
    end = min(end, start + LONGEST_EVIDENCE)
    return max(home[0], end - LONGEST_EVIDENCE) if home[0] < start else start, end


def _within_budget(ranges: Iterable[Range]) -> list[Range]:
    """The first of the ranges that fit together."""
    kept: list[Range] = []
    for part in ranges:
        joined = _merged([*kept, part])
        if _length(joined) <= LONGEST_EVIDENCE:
            kept = joined
    return kept


def write_lines(path: Path, lines: Iterable[Mapping[str, Any]]) -> None:
    """Write JSON Lines, UTF-8, sorted; the file appears whole or not at all."""
    rows = sorted(lines, key=_order)
    write_whole(path, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Lines of an earlier run. Raises UsageError that names the line which is no claim."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read ({error}); give a file that --claims wrote") from error
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise UsageError(f"{path}:{number}: is no JSON; give a file that --claims wrote") from error
        if not isinstance(row, dict) or "report" not in row or "kind" not in row:
            raise UsageError(f"{path}:{number}: is no claim; give a file that --claims wrote")
        yield row
