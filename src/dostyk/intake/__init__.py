"""Files, folders, globs and standard input → reports, and the layout of a report's text."""

from dostyk.intake.layout import Aside, Block, Layout, layout
from dostyk.intake.outcome import Failed, Found
from dostyk.intake.read import read_bytes, read_paths

__all__ = ["Aside", "Block", "Failed", "Found", "Layout", "layout", "read_bytes", "read_paths"]
