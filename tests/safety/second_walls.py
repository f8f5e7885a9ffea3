"""Owner filters that stand behind another one: where such a one is missing, nobody comes by while the other stands.

`owner_filters` leaves out both, and then some attack has to notice.
"""

from typing import Final

OWN_ADMIN: Final = "campaigns/reads/access.py: return rows.filter(**{"
ADMINS_PEOPLE: Final = "pages/admin/contact.py: return Contact.objects.filter(campaign=mine"
PEOPLE_LISTED: Final = "pages/people/filters.py: super().__init__(data, queryset=request.campaign.contacts"
CLOSE_PEOPLE: Final = "contacts/reads/close_people.py: people = Contact.objects.filter(campaign=campaign)"
EMPLOYED: Final = "contacts/reads/finding.py: people = Contact.objects.filter(campaign=campaign, company__in=firms)"
CHOOSING: Final = "contacts/reads/choosing.py: "
NEXT_PEOPLE: Final = "today/reads/next_people.py: "

SECOND_WALLS: Final = {
    # Between the campaigns of one user; between users it is the rows that the admin shows.
    "pages/admin/forms.py: row.campaign_id != here": OWN_ADMIN,
    "pages/admin/acting.py: keys = people.filter(campaign=request.campaign)": ADMINS_PEOPLE,
    # What is found by its words is looked up among one's own.
    "contacts/reads/people.py: found = SearchWord.objects.filter(campaign=campaign).beginning(word)": PEOPLE_LISTED,
    "contacts/reads/close_people.py: SearchWord.objects.filter(": CLOSE_PEOPLE,
    "contacts/reads/finding.py: firms = SearchWord.objects.filter(": EMPLOYED,
    # Queries in a row, each among what the one before found: only without all of them is there more.
    "contacts/reads/choosing.py: return people.filter(free": CHOOSING,
    "contacts/reads/choosing.py: people = Contact.objects.filter(": CHOOSING,
    "pages/today/first.py: people = campaign.contacts.filter(pk__in=likely)": CHOOSING,
    "today/reads/next_people.py: return campaign.contacts.in_network()": NEXT_PEOPLE,
    "today/reads/next_people.py: return campaign.contacts.in_address_book()": NEXT_PEOPLE,
    "today/reads/next_people.py: people = Contact.objects.filter(which": NEXT_PEOPLE,
    "meetings/reads/meeting_list.py: held_then = Meeting.objects.held()": (
        "meetings/reads/meeting_list.py: of_network = Contact.objects.cups()"
    ),
    "relationships/writes/undo.py: item__in=said": "relationships/writes/undo.py: mine = ObtainedItem",
    "relationships/reads/follow_up_lists.py: said = Invitation.objects.filter(campaign=campaign": (
        "relationships/reads/follow_up_lists.py: found = Contact.objects.filter(campaign=campaign"
    ),
    "relationships/reads/follow_up_lists.py: found = Contact.objects.filter(campaign=campaign": (
        "relationships/reads/follow_up_lists.py: said = Invitation.objects.filter(campaign=campaign"
    ),
    # The row was found among one's own, and rows point at rows of their campaign only.
    "contacts/reads/companies.py: people = campaign.contacts.filter(company__in=is_at)": (
        "contacts/reads/companies.py: targets: CompanyQuerySet = campaign.companies"
    ),
    "contacts/reads/paging.py: campaign.companies": PEOPLE_LISTED,
    "meetings/reads/heard.py: rows = Telling.objects.filter(campaign=campaign)": (
        "pages/pitch/views/pitch.py: Story.objects.filter(campaign=request.campaign)"
    ),
    # The keys were read from one's own rows.
    "relationships/writes/debrief_given.py: people = Contact.objects.filter(": CLOSE_PEOPLE,
    "transfer/reads/shown.py: people = Contact.objects.filter(campaign=campaign)": (
        "pages/importing/views.py: upload = get_object_or_404(request.campaign.imports"
    ),
    "transfer/writes/changing.py: Contact.objects.filter(campaign=campaign, pk__in=changes)": (
        "transfer/reads/acquaintance.py: return rows.filter(campaign=self.campaign"
    ),
}
"""`file: words of the line` → the same of the wall in front."""


def stands_at(place: str, mutant: object) -> bool:
    """Whether this filter, written `file:line: source`, is one of that place."""
    file, words = place.split(": ", 1)
    there, _, source = str(mutant).split(":", 2)
    return there == file and words in source
