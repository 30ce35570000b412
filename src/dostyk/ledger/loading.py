"""Claims of a ledger prepared for linking, loaded as they are needed or all at once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, RowMapping, select

from dostyk.ledger.rows import CHUNK, chunks, text_day
from dostyk.ledger.schema import claim_blocks, claim_parties, claims, parties, reports
from dostyk.ledger.told import Told, telling
from dostyk.linking import Bound
from dostyk.linking.merging import as_named
from dostyk.linking.nearness import home_of
from dostyk.linking.view import View, prepare
from dostyk.model import Party, claim_from_dict

_OF_REPORT = (reports.c.published, reports.c.voice, reports.c.outlet, reports.c.url)


def load_links(connection: Connection, keys: Iterable[str] | None = None) -> dict[Party, Party]:
    """What party each named party is; of all, or of these keys."""
    query = select(parties.c.party, parties.c.kind, parties.c.chosen, parties.c.chosen_kind)
    if keys is None:
        rows = list(connection.execute(query))
    else:
        rows = [row for some in chunks(keys) for row in connection.execute(query.where(parties.c.party.in_(some)))]
    return {Party.parse(key, kind): Party.parse(chosen, as_kind) for key, kind, chosen, as_kind in rows}


class Views(Mapping[str, View]):
    """The claims that count, as views by id, and blocks of them; what was loaded is kept for one derivation.

    The mapping itself, `blocks` and `fetch` are what `dostyk.linking.components` asks for.
    """

    def __init__(self, connection: Connection, bound: Bound, told: Told | None = None) -> None:
        self._connection, self._named, self._told = connection, bound.named, told
        self._views: dict[str, View] = {}
        self._keys: dict[str, tuple[str, ...]] = {}
        self._blocks: dict[str, list[str]] = {}
        self._links: dict[Party, Party] = {}
        self._linked: set[str] = set()

    def load(self, ids: Iterable[str]) -> None:
        """Load these claims with their blocks' keys."""
        missing = [name for name in ids if name not in self._views]
        if not missing:
            return
        rows = [row for some in chunks(missing) for row in self._rows(some)]
        told = telling(rows, "claims", self._told if len(rows) > CHUNK else None)
        found = [(row, as_named(claim_from_dict(json.loads(row["data"])), self._named.get(row["id"], {})))
                 for row in told]  # fmt: skip
        self._load_links({party.key for _, claim in found for party in claim.parties})
        for row, claim in found:
            voice = row["voice"] or claim.report
            self._views[row["id"]] = prepare(
                claim, text_day(row["published"] or ""), self._links, voice, row["address"], name=row["id"],
                home=home_of(row["outlet"] or "", row["url"] or ""),
            )  # fmt: skip
            self._keys[row["id"]] = ()
        for some in chunks(row["id"] for row in rows):
            query = select(claim_blocks.c.claim, claim_blocks.c.block).where(claim_blocks.c.claim.in_(some))
            for name, block in self._connection.execute(query.order_by(claim_blocks.c.block)):
                self._keys[name] += (block,)

    def _rows(self, ids: Sequence[str]) -> Sequence[RowMapping]:
        query = (
            select(claims.c.id, claims.c.data, claims.c.address, *_OF_REPORT)
            .join(reports, reports.c.id == claims.c.report, isouter=True)
            .where(claims.c.id.in_(ids), claims.c.counts)
        )
        return self._connection.execute(query).mappings().all()

    def _load_links(self, keys: set[str]) -> None:
        missing = sorted(keys - self._linked)
        self._linked.update(missing)
        self._links.update(load_links(self._connection, missing))

    def fetch(self, keys: Sequence[str]) -> dict[str, list[View]]:
        """The claims of blocks."""
        missing = [key for key in keys if key not in self._blocks]
        for some in chunks(missing):
            self._blocks.update((key, []) for key in some)
            query = select(claim_blocks.c.block, claim_blocks.c.claim).where(claim_blocks.c.block.in_(some))
            for key, name in self._connection.execute(query.order_by(claim_blocks.c.claim)):
                self._blocks[key].append(name)
        self.load(name for key in missing for name in self._blocks[key])
        return {key: [self._views[name] for name in self._blocks[key]] for key in keys}

    def sort_in(self, name: str, keys: Iterable[str]) -> None:
        """Note the blocks that a loaded claim has now; before any block is fetched."""
        self._keys[name] = tuple(sorted(keys))

    @property
    def blocks(self) -> Mapping[str, Sequence[str]]:
        """Keys of the blocks of the claims loaded, by claim."""
        return self._keys

    def __getitem__(self, name: str) -> View:
        if name not in self._views:
            self.load([name])
        return self._views[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._views)

    def __len__(self) -> int:
        return len(self._views)


def claims_naming(connection: Connection, named: Iterable[Party]) -> set[str]:
    """Ids of claims in which one of the parties stands, as the reports name them."""
    found: set[str] = set()
    for some in chunks(party.key for party in named):
        query = select(claim_parties.c.claim).where(claim_parties.c.party.in_(some))
        found.update(connection.execute(query).scalars())
    return found
