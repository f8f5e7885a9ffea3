"""The file that somebody uploads: understood, or refused in the reader's own words."""

from django import forms
from django.core.files.uploadedfile import UploadedFile

from transfer.formats.reading import open_upload
from transfer.formats.records import Reading, Refusal


class UploadForm(forms.Form):
    file = forms.FileField(
        label="Your file",
        max_length=255,
        allow_empty_file=True,
        help_text="Connections.csv, or the whole archive as LinkedIn sent it. Up to 10 MB, an archive up to 50 MB.",
        error_messages={"required": "Choose a file first."},
    )
    reading: Reading | None = None
    content: bytes = b""

    def clean_file(self) -> UploadedFile:
        upload: UploadedFile = self.cleaned_data["file"]
        self.content = upload.read()
        found = open_upload(self.content, upload.name or "")
        if isinstance(found, Refusal):
            raise forms.ValidationError(found.reason)
        self.reading = found
        return upload
