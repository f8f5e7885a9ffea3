"""Alice's way through an import, with the real client."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from campaigns.models import Campaign
from tests.transfer.files import Run, Take, Upload
from transfer.models import Import
from transfer.models.imports import Status


@pytest.fixture
def upload(client: Client) -> Upload:
    """Upload these bytes; answers the response."""

    return lambda content, name="Connections.csv": client.post("/import/", {"file": SimpleUploadedFile(name, content)})


@pytest.fixture
def run(client: Client) -> Run:
    """Press "Import" and then "Go on" until it is done, as a browser without JavaScript does."""

    def ran(upload: Import) -> Import:
        for _ in range(100):
            client.post(f"/import/{upload.pk}/run/")
            upload.refresh_from_db()
            if upload.status == Status.DONE:
                return upload
        raise AssertionError("It does not end.")

    return ran


@pytest.fixture
def take(upload: Upload, run: Run, campaign: Campaign) -> Take:
    """The whole way: upload, look, run."""

    def taken(content: bytes, name: str = "Connections.csv") -> Import:
        answer = upload(content, name)
        assert answer.status_code == 302, answer.content.decode()
        return run(campaign.imports.latest("id"))

    return taken
