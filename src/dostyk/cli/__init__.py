"""The command line. Heavy modules are imported inside commands, so that `--help` answers at once."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run a command and leave with the exit code of `commands.md`: 0 well, 1 not all, 2 wrong use, 3 no ledger."""
    from dostyk.clean import one_line
    from dostyk.cli.app import app
    from dostyk.errors import DostykError

    try:
        app()
    except DostykError as error:
        print(f"dostyk: {one_line(str(error))}", file=sys.stderr)
        sys.exit(error.exit_code)
    except BrokenPipeError:  # whoever read the output has enough of it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except UnicodeEncodeError as error:
        print(f"dostyk: {_not_encoded(error)}", file=sys.stderr)
        sys.exit(2)
    except OSError as error:  # what cannot be read is named by the commands, so this is something to be written
        place = f"{error.filename}: " if error.filename else ""
        cause = (error.strerror or str(error)).lower()
        print(one_line(f"dostyk: {place}cannot be written ({cause}); check the disk and its rights"), file=sys.stderr)
        sys.exit(2)


def _not_encoded(error: UnicodeEncodeError) -> str:
    """What went in and is no text, or cannot come out as text."""
    if error.encoding == "utf-8":
        return "what was given holds bytes that are no UTF-8; write it in UTF-8"
    return f"the output takes only {error.encoding}, and not {error.object[error.start]!a}; set PYTHONIOENCODING=utf-8"
