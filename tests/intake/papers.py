"""Files of every format, made for the tests out of sentences of our own."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

Drawn = tuple[float, float, float, str]  # x, y and size in points, and the words


def pdf(pages: Sequence[Sequence[Drawn]], *, pictures: Sequence[int] = (), info: str = "") -> bytes:
    """A PDF whose pages draw words at places in Helvetica; pages of `pictures` (from 0) also draw a grey square."""
    objects = [b"", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    picture = b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray "
    objects.append(picture + b"/Length 1 >>\nstream\n\x80\nendstream")
    kids = []
    for number, words in enumerate(pages):
        drawn = "".join(f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({_escaped(text)}) Tj ET\n" for x, y, size, text in words)
        content = drawn.encode("cp1252") + (b"q 400 0 0 600 50 100 cm /I1 Do Q" if number in pictures else b"")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        used = b"/Resources << /Font << /F1 3 0 R >> %s >>" % (b"/XObject << /I1 4 0 R >>" * (number in pictures))
        page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R %s >>"
        objects.append(page % (len(objects), used))
        kids.append(len(objects))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    objects.append(f"<< {info} >>".encode("cp1252"))
    out, places = io.BytesIO(b"%PDF-1.4\n"), []
    out.seek(0, io.SEEK_END)
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF"
              % (len(objects) + 1, len(objects), start))  # fmt: skip
    return out.getvalue()


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def set_lines(
    lines: Sequence[str], *, x: float = 72, top: float = 740, size: float = 11, step: float = 14
) -> list[Drawn]:
    """Lines one below the other; an empty one leaves a gap."""
    return [(x, top - step * number, size, line) for number, line in enumerate(lines) if line]


def zipped(files: dict[str, bytes]) -> bytes:
    """A ZIP of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()
