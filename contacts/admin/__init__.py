"""People, companies and what hangs on them, in the admin: for bulk edits, there and back through a spreadsheet too."""

from contacts.admin.contact import ContactAdmin
from contacts.admin.others import CommonGroundAdmin, CompanyAdmin, NoteAdmin, TagAdmin

__all__ = ["CommonGroundAdmin", "CompanyAdmin", "ContactAdmin", "NoteAdmin", "TagAdmin"]
