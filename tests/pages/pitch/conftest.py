from collections.abc import Iterator

import pytest
import time_machine

from tests import factories


@pytest.fixture
def monday() -> Iterator[None]:
    """Nine o'clock on the day of the factories."""
    with time_machine.travel(factories.at(factories.DAY, 9), tick=False):
        yield
