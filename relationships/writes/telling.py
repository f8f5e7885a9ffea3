"""What was told to somebody: stories, a version of a pitch, and the story that came back to them (R13)."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import F

from contacts.models import Contact
from meetings.models import Meeting, Telling
from meetings.rules.recalls import which_came_back
from pitch.models import PitchVersion, Story
from pitch.rules.versions import Spoken, said_on
from relationships.reads.debrief import Logged
from relationships.rules.debrief import Debrief


def write_told(meeting: Meeting, debrief: Debrief, before: Logged) -> None:
    """What one debrief says of it; what stood before and is said no more goes. Called inside its transaction."""
    _stories(meeting, debrief.stories, set(before.stories))
    _pitches(meeting, debrief.pitches, set(before.pitches))
    gone = set(before.recalled) - debrief.recalled
    if gone:
        forget(meeting.contact, gone, meeting.day)
    for story_id in sorted(debrief.recalled - set(before.recalled)):
        recall(meeting.contact, story_id, meeting.day)


def move_told(meeting: Meeting, day: date) -> None:
    """The meeting was on another day. What came back before it was told by then had been heard elsewhere."""
    Telling.objects.filter(contact=meeting.contact_id, recalled_on=meeting.day).update(recalled_on=day)
    Telling.objects.filter(meeting=meeting).update(day=day)
    too_early = Telling.objects.of_stories().filter(contact=meeting.contact_id, recalled_on__lt=F("day"))
    for story_id, recalled_on in list(too_early.values_list("story", "recalled_on")):
        if story_id and recalled_on:
            forget(meeting.contact, [story_id], recalled_on)
            recall(meeting.contact, story_id, recalled_on)


@transaction.atomic
def recall(contact: Contact, story: Story | int, day: date) -> bool:
    """This story came back to them on this day; False where that is noted already.

    It is the last telling until that day that did not come back yet; who heard it elsewhere has heard it by then.
    """
    story_id = story if isinstance(story, int) else story.pk
    Contact.objects.select_for_update(of=("self",), no_key=True).get(pk=contact.pk)
    told = list(Telling.objects.filter(contact=contact, story=story_id, day__lte=day).order_by("day", "pk"))
    row = which_came_back(day, told)
    if row is None and told:
        return False
    row = row or Telling(campaign_id=contact.campaign_id, contact=contact, story_id=story_id, day=day)
    row.recalled_on = day
    row.save()
    return True


def forget(contact: Contact, stories: Iterable[int], day: date) -> None:
    """These did not come back to them on that day after all."""
    rows = Telling.objects.filter(contact=contact, story__in=stories, recalled_on=day)
    rows.update(recalled_on=None)


def _stories(meeting: Meeting, told: frozenset[int], before: set[int]) -> None:
    Telling.objects.bulk_create(_telling(meeting, story_id=story_id) for story_id in sorted(told - before))
    if before - told:
        Telling.objects.filter(meeting=meeting, story__in=before - told).delete()


def _pitches(meeting: Meeting, told: frozenset[Spoken], before: set[Spoken]) -> None:
    """In the version that was current on the day; that one stays, whatever is said later."""
    if before - told:
        Telling.objects.filter(meeting=meeting, version__kind__in=before - told).delete()
    if not told - before:
        return
    versions = PitchVersion.objects.filter(campaign=meeting.campaign_id, kind__in=told - before).order_by("number")
    found = list(versions)
    current = [said_on([one for one in found if one.kind == kind], meeting.day) for kind in sorted(told - before)]
    Telling.objects.bulk_create(_telling(meeting, version=version) for version in current if version)


def _telling(meeting: Meeting, *, story_id: int | None = None, version: PitchVersion | None = None) -> Telling:
    return Telling(
        campaign_id=meeting.campaign_id,
        contact_id=meeting.contact_id,
        meeting=meeting,
        story_id=story_id,
        version=version,
        day=meeting.day,
    )
