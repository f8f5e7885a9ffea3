"""A campaign that goes on by itself: people answer, introduce and keep their word; the user works as they are."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

from campaigns.models import Campaign
from campaigns.rules.business_days import add_business_days, days_off
from contacts.models import Contact
from contacts.rules.joining import JoinedBecause
from contacts.rules.leaving import LeftBecause
from meetings.models import Encounter, Invitation, Meeting
from meetings.rules.asking import Answer
from meetings.rules.touch import Direction, Matter
from outcomes.models import FollowUp, ObtainedItem
from outcomes.rules.due import FollowUpKind
from outcomes.rules.items import ItemKind, ReferralState, UsedAs
from relationships.rules.debrief import Debrief, Given, Promise
from relationships.rules.history import Moment
from relationships.rules.steps import NextStep, StepKind
from relationships.writes import asking, follow_ups, introductions, inviting, using
from relationships.writes.debrief import log_planned
from relationships.writes.leaving import leave
from relationships.writes.people import record
from relationships.writes.planning import plan
from relationships.writes.touching import note_touch
from tests import event_factories, factories

A_DAY = timedelta(days=1)
OFF = days_off([(date(2026, 12, 24), date(2027, 1, 2))])


def morning(day: date) -> Moment:
    return Moment(today=day, now=datetime.combine(day, time(8), tzinfo=UTC))


@dataclass(kw_only=True)
class Living:
    """The people around one campaign. `chance` decides what they do; nothing else does."""

    campaign: Campaign
    chance: Random
    names: int = 0
    promised: set[int] = field(default_factory=set)
    """The follow-ups that the user promised somebody."""

    def somebody(self, *, known: bool) -> Contact:
        self.names += 1
        fields: dict[str, Any] = {"starred": self.chance.random() < 0.3}
        fields |= {"known_as": self.chance.choice(("we_talk", "long_ago"))} if known else {}
        joined = self.campaign.started_on if known or self.chance.random() < 0.3 else None
        name = f"Person{self.names} Of{self.names % 37}"
        return factories.make_contact(
            self.campaign, name, company=f"Works {self.names % 11}", joined_on=joined, **fields
        )

    def night(self, today: date) -> None:
        """Before this day: who was asked answers, who promised introduces, plans stand as they were made."""
        for invitation in Invitation.objects.waiting().filter(campaign=self.campaign).order_by("pk"):
            if self.chance.random() < 0.12:
                said = self.chance.choices((Answer.YES, Answer.LATER, Answer.NO), (6, 1, 2))[0]
                later_on = today + timedelta(days=self.chance.randint(5, 20)) if said is Answer.LATER else None
                inviting.answer(invitation, said, today=today, later_on=later_on)
        promised = ObtainedItem.objects.referrals().filter(
            campaign=self.campaign, referral_state=ReferralState.PROMISED
        )
        for item in promised.select_related("contact", "referred").order_by("pk"):
            if self.chance.random() < 0.1:
                introductions.introduced(item, today)

        used = ObtainedItem.objects.filter(campaign=self.campaign, used_on__isnull=False).order_by("pk").first()
        if used and self.chance.random() < 0.1:  # it was not used after all, maybe after they were told
            using.take_back(used)

    def debrief(self, meeting: Meeting, today: date) -> None:
        """What a coffee brings: advice, names, promises either way, thanks."""
        chance, given = self.chance, []
        if chance.random() < 0.7:
            kind = chance.choice((ItemKind.ADVICE, ItemKind.SUGGESTION, ItemKind.INFORMATION))
            given.append(Given(kind=kind, text=f"Advice {meeting.pk}"))
        if chance.random() < 0.4:
            self.names += 1
            said = chance.choice((ReferralState.PROMISED, ReferralState.OFFERED))
            given.append(Given(kind=ItemKind.REFERRAL, name=f"Named{self.names} By{meeting.pk}", said=said))
        soon = add_business_days(today, chance.randint(1, 6), OFF)
        promise = Promise(text=f"Send {meeting.pk}", due=soon)
        log_planned(
            meeting,
            Debrief(
                day=meeting.local_day,
                share=f"Shared {meeting.pk}" if chance.random() < 0.6 else "",
                given=tuple(given),
                thank=True,
                promised=promise if chance.random() < 0.3 else None,
                waiting=Promise(text=f"They look {meeting.pk}", due=soon) if chance.random() < 0.2 else None,
                again=today + timedelta(days=25) if chance.random() < 0.2 else None,
                ask_next_time=f"How it went {meeting.pk}" if chance.random() < 0.4 else None,
            ),
            today=today,
        )
        mine = FollowUp.objects.filter(campaign=self.campaign, kind=FollowUpKind.PROMISE)
        self.promised.update(mine.values_list("pk", flat=True))

    def event(self, today: date, met: int) -> None:
        """So many people at an event; half of them agree to meet again, and only these join (R1)."""
        at_it = event_factories.make_event(self.campaign, f"Event {today}", day=today)
        for number in range(met):
            person = self.somebody(known=False)
            answer = "agreed" if number % 2 else "not"
            Encounter.objects.create(campaign=self.campaign, event=at_it, contact=person, answer=answer)
            if answer == "agreed":
                follow_ups.add_follow_up(
                    person,
                    FollowUpKind.ACTION,
                    f"Write to {person.name}",
                    add_business_days(today, 2, OFF),
                    today=today,
                )
                record(person, JoinedBecause.ENCOUNTER, today)

    def act(self, contact_id: int, step: NextStep, today: date) -> None:
        """What the user does about one row, so that it is done."""
        kind, chance = step.kind, self.chance
        contact = Contact.objects.select_related("campaign__owner").get(pk=contact_id)
        if kind is StepKind.PLAN:
            day = add_business_days(today, chance.randint(1, 7), OFF)
            plan(contact, today=today, day=day, purpose_kind="acquaint")
        elif kind in (StepKind.REMIND, StepKind.LEAVE):
            invitation = Invitation.objects.get(pk=step.about or 0)
            if kind is StepKind.REMIND:
                inviting.remind(invitation, today)
            else:
                leave(contact, LeftBecause.NO_ANSWER, today=today)
        elif kind is StepKind.USE:
            item = ObtainedItem.objects.get(pk=step.about or 0)
            if chance.random() < 0.3:
                using.put_off(item, add_business_days(today, 5, OFF))
            else:
                using.put_to_use(item, chance.choice((UsedAs.RESUME, UsedAs.OTHERWISE, UsedAs.DECLINED)), today=today)
        elif kind is StepKind.QUIET:
            note_touch(
                contact, None, today=today, day=today, direction=Direction.SENT, matter=Matter.OTHER, text="News"
            )
        elif kind in (StepKind.WRITE, StepKind.DO, StepKind.CHASE):
            follow_ups.done(FollowUp.objects.filter(pk=step.about or 0), today)
        else:
            assert kind.is_asking or kind is StepKind.ADD, step
            asking.invite(contact, sent_on=today, today=today, purpose_kind="acquaint")
