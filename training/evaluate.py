"""Score the reader on annotated reports: `python -m training.evaluate SET [options]`.

SET is `gold`, `annotated`, `newsroom`, `sentences` or `judging`.

`DOSTYK_DATA` names the folder with `gold/` and `corpora/`. The texts of `judging` and `annotated` are made from the
corpora into a temporary folder; only their facts are in the repository. Those of `newsroom` and `sentences` are our own
wording.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
SETS = ("annotated", "newsroom", "sentences", "judging")


def data_folder() -> Path:
    """The folder that `DOSTYK_DATA` names. Exits with 2 and a remedy where it is missing."""
    folder = Path(os.environ.get("DOSTYK_DATA", ""))
    if not os.environ.get("DOSTYK_DATA") or not (folder / "gold").is_dir():
        print("set DOSTYK_DATA to the folder that holds gold/ and corpora/", file=sys.stderr)
        raise SystemExit(2)
    return folder.resolve()


def texts_of(which: str, folder: Path, data: Path) -> Path:
    """The folder with the texts of a set: its own, else `folder`, where they are made from the corpora."""
    if (HERE / which / "text").is_dir():
        return HERE / which / "text"
    extract = [sys.executable, str(HERE / which / "extract.py"), str(folder)]
    subprocess.run(extract, check=True, env={**os.environ, "DOSTYK_DATA": str(data)}, stdout=subprocess.DEVNULL)
    return folder


def main(which: str, options: list[str]) -> int:
    """Run `dostyk evaluate` on one of the sets; its exit code."""
    data = data_folder()
    command = [str(Path(sys.executable).with_name("dostyk")), "evaluate"]
    if which == "gold":
        return subprocess.call([*command, str(data / "gold"), *options])
    with tempfile.TemporaryDirectory() as folder:
        texts = texts_of(which, Path(folder), data)
        return subprocess.call([*command, str(HERE / which), "--text", str(texts), *options])


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in ("gold", *SETS):
        print(__doc__, file=sys.stderr)
        raise SystemExit(2)
    raise SystemExit(main(sys.argv[1], sys.argv[2:]))
