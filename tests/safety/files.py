"""What comes in and what was thrown away: uploaded files, and people in the trash."""

from typing import Any

from contacts.models import ContactEmail
from tests import factories
from tests.factories import DAY
from tests.safety.cast import Crowd, email_of, name_of, profile_key_of, profile_of
from transfer.formats.reading import open_upload
from transfer.formats.records import Reading
from transfer.writes.running import run_slice
from transfer.writes.staging import stage
from trash.writes.deleting import throw_away


def uploaded(this: Crowd, word: str, *, taken: bool) -> None:
    """A file of people of that word, only looked at or taken."""
    lines = [
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
        f"{word},Quill,{profile_of(word)},{email_of(word)},{name_of(word)},Manager,05 Jul 2023",
        f"{word},Quill,,,{name_of(word)},Manager,06 Jul 2023",
        f"{word},Referred,,,{word} Mills,{word} manager,07 Jul 2023",
        # In everybody's book, and elsewhere by now: what is kept about a record imported before is rewritten.
        f"Same,Twice,https://www.linkedin.com/in/same-twice,,{'Alpha' if taken else 'Beta'} Works,Clerk,08 Jul 2023",
        *([] if taken else [f"{word},Later,,,,,09 Jul 2023"]),  # so that this file is the newer one
        ",,,,,,",
    ]
    content = "\n".join(lines).replace("Manager", "Taken" if taken else "Checked").encode()
    reading = open_upload(content, f"{word}.csv")
    assert isinstance(reading, Reading)
    upload = stage(this.campaign, reading, content)
    this.keep("import", run_slice(upload, DAY) if taken else upload)


def forgotten(this: Crowd, theirs: str, own: str) -> None:
    """In the trash: who has the profile, or the address, of somebody elsewhere, and who has that of somebody here."""
    reaches: list[tuple[str, dict[str, Any]]] = [
        (theirs, {"linkedin_key": profile_key_of(theirs)}),
        (theirs, {}),
        (own, {}),
    ]
    for word, reach in reaches:
        gone = factories.make_contact(this.campaign, f"Forgotten {word}", **reach)
        if not reach:
            here = {"campaign": this.campaign, "contact": gone}
            ContactEmail.objects.create(address=email_of(word), key=email_of(word), **here)
        this.keep("deletion", throw_away(this.campaign, gone, gone.name, DAY))
