"""Choose the reports for judging: `python training/judging/choose.py --exclude FOLDER`.

Thirty reports, drawn with a fixed seed from strata of titles, so that kinds and years are spread. Writes
`reports.json` beside this file. `--exclude` names a folder of report texts that must not be chosen again:
the development gold.
"""

import argparse
import hashlib
import json
import re
from collections import Counter
from pathlib import Path

from corpus import AUSTRALIA, WHITE_HOUSE, CorpusReport, read_corpus

SEED = "dostyk judging 1"
HERE = Path(__file__).parent

# (name, pattern of the title, pattern the title must not have, reports to draw)
Stratum = tuple[str, str, str, int]
STRATA: dict[str, list[Stratum]] = {
    WHITE_HOUSE: [
        ("call", r"\bcall\b", r"congress|business|governor", 4),
        ("meeting", r"(meeting|meets) with|bilateral", r"call|congress|business|governor|travel", 2),
        ("travel", r"\b(travel|trip)\b.* (to|in)\b", r"first lady|gentleman|domestic", 3),
        ("visit", r"\bvisit of\b|state visit|visit by", r"first lady", 2),
        ("joint", r"joint (statement|declaration|communiqu)|\bleaders\W+ statement", r"congress|agency", 2),
        ("delegation", r"presidential delegation", r"olympic|paralympic", 1),
        ("nominee", r"nomin\w+.*ambassador|ambassador.*nomin", r"at.large", 1),
        ("aid", r"(humanitarian|security|vaccine|food).*(assistance|donat|aid)|doses", r"call|congress", 1),
        ("sanction", r"sanction|accountab.* (russia|belarus|burma|iran)|coup|repress", r"congress", 1),
        ("loss", r"(passing|death|assassination) of|earthquake|terrorist attack", r"call|congress", 1),
    ],
    AUSTRALIA: [
        ("visit-in", r"visit (by|of|from)|visit to australia|to visit australia", r"governor.general", 2),
        ("visit-out", r"visit to|to visit|visits", r"australia|by the president|by the prime", 2),
        ("joint", r"joint (statement|communiqu)", r"premier|state", 2),
        ("envoy", r"ambassador|high commissioner|consul\b|consulate", r"people of|paralympic", 1),
        ("loss", r"death of|condolence|assassination|tsunami|earthquake", r"\bsenator|hon\.? |memorial", 1),
        ("relations", r"recogni\w+ of|diplomatic relations|\bties\b|independence|relations with", r"work", 1),
        ("agreement", r"treaty|agreement|memorandum|\bpact\b", r"state|wage|work|inter.?governmental", 1),
        ("aid", r"\baid\b|assistance|relief", r"drought|bush|industr|legal|state|flood|wool", 1),
        ("protest", r"sanction|protest|nuclear test|expel|expul|boycott|south africa", r"wage", 1),
    ],
}

STATES = r"""Afghan|Argentin|Armenia|Austria|Azerbaijan|Bahrain|Bangladesh|Belarus|Belg|Brazil|Brit[ai]
|Bulgaria|Burm|Cambodia|Canad|Chile|China|Chinese|Colombia|Cuba|Czech|Denmark|Dutch|Ecuador|Egypt|Eritrea|Estonia|Ethiopia
|Fiji|Finland|France|French|German|Ghana|Greece|Greek|Guatemala|Hait|Hungar|India\b|Indonesia|Iran|Iraq|Ireland
|Israel|Ital|Japan|Jordan|Kazakh|Kenya|Korea|Kosov|Kuwait|Latvia|Lebanon|Lithuania|Malaysia|Malta|Mexic|Mongol
|Nauru|Nepal|Netherlands|New\sZealand|Nicaragua|Niger|Norw|Pakistan|Papua|Peru|Philippine|Poland|Polish|Portug
|Qatar|Romania|Russia|Samoa|Saudi|Singapore|Solomon|Somali|South\sAfrica|Spain|Spanish|Sri\sLanka|Sudan|Swed|Swi[st]
|Syria|Thai|Timor|Tonga|Tunisia|Turk|Uganda|Ukrain|United\sKingdom|Uruguay|Uzbek|Vanuatu|Venezuela|Viet|Yemen|Zambia"""
STATE = re.compile(STATES.replace("\n", ""))
# Words that only stand in reports of what states do with one another.
BETWEEN = re.compile(
    r"\b(visit|met\b|meet|spoke|call|talks|delegation|joint|agree|sign|ambassador|sanction|condol|sympath|"
    r"assist|recogni|invit|treaty|nominat|relations|protest)",
    re.I,
)


def is_diplomatic(report: CorpusReport) -> bool:
    """90 to 900 words that name foreign states several times and tell of dealings between states."""
    words = len(report.text.split())
    named = len(STATE.findall(f"{report.title} {report.text}"))
    return 90 <= words <= 900 and named >= 4 and len(BETWEEN.findall(report.text)) >= 2


def lot(report: CorpusReport) -> str:
    """The report's place in the drawing: the same in every run."""
    return hashlib.sha256(f"{SEED}|{report.file}|{report.key}".encode()).hexdigest()


def period(report: CorpusReport) -> str:
    """What years are spread over: quarters for two years of reports, decades for sixty."""
    year, month = report.published[:4], int(report.published[5:7])
    return f"{year}q{(month + 2) // 3}" if report.file == WHITE_HOUSE else year[:3]


def draw(pool: list[CorpusReport], strata: list[Stratum]) -> list[CorpusReport]:
    """Reports stratum by stratum, each time the lowest lot of the period that has the fewest so far."""
    chosen: list[CorpusReport] = []
    periods: Counter[str] = Counter()
    for _name, wanted, unwanted, count in strata:
        for _ in range(count):
            fits = [
                r
                for r in pool
                if re.search(wanted, r.title, re.I)
                and not re.search(unwanted, r.title, re.I)
                and all(r.key != c.key and r.title != c.title for c in chosen)
            ]
            best = min(fits, key=lambda r: (periods[period(r)], lot(r)))
            chosen.append(best)
            periods[period(best)] += 1
    return chosen


def excluded(folder: Path) -> set[str]:
    """Sources, and titles with their day, of the texts in `folder`."""
    found: set[str] = set()
    for path in folder.glob("*.txt"):
        head = dict(
            line[2:].split(": ", 1)
            for line in path.read_text(encoding="utf-8").split("\n\n")[0].splitlines()
            if ": " in line
        )
        found |= {head.get("source", ""), f"{head.get('published')} {head.get('title', '').casefold()}"}
    return found


def name_of(report: CorpusReport) -> str:
    """A readable file name: outlet, day, and the title's last four words of weight."""
    words = re.findall(r"[a-z0-9]+", report.title.casefold())
    light = {"the", "of", "to", "and", "by", "on", "in", "a", "for", "with", "s", "from", "statement"}
    light |= {"prime", "minister", "hon", "press", "pm", "no", "mp"}
    tail = [w for w in words if w not in light][-4:]
    prefix = "wh" if report.file == WHITE_HOUSE else "au"
    return "-".join([prefix, report.published, *tail])


def stands_in(report: CorpusReport, taken: set[str]) -> bool:
    """Whether the report is one of those that `excluded` gave."""
    return report.source in taken or f"{report.published} {report.title.casefold()}" in taken


def row(report: CorpusReport) -> dict[str, str]:
    """What finds the report again and proves its text."""
    return {
        "name": name_of(report),
        "file": report.file,
        "key": report.key,
        "title": report.title,
        "published": report.published,
        "sha256": hashlib.sha256(report.text.encode()).hexdigest(),
    }


def keep(rows: list[dict[str, str]], folder: Path) -> None:
    """Write the reports drawn to `reports.json` of the folder."""
    out = json.dumps({"seed": SEED, "reports": rows}, ensure_ascii=False, indent=1)
    (folder / "reports.json").write_text(out + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--exclude", type=Path, required=True, help="folder of texts not to choose")
    taken = excluded(parser.parse_args().exclude)
    rows: list[dict[str, str]] = []
    for file, strata in STRATA.items():
        pool = [r for r in read_corpus(file) if not stands_in(r, taken) and is_diplomatic(r)]
        for report in draw(pool, strata):
            rows.append({**row(report), "half": "AB"[len(rows) % 2]})
    keep(rows, HERE)
    print(f"{len(rows)} reports chosen")


if __name__ == "__main__":
    main()
