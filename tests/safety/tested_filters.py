"""Owner filters that no attack can miss, each with the test that does.

An attack compares the answers with Alice in the house to those without her. Where she is not needed, as for what her
signed token says of itself, both are the same. `owner_filters` runs the test with the filter and without it.
"""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

TESTED_FILTERS: Final = {
    "relationships/writes/campaign_days.py: if campaign_id != campaign.pk": (
        "tests/pages/campaign/test_pauses.py::test_undo_of_a_pause_is_for_its_own_campaign"
    ),
    # Only who presses Delete in the moment in which it is deleted comes by.
    "trash/writes/deleting.py: return campaign.deletions.of(": (
        "tests/trash/test_trash.py::test_what_is_gone_is_looked_for_in_the_own_trash_only"
    ),
}
"""`file: words of the line` → the test."""

PASSED, FAILED = 0, 1


def fault_of(place: str, test: str) -> str:
    """Empty where the test passes with the filter and fails without it."""
    if (ended := run(test, "")) != PASSED:
        return f"{test} ends with {ended} though no filter is left out"
    if (ended := run(test, place)) != FAILED:
        return f"not missed by {test}, which ends with {ended}: {place}"
    return ""


def run(test: str, left_out: str) -> int:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.safety.leave_out", test]
    there = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        command, cwd=there, env={**os.environ, "OWNER_FILTER": left_out}, capture_output=True, check=False
    )
    return done.returncode
