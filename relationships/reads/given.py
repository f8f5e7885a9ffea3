"""What was given at meetings, in the words of a list."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from accounts.rules.words import capitalised, counted
from outcomes.models import ObtainedItem
from outcomes.rules.items import ItemKind

SEVERAL = {
    ItemKind.ADVICE: "pieces of advice",
    ItemKind.SUGGESTION: "suggestions",
    ItemKind.REFERRAL: "referrals",
    ItemKind.INFORMATION: "pieces of information",
}
ONE = {
    ItemKind.ADVICE: "piece of advice",
    ItemKind.SUGGESTION: "suggestion",
    ItemKind.REFERRAL: "referral",
    ItemKind.INFORMATION: "piece of information",
}


def given_at(meetings: Iterable[int]) -> dict[int, str]:
    """`Two suggestions, one referral`, for each of these meetings at which anything was given."""
    counts: dict[int, Counter[ItemKind]] = defaultdict(Counter)
    given = ObtainedItem.objects.filter(meeting__in=list(meetings)).order_by().values_list("meeting", "kind")
    for meeting, kind in given:
        if meeting is not None:
            counts[meeting][ItemKind(kind)] += 1
    return {meeting: given_words(of_one) for meeting, of_one in counts.items()}


def given_words(counts: Counter[ItemKind]) -> str:
    said = [counted(counts[kind], ONE[kind], SEVERAL[kind]) for kind in ItemKind if counts[kind]]
    return capitalised(", ".join(said))
