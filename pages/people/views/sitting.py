"""One sitting of at most twenty people, kept in the session: who comes, what was answered, and what that changed."""

from datetime import date
from typing import Any, Self

from accounts.rules.words import Worded
from campaigns.middleware import CampaignRequest
from contacts.models import Contact
from contacts.rules.knowing import KnownAs
from contacts.rules.likely import LATER, LikelyPerson
from relationships.writes.knowing import know, unknow

KEPT = "choosing"


class Answer(Worded):
    WE_TALK = "we_talk", "We talk"
    LONG_AGO = "long_ago", "Long ago"
    LATER = "later", "Later"
    NO = "no", "Not for this"


class Sitting:
    """`people`: a contact and the reasons; `answers`: a contact, the answer, and what stood there before: how they were
    known, or until when they had been put off.
    """

    def __init__(self, kept: dict[str, Any]) -> None:
        self.kept = kept
        self.people: list[tuple[int, list[str]]] = kept["people"]
        self.answers: list[tuple[int, str, str]] = kept["answers"]

    @classmethod
    def of(cls, request: CampaignRequest) -> Self | None:
        """Today's sitting of this campaign, if there is one."""
        # Of two posts at once the second finds the answer of the first: it is read anew, now that it is its turn.
        stored = type(request.session)(request.session.session_key) if request.method == "POST" else request.session
        kept = stored.get(KEPT)
        whose = [request.campaign.pk, request.today.isoformat()]
        return cls(kept) if kept and kept["whose"] == whose else None

    @classmethod
    def start(cls, request: CampaignRequest, people: list[LikelyPerson]) -> Self:
        sitting = cls(
            {
                "whose": [request.campaign.pk, request.today.isoformat()],
                "people": [(person.contact_id, list(person.reasons)) for person in people],
                "answers": [],
            }
        )
        if people:
            sitting.keep(request)
        return sitting

    @staticmethod
    def forget(request: CampaignRequest) -> None:
        request.session.pop(KEPT, None)

    def keep(self, request: CampaignRequest) -> None:
        request.session[KEPT] = self.kept
        request.session.save()

    def left(self) -> list[int]:
        """Who was not answered yet, in their order."""
        answered = {pk for pk, *_ in self.answers}
        return [pk for pk, _ in self.people if pk not in answered]

    def last(self) -> int | None:
        return self.answers[-1][0] if self.answers else None

    def reasons(self, pk: int) -> list[str]:
        return next((reasons for known, reasons in self.people if known == pk), [])

    def chosen(self) -> list[int]:
        """Who joined by this sitting: with whom they talk first."""
        return [pk for way in (Answer.WE_TALK, Answer.LONG_AGO) for pk, said, _ in self.answers if said == way]

    @property
    def size(self) -> int:
        return len(self.people)

    @property
    def place(self) -> int:
        """The place of the one who is asked about now."""
        return min(len(self.answers) + 1, self.size)

    @property
    def done(self) -> int:
        return len(self.answers)

    def counts(self) -> list[str]:
        """`4 we talk`, `1 later`, `1 not for this`."""
        said = [answer for _, answer, _ in self.answers]
        return [f"{said.count(answer)} {answer.label.lower()}" for answer in Answer if answer in said]

    def take(self, request: CampaignRequest, contact: Contact, answer: Answer) -> None:
        row = Contact.objects.filter(pk=contact.pk)
        match answer:
            case Answer.WE_TALK | Answer.LONG_AGO:
                know(contact, KnownAs(answer.value), request.today)
            case Answer.LATER:
                row.update(not_now_until=request.today + LATER)
            case Answer.NO:
                row.update(not_for_this=True)
        put_off = contact.not_now_until.isoformat() if contact.not_now_until else ""
        before = put_off if answer is Answer.LATER else contact.known_as
        self.answers.append((contact.pk, answer.value, before))
        self.keep(request)

    def take_back(self, request: CampaignRequest, contact: Contact) -> bool:
        """As if the last answer had not been given; False where something was recorded since."""
        _, answer, before = self.answers[-1]
        row = Contact.objects.filter(pk=contact.pk)
        match answer:
            case Answer.WE_TALK | Answer.LONG_AGO if not unknow(contact, before):
                return False
            case Answer.LATER:
                row.update(not_now_until=date.fromisoformat(before) if before else None)
            case Answer.NO:
                row.update(not_for_this=False)
        self.answers.pop()
        self.keep(request)
        return True
