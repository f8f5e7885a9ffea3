"""Each screen beside the rule of the next step: where it says something else."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from django.test import Client

from accounts.rules.words import as_line
from campaigns.models import Campaign
from contacts.models import Contact
from outcomes.models import FollowUp
from outcomes.rules.due import FollowUpKind
from relationships.reads.history import next_steps
from relationships.rules.history import Moment
from relationships.rules.steps import NextStep, StepKind, Timing
from tests.pages import screens
from tests.pages.today.reading import number, rows, shown

OF_A_MEETING: Final = {StepKind.LOG, StepKind.PREPARE}
OF_A_FOLLOW_UP: Final = {StepKind.WRITE, StepKind.DO, StepKind.CHASE}
OF_AN_INVITATION: Final = {StepKind.WAIT, StepKind.REMIND, StepKind.LEAVE}
NOTHING_FIRST: Final = {StepKind.REST, StepKind.BACK}

Said = tuple[str, str]
"""A screen, and what is wrong there."""


def differences(client: Client, people: Iterable[Contact], campaign: Campaign, moment: Moment) -> list[Said]:
    """Where a screen says something else than the rule. `people` are those whose page and search are looked at."""
    shown(client)  # the first look of a day opens it: who was left until today is back
    steps = next_steps(campaign, campaign.contacts.values_list("pk", flat=True), moment)
    return [
        *_of_persons(client, people, steps),
        *_of_the_search(client, people, steps),
        *_of_the_list(client, steps),
        *_of_the_board(client, campaign, steps),
        *_of_follow_ups(client, campaign, steps),
        *_of_today(client, steps, moment),
        *_of_the_number(client),
    ]


def _of_persons(client: Client, people: Iterable[Contact], steps: Mapping[int, NextStep]) -> Iterator[Said]:
    for contact in people:
        rule, page = as_line(steps[contact.pk].words), screens.on_the_page(client, contact)
        if page != rule:
            yield "person", f"{contact}: {page!r}, not {rule!r}"


def _of_the_search(client: Client, people: Iterable[Contact], steps: Mapping[int, NextStep]) -> Iterator[Said]:
    """By how their names begin, so that one search finds several."""
    hits: dict[int, str] = {}
    for begin in sorted({contact.name[:4].strip() for contact in people}):
        hits |= screens.in_the_search(client, begin)
    yield from _unlike(
        "search",
        {contact.pk: hits[contact.pk] for contact in people if contact.pk in hits},
        {contact.pk: as_line(steps[contact.pk].words) if contact.joined_on else "" for contact in people},
    )


def _of_the_list(client: Client, steps: Mapping[int, NextStep]) -> Iterator[Said]:
    yield from _unlike("list", screens.in_the_list(client), {pk: as_line(step.words) for pk, step in steps.items()})


def _of_the_board(client: Client, campaign: Campaign, steps: Mapping[int, NextStep]) -> Iterator[Said]:
    network = campaign.contacts.in_network().values_list("pk", flat=True)
    there = {pk: as_line(steps[pk].words) for pk in network if steps[pk].kind is not StepKind.BACK}
    yield from _unlike("board", screens.on_the_board(client), there)


def _unlike(screen: str, said: Mapping[int, str], rule: Mapping[int, str]) -> Iterator[Said]:
    for pk in sorted({*said, *rule}):
        if said.get(pk) != rule.get(pk):
            yield screen, f"{pk}: {said.get(pk)!r}, not {rule.get(pk)!r}"


def _of_follow_ups(client: Client, campaign: Campaign, steps: Mapping[int, NextStep]) -> Iterator[Said]:
    """A row says the next step itself, or what comes first."""
    mine, waiting = (screens.among_follow_ups(client, show) for show in ("open", "waiting"))
    for row in (*mine, *waiting):
        step = steps[row.person]
        is_the_step = row.about == about(step)  # of who said yes: neither has a key
        if is_the_step and step.kind not in OF_AN_INVITATION and row.line != as_line(step.words):
            yield "follow-ups", f"{row}: not {step.words!r}"
        first = "" if is_the_step or step.kind in NOTHING_FIRST else as_line(step.words)
        if row.first != first:
            yield "follow-ups", f"{row}: not {first!r}"
    plans = Counter(row.person for row in mine if not row.about)
    if plans != Counter(pk for pk, step in steps.items() if step.kind is StepKind.PLAN):
        yield "follow-ups", f"said yes: {plans}"
    of_campaign = FollowUp.objects.filter(campaign=campaign)
    open_ones = [*of_campaign.mine().values_list("pk", flat=True)]
    if Counter(row.about for row in mine if row.about) != Counter(f"follow-up-{pk}" for pk in open_ones):
        yield "follow-ups", f"open: {mine}"
    said = [f"follow-up-{pk}" for pk in of_campaign.waiting().values_list("pk", flat=True)]
    invited = [f"invitation-{pk}" for pk in campaign.invitations.waiting().values_list("pk", flat=True)]
    if Counter(row.about for row in waiting) != Counter([*said, *invited]):
        yield "follow-ups", f"waiting: {waiting}"


def _of_today(client: Client, steps: Mapping[int, NextStep], moment: Moment) -> Iterator[Said]:
    listed, beside = screens.on_today(client), screens.proposed(client)
    for pk, times in Counter([*(row.person for row in listed), *beside]).items():
        if times > 1:
            yield "today", f"{pk} stands there {times} times"
    for row in listed:
        if not (_is_the_meeting(row, steps[row.person]) if row.is_a_meeting else _is_the_row(row, steps[row.person])):
            yield "today", f"{row}, not {steps[row.person]}"
        due = _due_to_who_is_met(row.person, moment) if row.is_a_meeting else []
        if sorted(row.owed) != due:
            yield "today", f"{row}: owed are {due}"
    there = {row.person for row in listed}
    for pk, step in steps.items():
        always = (step.kind in OF_A_MEETING and step.timing is Timing.NOW) or (step.group and step.group.always_shown)
        if always and pk not in there:
            yield "today", f"{pk} is missing: {step}"
    for pk in beside:
        if not (steps[pk].kind.is_asking or steps[pk].kind is StepKind.ADD):
            yield "today", f"{pk} is proposed: {steps[pk]}"


def _is_the_meeting(row: screens.Shown, step: NextStep) -> bool:
    is_over = row.heading == "How did it go?"
    return step.kind is (StepKind.LOG if is_over else StepKind.PREPARE) and row.about == about(step)


def _is_the_row(row: screens.Shown, step: NextStep) -> bool:
    heading = "Somebody to ask" if step.kind is StepKind.ADD else step.group.label if step.group else ""
    is_about = row.about == (about(step) if step.kind in OF_A_FOLLOW_UP else "")
    return row.line == as_line(step.words) and row.heading == heading and is_about


def about(step: NextStep) -> str:
    """What a step is about, as the rows name it; a yes without a day has a row of its own person."""
    kinds = (("meeting", OF_A_MEETING), ("follow-up", OF_A_FOLLOW_UP), ("invitation", OF_AN_INVITATION))
    kind = next((name for name, steps in kinds if step.kind in steps), "")
    return f"{kind}-{step.about}" if kind else ""


def _due_to_who_is_met(contact_id: int, moment: Moment) -> list[str]:
    due = FollowUp.objects.due(moment.today).filter(contact=contact_id).exclude(kind=FollowUpKind.WAITING)
    return sorted(" ".join(text.split()) for text in due.values_list("text", flat=True))


def _of_the_number(client: Client) -> Iterator[Said]:
    """The same in the greeting and in the navigation of five pages, and as many rows."""
    try:
        said = number(client)
    except AssertionError as unlike:
        yield "number", str(unlike)
        return
    if rows(shown(client)) != said:
        yield "number", f"{said}, and {rows(shown(client))} rows"
