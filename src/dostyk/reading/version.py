"""The version of the reader: of its rules, and of the frames and tables that a folder of one's own adds."""

from __future__ import annotations

from dostyk.reference.own import own_digest, own_folders

RULES = "rules-4"  # raised whenever reports come out otherwise, so that `read` reads again what is stored


def reader_version() -> str:
    """`rules-4`, or `rules-4+` and a digest where `DOSTYK_FRAMES` adds frames: other frames, another reading."""
    digest = own_digest(own_folders())
    return f"{RULES}+{digest}" if digest else RULES


READER = reader_version()
"""The version in this process: `DOSTYK_FRAMES` is set before reading is imported, and stays."""
