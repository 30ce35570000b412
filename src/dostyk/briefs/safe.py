"""Report text is hostile: what is neutralised before it reaches any page."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

# overrides, embeddings and isolates can turn the reading order of a whole page; the marks LRM, RLM, ALM cannot
_BIDI = "\u202a-\u202e\u2066-\u2069"
_UNSEEN = re.compile(f"[{_BIDI}\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ud800-\udfff]")
_SPACE = re.compile(r"\s+")
_FRAGMENT_WORDS = 5


def clean(text: str) -> str:
    """`text` on one line, without controls that are unseen or turn the direction of reading."""
    return _SPACE.sub(" ", _UNSEEN.sub("", text.replace("\u2028", " ").replace("\u2029", " "))).strip()


def safe_url(url: str) -> str:
    """`url` where it is http or https with a host, else empty."""
    url = clean(url)
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return ""
    return quote(url, safe="%/:=&?~#+!$,;'@()*[]")


def fragment_link(url: str, sentence: str) -> str:
    """`url` with a text fragment that leads to the sentence; `url` itself where it has a fragment, or is empty."""
    words = sentence.split()
    if not url or "#" in url or not words:
        return url
    if len(words) <= 2 * _FRAGMENT_WORDS:
        return f"{url}#:~:text={_encode(words)}"
    return f"{url}#:~:text={_encode(words[:_FRAGMENT_WORDS])},{_encode(words[-_FRAGMENT_WORDS:])}"


def _encode(words: list[str]) -> str:
    return quote(" ".join(words), safe="").replace("-", "%2D")
