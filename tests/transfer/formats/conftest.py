"""The least that the tests of the formats share: a file as bytes, and what was read from it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from transfer.formats.reading import open_upload
from transfer.formats.records import Reading, Row

SAMPLES = Path(__file__).parents[1] / "samples"
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


@pytest.fixture
def sample() -> Callable[[str], Reading]:
    def read(name: str) -> Reading:
        reading = open_upload((SAMPLES / name).read_bytes(), name)
        assert isinstance(reading, Reading)
        return reading

    return read


@pytest.fixture
def rows() -> Callable[[str | bytes], list[Row]]:
    """The rows below LinkedIn's header (a text), or of a whole file (bytes)."""

    def read(file: str | bytes) -> list[Row]:
        reading = open_upload(file if isinstance(file, bytes) else (HEADER + file).encode(), "Connections.csv")
        assert isinstance(reading, Reading)
        return list(reading.rows())

    return read
