"""The command line. Heavy modules are imported inside commands, so that `--help` answers at once."""

from __future__ import annotations

import sys


def main() -> None:
    """Run a command and leave with the exit code of `commands.md`: 0 well, 1 not all, 2 wrong use, 3 no ledger."""
    from dostyk.cli.app import app
    from dostyk.cli.clean import one_line
    from dostyk.errors import DostykError

    try:
        app()
    except DostykError as error:
        print(f"dostyk: {one_line(str(error))}", file=sys.stderr)
        sys.exit(error.exit_code)
