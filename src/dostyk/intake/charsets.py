"""Which encoding bytes without a declared one are in, judged by the script that they would show."""

from __future__ import annotations

import codecs
import re

WESTERN = "cp1252"
_CYRILLIC = ("cp1251", "koi8-r")
_JAPANESE = ("shift_jis", "euc_jp")
_CHINESE = "gb18030"
_CODECS = {"shift_jis": "cp932"}  # what is called Shift-JIS has the additions of Windows
_SAMPLE = 1 << 16
_HIGH = re.compile(rb"[\x80-\xff]")
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC_WORD = re.compile(r"[\u0400-\u045f\u0490\u0491]{2,}\Z")
_WELL_CASED = re.compile(r"(?:[А-ЯЁЂ-Џ]?[а-яёђ-џґ]+|[А-ЯЁЂ-ЏҐ]+)\Z")
_USUAL = frozenset("оеаинтсрвлкмдпуі")  # of every ten letters in Slavic languages, eight
_SIGNS = frozenset("«»‹›“”„‘’‚—–…№§°·•\u00a0\u00ad")
_IDEOGRAPH = "\u4e00-\u9fff"
_KANA = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\u30fc]")
_EAST = re.compile(rf"[{_IDEOGRAPH}\u3000-\u3020\u3041-\u30fe\uff01-\uff5e\u2014\u2018-\u201d\u2026\u00b7]")
_EAST_RUN = re.compile(rf"[{_IDEOGRAPH}\u3000-\u3020\u3041-\u30fe\uff01-\uff5e\u2014\u2018-\u201d\u2026\u00b7]{{2,}}")


def guess(data: bytes) -> str:
    """The most likely encoding of text that is not UTF-8; cp1252 where no other script is clearly there."""
    sample = _sample(data)
    scores = {name: _cyrillic(text) for name in _CYRILLIC if (text := _read(sample, name)) is not None}
    best = max(scores, key=lambda name: scores[name], default=WESTERN)
    if scores.get(best, 0.0) > 0:
        return best
    for name in _JAPANESE:
        if _is_eastern(text := _read(sample, name)) and len(_KANA.findall(text or "")) > 0.15 * _high(text or ""):
            return name
    text = _read(sample, _CHINESE)
    return _CHINESE if _is_eastern(text) and _is_common(text or "") else WESTERN


def read_as(data: bytes, name: str) -> str:
    """The text in an encoding that was guessed; what does not fit becomes U+FFFD."""
    return data.decode(_CODECS.get(name, name), "replace")


def _sample(data: bytes) -> bytes:
    """Lines from the first one on that has more than ASCII."""
    first = _HIGH.search(data)
    start = data.rfind(b"\n", 0, first.start()) + 1 if first else 0
    if first and first.start() - start > _SAMPLE // 2:
        start = first.start()
    return data[start : start + _SAMPLE]


def _read(sample: bytes, name: str) -> str | None:
    """The sample in this encoding, its last letter perhaps cut; None where it is not valid in it."""
    try:
        return codecs.getincrementaldecoder(_CODECS.get(name, name))("strict").decode(sample)
    except UnicodeDecodeError:
        return None


def _high(text: str) -> int:
    return sum(c > "\x7f" for c in text)


def _cyrillic(text: str) -> float:
    """How much the text is Cyrillic words; 0 where its letters above ASCII are not those."""
    words = _WORD.findall(text)
    own = [word for word in words if _CYRILLIC_WORD.match(word)]
    letters = sum(map(len, own))
    high = sum(c > "\x7f" for word in words for c in word)
    odd = sum(c > "\x7f" and not c.isalpha() and c not in _SIGNS for c in text)
    # Words of one letter are usual in Russian, and a lone accented letter in French is one of them in cp1251.
    if not letters or letters < 0.8 * high or odd > 0.05 * high:
        return 0.0
    cased = sum(len(word) for word in own if _WELL_CASED.match(word)) / letters
    usual = sum(c in _USUAL for word in own for c in word.lower()) / letters
    return cased + usual if cased > 0.8 and usual > 0.55 else 0.0


def _is_eastern(text: str | None) -> bool:
    """Whether what is above ASCII stands in runs of signs of East Asia, as no accented letters amid words do."""
    if not text:
        return False
    high = _high(text)
    runs = sum(_high(run) for run in _EAST_RUN.findall(text))
    return high > 1 and runs >= 0.85 * high and len(_EAST.findall(text)) >= 0.9 * high


def _is_common(text: str) -> bool:
    """Whether most ideographs are of the first level of GB 2312, which has those of everyday writing."""
    signs = re.findall(f"[{_IDEOGRAPH}]", text)
    common = sum(b"\xb0" <= sign.encode("gb2312", "ignore")[:1] <= b"\xd7" for sign in signs)
    return bool(signs) and common > 0.7 * len(signs)
