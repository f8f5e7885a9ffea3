"""No file that may be uploaded holds up the others, however it was made."""

import json
import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).parents[3]
SECONDS = 3.0
MIB = 150


def test_the_worst_file_of_each_kind_is_read_in_three_seconds_and_little_memory() -> None:
    program = [sys.executable, "-m", "tests.transfer.formats.worst_files"]
    said = subprocess.run(program, cwd=HOUSE, capture_output=True, text=True, check=True, timeout=300)
    found = json.loads(said.stdout)

    assert {name: seconds for name, seconds in found["seconds"].items() if seconds > SECONDS} == {}
    assert found["mib"] <= MIB
