"""A made-up ledger of a few reports, built by hand: sentences of our own, no reader involved."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from dostyk.model import Anchor, Claim, Detail, Entry, Interval, Mention, Party, Passage, Report, Version


@dataclass
class MadeUp:
    """Reports, claims and entries under construction; every entry has one claim per sentence given."""

    reports: dict[str, Report] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)

    def report(self, sentences: list[str], day: str, outlet: str, title: str, url: str = "") -> Report:
        """A report whose text is these sentences."""
        report = Report(" ".join(sentences), title, date.fromisoformat(day) if day else None, outlet, url)
        self.reports[report.id] = report
        return report

    def entry(
        self, kind: str, who: str, whom: str = "", day: str = "", place: str = "", what: str = "",
        status: str = "happened", said: tuple[tuple[Report, str], ...] = (), detail: Detail | None = None,
        part_of: str = "", flags: tuple[str, ...] = (), versions: dict[str, list[str]] | None = None,
    ) -> Entry:  # fmt: skip
        """An entry told by these sentences; `versions` gives field values in the order of `said`."""
        claims = [self._claim(kind, who, whom, day, place, what, status, report, quote) for report, quote in said]
        anchors = tuple(sorted(Anchor.of(c, self.reports[c.report].published) for c in claims))
        entry = Entry(
            id=anchors[0].entry_id, kind=kind, anchors=anchors, claims=tuple(c.id for c in claims), who=parties(who),
            whom=parties(whom), date=Interval.parse(day) if day else None, date_basis="explicit" if day else "",
            place=place, what=what, status=status, flags=flags, detail=detail or Detail(), part_of=part_of,
            versions={name: _versions(values, claims) for name, values in (versions or {}).items()},
            history=tuple((anchor.published, status, c.id) for anchor, c in zip(anchors, claims, strict=True)),
        )  # fmt: skip
        self.entries.append(entry)
        return entry

    def _claim(self, kind: str, who: str, whom: str, day: str, place: str, what: str, status: str,
               report: Report, quote: str) -> Claim:  # fmt: skip
        start = report.text.index(quote)
        passage = Passage.of(report, start, start + len(quote))
        number = sum(claim.report == report.id for claim in self.claims.values())  # tells claims of one sentence apart
        claim = Claim(
            report=report.id, reader=f"by-hand-{number}", kind=kind,
            who=tuple(Mention(party, passage) for party in parties(who)),
            whom=tuple(Mention(party, passage) for party in parties(whom)),
            date=Interval.parse(day) if day else None, place=place, what=what, status=status,
            evidence={"trigger": (passage_word(report, start, number),), "sentence": (passage,)},
        )  # fmt: skip
        self.claims[claim.id] = claim
        return claim


def passage_word(report: Report, start: int, number: int) -> Passage:
    """One character of the sentence, another for each claim, so that anchors differ."""
    place = start + number % 20
    return Passage.of(report, place, place + 1)


def parties(keys: str) -> tuple[Party, ...]:
    """`VNM:To Lam; KAZ` as parties."""
    return tuple(Party.parse(key.strip()) for key in keys.split(";") if key.strip())


def _versions(values: list[str], claims: list[Claim]) -> tuple[Version, ...]:
    return tuple(Version(value, (claim.id,)) for value, claim in zip(values, claims, strict=True))


def state_visit() -> MadeUp:
    """A state visit as two outlets tell it, with what led to it and what followed."""
    m = MadeUp()
    s = [
        "Dana Omarova, who chairs Kazakhstan's Senate, received To Lam in Astana on the evening of 5 May.",
        "Both parliaments will send each other more delegations and watch over the agreements already signed.",
        "The Senate will back what the leaders agree, she said.",
        "She congratulated Viet Nam on fifty years since reunification.",
        "To Lam thanked Kazakhstan for its help in hard years.",
        "He passed on an invitation from Tran Thanh Man, who chairs the National Assembly, "
        "to come to Viet Nam at a convenient time.",
        "The Senate's chair asked Tran Thanh Man to visit Kazakhstan in turn.",
        "The two states opened diplomatic relations on 29 June 1992; Ho Chi Minh had come to Kazakhstan in 1959.",
    ]  # fmt: skip
    senate = m.report(s, "2025-05-06", "Steppe Weekly", "Senate and National Assembly to meet more often",
                      "https://example.org/steppe/senate-and-assembly")  # fmt: skip
    t = [
        "General Secretary To Lam landed in Astana on 5 May for a state visit of three days.",
        "President Kassym-Jomart Tokayev spoke with him briefly at the airport.",
        "On 6 May the two held talks and raised relations to a strategic partnership.",
        "Tokayev presented his guest with the Order of Dostyk, first degree.",
        "They set a target of 2 billion dollars in trade by 2030, after 879 million in 2024.",
        "On 7 May the guest is to watch the parade for the 80th anniversary of the victory.",
        "The transport ministers signed a memorandum on air services.",
    ]
    talks = m.report(t, "2025-05-06", "Caspian Agency", "Kazakhstan and Viet Nam become strategic partners",
                     "https://example.org/caspian/strategic-partners")  # fmt: skip
    u = ["Trade between the two came to 860 million dollars in 2024.",
         "The visa agreement of 2023 has been in force since 25 May 2024.",
         "A visit by the President planned for June 2023 was called off."]  # fmt: skip
    other = m.report(u, "2025-05-07", "Kazakh Agency", "What Astana and Ha Noi trade")
    v = ["In Ha Noi on 21 August 2023 the foreign ministers signed an agreement on visas.",
         "President Tokayev paid an official visit to Viet Nam from 20 to 22 August 2023.",
         "Trade is to reach 1 billion dollars by the end of 2023."]  # fmt: skip
    hanoi = m.report(v, "2023-08-22", "Steppe Weekly", "Tokayev in Ha Noi")
    _past(m, hanoi, v, other, u)
    _visit(m, talks, t, senate, s, other, u)
    _promises(m, talks, t, senate, s)
    return m


def _past(m: MadeUp, hanoi: Report, v: list[str], other: Report, u: list[str]) -> None:
    tokayev = "KAZ:Kassym-Jomart Tokayev"
    m.entry("visit", tokayev, "VNM", "2023-08-20/2023-08-22", "VNM:Ha Noi", "official visit", said=((hanoi, v[1]),))
    m.entry("visit", tokayev, "VNM", "2023-06", "VNM", "visit", "cancelled", said=((other, u[2]),))
    m.entry("signing", "VNM; KAZ", "", "2023-08-21", "VNM:Ha Noi", "agreement on visas", said=((hanoi, v[0]),),
            detail=Detail(instrument="visa agreement"))  # fmt: skip
    m.entry("ratification", "VNM; KAZ", "", "2024-05-25", "", "in force", said=((other, u[1]),),
            detail=Detail(instrument="visa agreement"))  # fmt: skip
    m.entry("commitment", "VNM; KAZ", "", "2023-08-21", "VNM:Ha Noi", "raise trade to 1 billion dollars",
            said=((hanoi, v[2]),), detail=Detail(due="2023-12-31", target="1 billion US dollars"))  # fmt: skip


def _visit(m: MadeUp, talks: Report, t: list[str], senate: Report, s: list[str], other: Report, u: list[str]) -> None:
    lam, tokayev, chair = "VNM:To Lam", "KAZ:Kassym-Jomart Tokayev", "KAZ:Dana Omarova"
    visit = m.entry("visit", lam, "KAZ", "2025-05-05/2025-05-07", "KAZ:Astana", "state visit",
                    said=((talks, t[0]), (senate, s[0])))  # fmt: skip
    for parties, day, what, told in (
        (f"{lam}; {tokayev}", "2025-05-05", "conversation at the airport", (talks, t[1])),
        (f"{lam}; {chair}", "2025-05-05", "ties of parliaments", (senate, s[0])),
        (f"{lam}; {tokayev}", "2025-05-06", "talks", (talks, t[2])),
    ):
        m.entry("meeting", parties, "", day, "KAZ:Astana", what, said=(told,), part_of=visit.id)
    m.entry("gathering", lam, "", "2025-05-07", "KAZ:Astana", "parade for the 80th anniversary of the victory",
            "scheduled", said=((talks, t[5]),))  # fmt: skip
    m.entry("visit", "VNM:Ho Chi Minh", "KAZ", "1959", "KAZ", "visit", said=((senate, s[7]),), flags=("background",))
    m.entry("relations", "KAZ; VNM", "", "2025-05-06", "KAZ:Astana", "strategic partnership", said=((talks, t[2]),),
            detail=Detail(level="strategic partnership"))  # fmt: skip
    m.entry("relations", "KAZ; VNM", "", "1992-06-29", "", "diplomatic relations established", said=((senate, s[7]),))
    m.entry("honour", tokayev, lam, "2025-05-06", "KAZ:Astana", "Order of Dostyk, first degree", said=((talks, t[3]),))
    m.entry("signing", "KAZ; VNM", "", "2025-05-06", "KAZ:Astana", "memorandum on air services", said=((talks, t[6]),))
    for report, quote, value in ((talks, t[4], "879 million US dollars"), (other, u[0], "860 million US dollars")):
        m.entry("figure", "KAZ; VNM", "", "2024", "", "bilateral trade" if report is talks else "trade turnover",
                said=((report, quote),), detail=Detail(value=value, period="2024"))  # fmt: skip
    for who, report, quote, what in (
        (lam, talks, t[0], "General Secretary"), (tokayev, talks, t[1], "President"),
        (chair, senate, s[0], "Chairman of the Senate"),
        ("VNM:Tran Thanh Man", senate, s[5], "Chair of the National Assembly"),
    ):  # fmt: skip
        m.entry("office", who, "", "", who[:3], what, "ongoing", said=((report, quote),))


def _promises(m: MadeUp, talks: Report, t: list[str], senate: Report, s: list[str]) -> None:
    lam, man, chair = "VNM:To Lam", "VNM:Tran Thanh Man", "KAZ:Dana Omarova"
    day, place = "2025-05-05", "KAZ:Astana"
    m.entry("commitment", "KAZ; VNM", "", day, place, "send more delegations of parliaments", said=((senate, s[1]),))
    m.entry("commitment", "KAZ; VNM", "", day, place, "watch over the agreements signed", said=((senate, s[1]),))
    m.entry("commitment", chair, "", day, place, "back what the leaders agree", said=((senate, s[2]),))
    m.entry("commitment", "KAZ; VNM", "", "2025-05-06", place, "raise trade to 2 billion dollars",
            said=((talks, t[4]),), detail=Detail(due="2030", target="2 billion US dollars"))  # fmt: skip
    m.entry("invitation", man, chair, day, place, "to visit Viet Nam at a convenient time", said=((senate, s[5]),),
            detail=Detail(conveyed_by="To Lam"))  # fmt: skip
    m.entry("invitation", chair, man, day, place, "to visit Kazakhstan", said=((senate, s[6]),))
    m.entry("statement", chair, "VNM", day, place, "congratulate on fifty years since reunification",
            said=((senate, s[3]),))  # fmt: skip
    m.entry("statement", lam, "KAZ", day, place, "thanks for help in hard years", said=((senate, s[4]),))
