"""By which rules this program links: what tells entries derived by it from those of another version."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from dostyk import reference

COMPILED = Path(reference.__file__).with_name("compiled.json")


@lru_cache(maxsize=1)
def linking_version() -> str:
    """The program's version and a hash of the modules that link and of the reference data that they ask, so that no
    change of a rule goes unseen. Titles of one's own are left out: two programs that open one ledger, one with and one
    without them, would derive it again in turn."""
    digest = hashlib.sha256()
    for path in (*sorted(Path(__file__).parent.glob("*.py")), COMPILED):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return f"{version('dostyk')} {digest.hexdigest()[:12]}"
