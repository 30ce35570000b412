"""The site: the ledger read, checked and corrected in a browser, and its JSON and CSV twins."""

from dostyk.web.app import make_app
from dostyk.web.settings import Settings

__all__ = ["Settings", "make_app"]
