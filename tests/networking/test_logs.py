"""What opens something to whoever knows it stands in no log."""

import logging

import pytest

from networking.logs import Discreet

SECRET = "secret:1x"


@pytest.mark.parametrize("path", ["/account/address/", "/account/sign-up/", "/account/confirm-email/", "/drafts/"])
def test_no_log_keeps_a_link(path: str) -> None:
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, "Not Found: %s", (f"{path}{SECRET}/",), None)

    assert Discreet().filter(record)
    assert record.getMessage() == f"Not Found: {path}…/"
