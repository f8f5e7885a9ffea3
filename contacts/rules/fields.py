"""Law 11: every field of a contact is named here, once. The model takes its labels from this table; the form of a
person, their page, the admin, its spreadsheet, imports, and what makes two people one take the fields themselves.

A place that a field does not have is an exception, and says why.
"""

from typing import Final

from contacts.rules.field_kinds import ContactField, Group, Merged, Sheet, Shown


def _kept(name: str, label: str, because: str, merged: Merged = Merged.NEVER) -> ContactField:
    """What only the program writes, for itself."""
    return ContactField(
        name=name, label=label, on_form=False, shown=Shown.NOT, sheet=Sheet.NOT, merged=merged, because=because
    )


def _follows(
    name: str,
    label: str,
    because: str = "It follows from the evidence that stands (law 3).",
    *,
    merged: Merged = Merged.NEVER,
    beside: str = "",
) -> ContactField:
    """What is read and never typed."""
    return ContactField(
        name=name, label=label, group=Group.FOLLOWS, on_form=False, shown=Shown.DRAWN, sheet=Sheet.OUT, merged=merged,
        beside=beside, because=because,
    )  # fmt: skip


def _part(name: str, label: str, *, imported: bool = False) -> ContactField:
    because = "The form asks for the whole name, which is split; the keeper is called as they are called."
    return ContactField(
        name=name, label=label, group=Group.NAME, on_form=False, shown=Shown.DRAWN, imported=imported,
        merged=Merged.NEVER, beside="name", because=because,
    )  # fmt: skip


def _proposed(name: str, label: str, help_text: str = "") -> ContactField:
    return ContactField(
        name=name, label=label, group=Group.PROPOSED, on_form=False, help_text=help_text,
        because="A button says it where it is meant: on their page, or while choosing.",
    )  # fmt: skip


_COMPARED: Final = "It is the name once more, as it is sorted or compared."
_JOINED: Final = "Joining and leaving are acts (R1, R15)."

FIELDS: Final = (
    ContactField(name="name", label="Name", group=Group.WHO, width=6, shown=Shown.DRAWN, merged=Merged.NEVER,
                 because="The keeper is called as they are called; the other name is noted."),
    ContactField(name="company", label="Company", group=Group.WHO, width=6, shown=Shown.DRAWN),
    ContactField(name="known_as", label="Known from before", group=Group.KNOW, width=3, shown=Shown.DRAWN,
                 help_text="They need no common ground first."),
    ContactField(name="known_from_before", label="Known since", group=Group.KNOW, width=3, shown=Shown.DRAWN,
                 inputs=("known_year", "known_month", "known_day"), merged=Merged.EARLIER),
    ContactField(name="how_we_met", label="How you met", group=Group.KNOW, shown=Shown.DRAWN),
    ContactField(name="introduced_by", label="Introduced by", group=Group.KNOW, on_form=False, shown=Shown.DRAWN,
                 sheet=Sheet.OUT, because="A referral says it; in a sheet one of two namesakes would be guessed."),
    ContactField(name="emails", label="E-mail addresses", group=Group.WAYS, width=6, shown=Shown.DRAWN,
                 help_text="One a line.", merged=Merged.UNITED),
    ContactField(name="phones", label="Phone numbers", group=Group.WAYS, width=6, shown=Shown.DRAWN,
                 help_text="One a line; “Work: 01632 960 118” if you like.", merged=Merged.UNITED),
    ContactField(name="links", label="Links", group=Group.WAYS, shown=Shown.DRAWN, merged=Merged.UNITED,
                 help_text="One a line. The LinkedIn profile keeps imports from adding them twice."),
    ContactField(name="linkedin_key", label="LinkedIn profile", on_form=False, shown=Shown.DRAWN, sheet=Sheet.OUT,
                 imported=True, because="It follows from the links."),
    ContactField(name="location", label="Location", group=Group.WAYS, width=6),
    ContactField(name="connected_on", label="Connected on LinkedIn", group=Group.WAYS, width=6, imported=True,
                 merged=Merged.EARLIER),
    ContactField(name="position", label="Position", group=Group.WORK, shown=Shown.DRAWN, imported=True),
    ContactField(name="worked_before", label="Worked before at", group=Group.WORK, merged=Merged.UNITED,
                 help_text="One a line. When their company is changed, the former one comes here."),
    ContactField(name="knows_about", label="Knows about", group=Group.WORK, shown=Shown.DRAWN),
    ContactField(name="could_help_them", label="What could help them", group=Group.WORK, width=6, shown=Shown.DRAWN),
    ContactField(name="ask_next_time", label="Ask next time", group=Group.WORK, width=6, shown=Shown.DRAWN),
    ContactField(name="tags", label="Tags", group=Group.MORE, width=6, help_text="With commas between.",
                 merged=Merged.UNITED),
    ContactField(name="nickname", label="Nickname", group=Group.MORE, width=6),
    ContactField(name="called_by", label="Called by, in messages", group=Group.MORE, width=6),
    ContactField(name="language", label="Language you write in", group=Group.MORE, width=6),
    ContactField(name="birth_day", label="Birthday", group=Group.MORE, width=4),
    ContactField(name="birth_month", label="Month of birth", group=Group.MORE, width=4, beside="birth_day"),
    ContactField(name="birth_year", label="Year of birth", group=Group.MORE, width=4, beside="birth_day",
                 help_text="If you know it."),
    ContactField(name="starred", label="Starred", group=Group.MORE, shown=Shown.DRAWN,
                 help_text="You are told sooner when you have not spoken."),
    _part("prefix", "Title before the name"),
    _part("given_name", "Given name", imported=True),
    _part("family_name", "Family name", imported=True),
    _part("suffix", "Letters after the name"),
    _proposed("never_quiet", "Never said to be quiet"),
    _proposed("not_now_until", "Not proposed until"),
    _proposed("not_for_this", "Not for this search", "Never proposed."),
    ContactField(name="imported_details", label="From an import", on_form=False, shown=Shown.DRAWN, sheet=Sheet.OUT,
                 merged=Merged.UNITED, because="What a file brought and no field holds is kept as it came."),
    _follows("joined_on", "In the network since", _JOINED, merged=Merged.EARLIER),
    _follows("joined_because", "Joined because", _JOINED, beside="joined_on"),
    _follows("left_on", "Left for now on", _JOINED, merged=Merged.JOINING),
    _follows("left_because", "Left because", _JOINED, beside="left_on"),
    _follows("left_until", "Left until", _JOINED, beside="left_on"),
    _follows("phase", "Phase"),
    _follows("obtain_on", "Obtain since"),
    _follows("use_on", "Use since"),
    _follows("held_count", "Times met"),
    _follows("first_held_on", "First one-on-one"),
    _follows("last_spoke_on", "Last spoke"),
    _follows("acts_on", "Next step on"),
    _kept("owed_on", "Owed on", "It only leads to the next step."),
    _kept("free_on", "Free to be asked on", "It only leads to the next step."),
    _kept("quiet_on", "Quiet on", "It only leads to the next step."),
    _kept("sort_name", "Sorted as", _COMPARED),
    _kept("folded", "Compared as", _COMPARED),
    _kept("id", "Number", "Other rows point at it."),
    _kept("campaign", "Campaign", "Nobody moves from one search into another."),
    _kept("version", "Saves", "It only tells two tabs apart.", Merged.SUMMED),
    _kept("created_at", "Noted at", "It breaks ties.", Merged.EARLIER),
)  # fmt: skip

OF_NAME: Final = {field.name: field for field in FIELDS}
FACTS: Final = tuple(field for field in FIELDS if field.shown is Shown.FACT and not field.beside)
IMPORTED: Final = tuple(field.name for field in FIELDS if field.imported)


def called(name: str) -> str:
    """The label of a field, by its name; an error for a field that is in no place."""
    return OF_NAME[name].label


def on_form(group: Group) -> list[ContactField]:
    """What the form of a person asks for in this group."""
    return [field for field in FIELDS if field.group is group and field.on_form]


def inputs_of(field: ContactField) -> tuple[str, ...]:
    """The names under which the form asks for it."""
    return field.inputs or (field.name,)
