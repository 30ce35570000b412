"""Ids are hashes of content, so the same input gives the same id on any machine."""

import hashlib
import json
from typing import Any


def content_id(prefix: str, *parts: Any) -> str:
    """`prefix` and 20 hex digits of the SHA-256 of the parts as canonical JSON."""
    data = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{prefix}{hashlib.sha256(data.encode('utf-8', 'surrogatepass')).hexdigest()[:20]}"
