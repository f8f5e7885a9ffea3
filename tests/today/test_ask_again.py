"""R10 asked of the database: who was met, and is ready to be asked once more."""

from datetime import date, timedelta

from campaigns.models import Campaign
from outcomes.models import FollowUp, FollowUpStatus
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import UsedAs
from relationships.writes.using import put_to_use
from tests import factories
from today.reads.next_people import weighed
from today.rules.next_people import proposals

TODAY = factories.DAY
JOINED = TODAY - timedelta(days=60)
LONG_AGO = TODAY - timedelta(days=40)


def once_more(campaign: Campaign, day: date = TODAY) -> dict[str, str]:
    candidates = weighed(campaign, day).others
    _, again = proposals(candidates, day, cups=campaign.contacts.cups().count())
    return {one.name: one.short for one in again}


def test_who_was_met_twice_is_asked_again_three_weeks_later(campaign: Campaign) -> None:
    contact = factories.make_contact(campaign, "Yusra Penhale", joined_on=JOINED)
    for days in (60, 21):
        factories.make_meeting(contact, day=TODAY - timedelta(days=days))

    assert once_more(campaign) == {"Yusra Penhale": "Met twice: ask for a name"}
    assert not once_more(campaign, TODAY - timedelta(days=1)), "spoken to in the last three weeks"


def test_who_was_told_what_became_of_it_is_asked_again(campaign: Campaign) -> None:
    contact = factories.make_contact(campaign, "Ruben Tarnbrook", joined_on=JOINED)
    factories.make_meeting(contact, day=LONG_AGO)
    assert not once_more(campaign)

    factories.make_follow_up(contact, kind=FollowUpKind.TELL, status=FollowUpStatus.DONE, closed_on=LONG_AGO)

    assert once_more(campaign) == {"Ruben Tarnbrook": "You used what Ruben gave, and they know: ask for a name"}


def test_who_changed_what_the_user_says_is_shown_it(campaign: Campaign) -> None:
    contact = factories.make_contact(campaign, "Mara Okonjo", joined_on=JOINED)
    factories.make_meeting(contact, day=LONG_AGO)
    put_to_use(factories.make_item(contact, day=LONG_AGO), UsedAs.RESUME, today=LONG_AGO)
    assert not once_more(campaign), "to be told first"

    FollowUp.objects.update(status=FollowUpStatus.DONE, closed_on=LONG_AGO)
    factories.refreshed(contact)

    assert once_more(campaign) == {"Mara Okonjo": "You revised your resume on Mara’s advice: show it"}
