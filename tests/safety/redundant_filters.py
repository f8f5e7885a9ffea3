"""Owner filters that keep nobody out, since what they are asked of is one's own already; and why each is there.

`owner_filters` leaves each out as well: one that is missed is no longer redundant, and goes from here.
"""

from typing import Final

LESS_IS_READ: Final = "The rows are joined to one's own; without it those of everybody would be read for that."
VIEW: Final = "A view begins at its campaign; the key was found among one's own rows, or stands in one's own session."
SIGNED: Final = "What is put back was signed for who did it, with the keys of their own rows."

REDUNDANT_FILTERS: Final = {
    "contacts/reads/choosing.py: companies = Company.objects.filter(campaign=campaign)": LESS_IS_READ,
    "relationships/reads/history.py: people = campaign.contacts.filter(pk__in=": (
        "So each person comes with the campaign that was read already; the keys are of one's own rows."
    ),
    "contacts/reads/finding.py: found = SearchWord.objects.filter(campaign=campaign_id)": (
        "It chooses in which order the words are walked, and nobody by it."
    ),
    "contacts/reads/finding.py: found = Contact.objects.filter(Q(pk__in=people)": LESS_IS_READ,
    "contacts/reads/people.py: by_company = Contact.objects.filter(": LESS_IS_READ,
    "contacts/reads/people.py: found = SearchWord.objects.filter(campaign=campaign, company__isnull": LESS_IS_READ,
    "pages/people/filters.py: self.request.campaign.companies.targets()": LESS_IS_READ,
    "pages/people/views/choosing.py: return request.campaign.contacts.filter(pk=whom)": VIEW,
    "pages/people/views/choosing.py: contact = request.campaign.contacts.filter(pk=last)": VIEW,
    "pages/admin/people_sheet.py: return Contact.objects.filter(campaign=self.campaign)": (
        "The admin hands over the rows that are exported; only without them it would be asked for its own."
    ),
    "accounts/reads/sessions.py: sessions = UserSession.objects.filter(": LESS_IS_READ,
    "today/reads/next_people.py: planned = Q(pk__in=PlannedAsk": LESS_IS_READ,
    "today/reads/next_people.py: named = ObtainedItem.objects.referrals()": LESS_IS_READ,
    "today/reads/next_people.py: CommonGround.objects.found()": LESS_IS_READ,
    "relationships/reads/network.py: planned = Meeting.objects.planned()": LESS_IS_READ,
    "relationships/reads/network.py: rows = ObtainedItem.objects.referrals()": LESS_IS_READ,
    "relationships/reads/network.py: rows = FollowUp.objects.filter(": LESS_IS_READ,
    "relationships/reads/questions.py: rows = Contact.objects.filter(campaign=campaign, introduced_by": LESS_IS_READ,
    "relationships/reads/events.py: held = Meeting.objects.held()": LESS_IS_READ,
    "relationships/writes/using.py: stored.question = Question.objects.filter(": SIGNED,
    "relationships/writes/using.py: stored.pitch_version = PitchVersion.objects.filter(": SIGNED,
    "relationships/writes/events.py: contact = known.get(": VIEW,
    "pages/research/views/questions.py: other = Question.objects.filter(": (
        "A question is moved among those of its own campaign: another's would be looked for there in vain."
    ),
}
"""`file: words of the line` → because."""
