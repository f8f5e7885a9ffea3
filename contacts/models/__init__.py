"""People, how to reach them, where they work, and what the user and they share."""

from contacts.models.common_ground import CommonGround
from contacts.models.company import Company, CompanyQuerySet
from contacts.models.contact import Contact, ContactQuerySet
from contacts.models.note import Note
from contacts.models.reach import ContactEmail, ContactLink, ContactPhone
from contacts.models.search_word import SearchWord
from contacts.models.tag import Tag

__all__ = [
    "CommonGround",
    "Company",
    "CompanyQuerySet",
    "Contact",
    "ContactEmail",
    "ContactLink",
    "ContactPhone",
    "ContactQuerySet",
    "Note",
    "SearchWord",
    "Tag",
]
