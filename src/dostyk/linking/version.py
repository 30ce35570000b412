"""By which rules this program links: what tells entries derived by it from those of another version."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path


@lru_cache(maxsize=1)
def linking_version() -> str:
    """The program's version and a hash of the modules that link, so that no change of a rule goes unseen."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return f"{version('dostyk')} {digest.hexdigest()[:12]}"
