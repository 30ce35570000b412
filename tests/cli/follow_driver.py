"""Run a command in a process of its own with the small reader of these tests, so that it can be killed."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from conftest import FakeReading, fake_read

from dostyk.cli import main

if __name__ == "__main__":
    reading: Any = ModuleType("dostyk.reading")
    reading.read_report, reading.READER, reading.Reading = fake_read, "fake-1", FakeReading
    sys.modules["dostyk.reading"] = reading
    main()
