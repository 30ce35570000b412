"""Files, folders, globs and standard input → reports, and the layout of a report's text."""

from dostyk.intake.asides import Aside
from dostyk.intake.blocks import Block
from dostyk.intake.kinds import SUFFIXES, stem_of, suffix_of
from dostyk.intake.layout import Layout, layout
from dostyk.intake.limits import Budget
from dostyk.intake.outcome import Defaults, Draft, Failed, Found
from dostyk.intake.places import STDIN, as_path, as_text, find_files
from dostyk.intake.read import read_bytes, read_file, read_page, read_paths, read_stdin
from dostyk.intake.readable import READ_LANGUAGES, recognise, why_not_read

__all__ = [
    "READ_LANGUAGES",
    "STDIN",
    "SUFFIXES",
    "Aside",
    "Block",
    "Budget",
    "Defaults",
    "Draft",
    "Failed",
    "Found",
    "Layout",
    "as_path",
    "as_text",
    "find_files",
    "layout",
    "read_bytes",
    "read_file",
    "read_page",
    "read_paths",
    "read_stdin",
    "recognise",
    "stem_of",
    "suffix_of",
    "why_not_read",
]
