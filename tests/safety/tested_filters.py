"""Owner filters that no attack can miss, each with the test that does.

An attack compares the answers with Alice in the house to those without her. Where she is not needed, as for what her
signed token says of itself, both are the same. `owner_filters` runs the test with the filter and without it.
"""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

ASKING: Final = "tests/pages/today/test_today_asking.py"
PAUSES: Final = "tests/pages/campaign/test_pauses.py"

TESTED_FILTERS: Final = {
    "relationships/writes/campaign_days.py: if campaign_id != campaign.pk": (
        f"{PAUSES}::test_undo_of_a_pause_is_for_its_own_campaign"
    ),
    # It needs a pause that he has just removed.
    "relationships/writes/campaign_days.py: Pause.objects.get_or_create(": (
        f"{PAUSES}::test_undo_brings_a_removed_pause_back_once"
    ),
    # Asked from four weeks before Christmas on, which is after the day of the siege.
    "relationships/writes/campaign_days.py: return proposed_days_off(": (
        f"{PAUSES}::test_the_days_between_the_years_are_taken_off_with_one_click_and_undone"
    ),
    # Said only to who moves the campaign's start.
    "pages/campaign/views/campaign.py: cups = request.campaign.contacts.cups().count()": (
        "tests/pages/campaign/test_campaign.py::test_cups_follow_a_start_that_is_moved"
    ),
    # Nobody of hers is found by it; it only hides his own company of a longer name behind hers.
    "contacts/reads/people.py: companies = Company.objects.filter(campaign=campaign)": (
        "tests/pages/people/test_people.py::test_a_company_of_another_campaign_is_never_the_one_that_is_meant"
    ),
    # On other days than that of the siege, with more cups, or with other people.
    "today/reads/afterwards.py: held = Meeting.objects.held()": (
        "tests/pages/today/test_first_day.py::test_where_nobody_is_left_each_day_has_one_thing_to_do"
    ),
    "today/writes/choosing.py: invited=campaign.invitations": (
        f"{ASKING}::test_what_others_asked_this_week_is_not_counted"
    ),
    "today/writes/choosing.py: cups = campaign.contacts.cups().count()": (
        f"{ASKING}::test_from_forty_cups_second_talks_come_first"
    ),
    # Of each group ten are read: those of others would take the places, and are nobody's whose step is asked for.
    **{
        f"today/reads/to_choose.py: {line} = ": (
            f"tests/today/test_short_lists.py::test_who_might_have_a_row_is_of_the_own_campaign[{happened}]"
        )
        for line, happened in (
            ("quiet", "went_quiet"),
            ("due", "is_owed"),
            ("invited", "was_asked"),
            ("unplanned", "said_yes"),
        )
    },
    # In the list of the admin one thing is wrong with a row that is another's, and nothing is saved.
    "pages/admin/row_form.py: known = Company.objects.filter(": (
        "tests/pages/admin/test_admin_list.py::test_a_known_company_is_taken_whatever_its_capitals"
    ),
    # With as many companies as are looked at, and with as many cups as end the warm-up.
    "contacts/reads/companies.py: own = Company.objects.filter(": (
        "tests/today/test_short_lists.py::test_other_peoples_companies_take_no_place_among_the_own_ones"
    ),
    "today/reads/next_people.py: cups, ids = campaign.contacts.cups().count()": (
        "tests/today/test_short_lists.py::test_other_peoples_cups_do_not_end_the_warm_up"
    ),
    # What is told of by a name, a tag, a day or a word is hers in the siege too, or is none of these.
    **{
        place: f"tests/safety/test_of_others.py::test_nothing_of_another_campaign_is_shown[{page}]"
        for place, page in (
            ("relationships/reads/questions.py: rows = Question.objects.filter(", "plan"),
            ('pages/research/views/filing.py: "has_questions": Question.objects.filter(', "file"),
            ("relationships/reads/answers_by_tag.py: findings = ObtainedItem.objects.filter(", "research"),
            ("relationships/reads/answers_by_tag.py: tags = Tag.objects.filter(", "research"),
            ("relationships/reads/answers_by_tag.py: people = Contact.objects.in_network()", "research"),
            ("relationships/reads/whom_to_ask.py: people = Contact.objects.in_network()", "question"),
            ("relationships/reads/events.py: ahead = Event.objects.filter(", "events"),
        )
    },
    "research/writes/questions.py: last = Question.objects.filter(": (
        "tests/safety/test_of_others.py::test_nothing_of_another_campaign_is_taken_over"
    ),
    "relationships/writes/events.py: versions = list(PitchVersion.objects.filter(": (
        "tests/safety/test_of_others.py::test_nothing_of_another_campaign_is_taken_over"
    ),
    "pages/research/views/questions.py: deletion = get_object_or_404(request.campaign.deletions": (
        "tests/safety/test_of_others.py::test_nothing_of_another_campaign_is_taken_over"
    ),
    "relationships/writes/using.py: if stored is None or stored.campaign_id": (
        "tests/safety/test_of_others.py::test_nothing_of_another_campaign_is_taken_over"
    ),
    # It only says why something cannot be restored.
    "trash/writes/restoring.py: others = Deletion.objects.filter(": (
        "tests/trash/test_restoring.py::test_only_what_is_in_the_own_trash_can_be_restored_first"
    ),
    # Only who presses Delete in the moment in which it is deleted comes by.
    "trash/writes/deleting.py: return campaign.deletions.of(": (
        "tests/trash/test_trash.py::test_what_is_gone_is_looked_for_in_the_own_trash_only"
    ),
}
"""`file: words of the line` → the test."""

PASSED, FAILED = 0, 1


def fault_of(place: str, test: str) -> str:
    """Empty where the test passes with the filter and fails without it."""
    if (ended := run(test, "")) != PASSED:
        return f"{test} ends with {ended} though no filter is left out"
    if (ended := run(test, place)) != FAILED:
        return f"not missed by {test}, which ends with {ended}: {place}"
    return ""


def run(test: str, left_out: str) -> int:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.safety.leave_out", test]
    there = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        command, cwd=there, env={**os.environ, "OWNER_FILTER": left_out}, capture_output=True, check=False
    )
    return done.returncode
