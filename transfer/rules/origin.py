"""The key of a record, by which the same record is known again, whatever was edited since."""

from hashlib import sha256

from contacts.rules.words import fold
from transfer.rules.book import addresses_of, name_key, profile_of
from transfer.rules.person import Person


def origin_key(person: Person) -> str:
    """The key of a record, the same each time the same record is imported: at most 80 letters, no personal data."""
    if profile := profile_of(person):
        return f"profile:{_digest(profile)}"
    if addresses := addresses_of(person):
        return f"email:{_digest(addresses[0], name_key(person))}"
    day = person.connected_on.isoformat() if person.connected_on else ""
    return f"record:{_digest(fold(person.name), fold(person.company), fold(person.position), day)}"


def _digest(*parts: str) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()
