"""Files, folders, globs and standard input → reports, and the layout of a report's text."""

from dostyk.intake.layout import Aside, Block, Layout, layout
from dostyk.intake.outcome import Defaults, Draft, Failed, Found
from dostyk.intake.places import STDIN, find_files
from dostyk.intake.read import read_bytes, read_file, read_page, read_paths, read_stdin
from dostyk.intake.readable import READ_LANGUAGES, recognise, why_not_read

__all__ = [
    "READ_LANGUAGES",
    "STDIN",
    "Aside",
    "Block",
    "Defaults",
    "Draft",
    "Failed",
    "Found",
    "Layout",
    "find_files",
    "layout",
    "read_bytes",
    "read_file",
    "read_page",
    "read_paths",
    "read_stdin",
    "recognise",
    "why_not_read",
]
