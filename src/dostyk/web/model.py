"""What reads the reports: the language model's own words about itself."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def model() -> Mapping[str, str]:
    """The name, version and licence of the language model that is installed."""
    said = json.loads((files("dostyk.language") / "weights" / "meta.json").read_text("utf-8"))
    return {"name": said["name"], "version": said["version"], "licence": said["license"]}
