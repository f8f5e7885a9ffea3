"""Who introduced whom, as a tree from the user on: one line to each person, whatever loops the introductions make.

Of several who named somebody, one who introduced stands before one who lent their name, and both before one who has
only promised; among equals the earliest. Who declined introduces nobody. Source: docs/method.md, R10 and R21.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple

from contacts.rules.phases import Phase
from outcomes.rules.items import ReferralState, as_the_giver_left_it, has_introduced

MADE: Final = 0
LENT: Final = 1
PROMISED: Final = 2
"""How far an introduction has come, the best first."""

AT_ONCE: Final = 300
"""Of how many people a picture or a list can be read at once."""


class Person(NamedTuple):
    """Somebody of the network, as the picture and the list show them; there may be thousands."""

    contact_id: int
    name: str
    called: str = ""
    company: str = ""
    phase: Phase = Phase.INITIATE
    met_on: date | None = None
    is_booked: bool = False
    introduced_by: int | None = None
    """As it is noted with the person, where no referral says it."""


@dataclass(frozen=True, kw_only=True)
class Referral:
    """One person named by another."""

    item_id: int
    giver: int
    referred: int
    state: ReferralState
    day: date
    said: str = ""
    introduced_on: date | None = None

    @property
    def strength(self) -> int | None:
        """None where it leads to nobody: the giver would rather not."""
        left = as_the_giver_left_it(self.state, self.said, introduced=self.introduced_on is not None)
        if left is ReferralState.DECLINED:
            return None
        if self.state is ReferralState.PROMISED:
            return PROMISED
        return MADE if has_introduced(self.state, self.introduced_on) else LENT


@dataclass(frozen=True, kw_only=True)
class Branch:
    """A person in the tree, before those whom they introduced; `closes` lists end after this one."""

    person: Person
    depth: int
    parent: Person | None = None
    is_promised: bool = False
    also: tuple[str, ...] = ()
    """Who named them, too."""

    opens: bool = False
    closes: range = range(0)

    @property
    def stands(self) -> str:
        """Empty once they were met."""
        if self.person.met_on:
            return ""
        return "a meeting is planned" if self.person.is_booked else "not met yet"

    @property
    def facts(self) -> list[str]:
        """Beside the name, in words: what the picture tells by its lines and colours."""
        promised = "introduction promised" if self.is_promised else ""
        return [one for one in (self.person.phase.label, self.stands, promised) if one]


@dataclass
class Links:
    """By person: who leads to them in the tree, and who named them besides."""

    parents: dict[int, int] = field(default_factory=dict)
    promised: set[int] = field(default_factory=set)
    also: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))


def links_of(people: Mapping[int, Person], referrals: Iterable[Referral]) -> Links:
    """One who leads to each person; a loop is cut before whoever of it was met first, or is longest known here."""
    named: dict[int, list[tuple[int, date, int, int]]] = defaultdict(list)
    spoken_of: set[tuple[int, int]] = set()
    for one in referrals:
        spoken_of.add((one.giver, one.referred))
        if one.strength is not None and one.giver in people and one.referred in people and one.giver != one.referred:
            named[one.referred].append((one.strength, one.day, one.item_id, one.giver))
    links = Links()
    for pk, person in people.items():
        best = min(named[pk], default=None) if pk in named else None
        noted = person.introduced_by
        if best:
            links.parents[pk] = best[-1]
            links.also[pk] = list(dict.fromkeys(giver for *_, giver in sorted(named[pk]) if giver != best[-1]))
            if best[0] == PROMISED:
                links.promised.add(pk)
        elif noted in people and noted is not None and noted != pk and (noted, pk) not in spoken_of:
            links.parents[pk] = noted
    _cut_loops(people, links)
    return links


def _cut_loops(people: Mapping[int, Person], links: Links) -> None:
    seen: set[int] = set()
    for start in people:
        way: list[int] = []
        on_the_way: set[int] = set()
        at: int | None = start
        while at is not None and at not in seen and at not in on_the_way:
            way.append(at)
            on_the_way.add(at)
            at = links.parents.get(at)
        if at is not None and at in on_the_way:
            loop = way[way.index(at) :]
            first = min(loop, key=lambda pk: (people[pk].met_on or date.max, pk))
            links.also[first] = [links.parents.pop(first), *links.also[first]]
        seen |= on_the_way


def branches(people: Mapping[int, Person], referrals: Iterable[Referral]) -> list[Branch]:
    """The tree in the order of the list: everybody who was met, who leads to somebody, or to whom somebody leads."""
    links = links_of(people, referrals)
    below: dict[int | None, list[int]] = defaultdict(list)
    givers = {*links.parents.values(), *(pk for also in links.also.values() for pk in also)}
    for pk, person in people.items():
        if person.met_on or pk in givers or pk in links.parents:
            below[links.parents.get(pk)].append(pk)
    in_order: list[tuple[int, int]] = []
    waiting = [(pk, 1) for pk in reversed(_sorted(people, below[None], below))]
    while waiting:
        pk, depth = waiting.pop()
        in_order.append((pk, depth))
        waiting += [(one, depth + 1) for one in reversed(_sorted(people, below.get(pk, []), below))]
    ends = [depth for _, depth in in_order[1:]] + [1]
    return (
        [
            Branch(
                person=people[pk],
                depth=depth,
                parent=people.get(links.parents.get(pk, 0)),
                is_promised=pk in links.promised,
                also=tuple(people[one].name for one in links.also.get(pk, [])),
                opens=after > depth,
                closes=range(max(depth - after, 0)),
            )
            for (pk, depth), after in zip(in_order, ends, strict=True)
        ]
        if in_order
        else []
    )


def _sorted(people: Mapping[int, Person], ids: list[int], below: Mapping[int | None, list[int]]) -> list[int]:
    """Who leads to others first, then in the order in which they were met."""
    return sorted(ids, key=lambda pk: (not below.get(pk), people[pk].met_on or date.max, pk))


def readable(tree: Sequence[Branch]) -> list[list[Branch]]:
    """What can be read at once: all of it, or of a larger network whoever leads to somebody or was led to.

    What is more than a page breaks between two trees, never in one.
    """
    if len(tree) <= AT_ONCE:
        return [list(tree)]
    pages: list[list[Branch]] = [[]]
    for one in tree:
        if one.depth == 1 and not one.opens:
            continue
        if one.depth == 1 and len(pages[-1]) >= AT_ONCE:
            pages.append([])
        pages[-1].append(one)
    return pages
