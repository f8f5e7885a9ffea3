"""Owner filters that keep nobody out, since what they are asked of is one's own already; and why each is there.

`owner_filters` leaves each out as well: one that is missed is no longer redundant, and goes from here.
"""

from typing import Final

LESS_IS_READ: Final = "The rows are joined to one's own; without it those of everybody would be read for that."
VIEW: Final = "A view begins at its campaign; the key was found among one's own rows, or stands in one's own session."

REDUNDANT_FILTERS: Final = {
    "contacts/reads/choosing.py: companies = Company.objects.filter(campaign=campaign)": LESS_IS_READ,
    "relationships/reads/history.py: people = campaign.contacts.filter(pk__in=": (
        "So each person comes with the campaign that was read already; the keys are of one's own rows."
    ),
    "relationships/reads/history.py: for campaign_id, first, last in Pause.objects.filter(": LESS_IS_READ,
    "contacts/reads/finding.py: found = SearchWord.objects.filter(campaign=campaign_id)": (
        "It chooses in which order the words are walked, and nobody by it."
    ),
    "contacts/reads/finding.py: found = Contact.objects.filter(Q(pk__in=people)": LESS_IS_READ,
    "contacts/reads/people.py: by_company = Contact.objects.filter(": LESS_IS_READ,
    "contacts/reads/people.py: found = SearchWord.objects.filter(campaign=campaign, company__isnull": LESS_IS_READ,
    "pages/people/filters.py: self.request.campaign.companies.targets()": LESS_IS_READ,
    "pages/people/views/choosing.py: return request.campaign.contacts.filter(pk=first)": VIEW,
    "pages/people/views/choosing.py: contact = request.campaign.contacts.filter(pk=last)": VIEW,
    "pages/admin/people_sheet.py: return Contact.objects.filter(campaign=self.campaign)": (
        "The admin hands over the rows that are exported; only without them it would be asked for its own."
    ),
    "pages/admin/sheet_write.py: known = set(campaign.companies": LESS_IS_READ,
    "accounts/reads/sessions.py: sessions = UserSession.objects.filter(": LESS_IS_READ,
    "today/reads/next_people.py: planned = Q(pk__in=PlannedAsk": LESS_IS_READ,
    "today/reads/next_people.py: named = ObtainedItem.objects.referrals()": LESS_IS_READ,
    "today/reads/next_people.py: CommonGround.objects.found()": LESS_IS_READ,
}
"""`file: words of the line` → because."""
