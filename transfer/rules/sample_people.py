"""The cast of the sample campaign, in plain values: who is met, who was asked, and who stands in the address book.

Days are counted from today; the story is told on a Monday. All of them are invented.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, kw_only=True)
class Person:
    name: str
    position: str
    company: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Coffee(Person):
    """A held first meeting, `day` days from today, and what came of it.

    `gave` are lines of (kind, text); of a referral, promised or offered, the text is `Name,
    Company`. `stories` are numbers of the campaign's.
    """

    day: int
    place: str = "Quayside Roasters"
    purpose: str = "path"
    remember: str = ""
    share: str = ""
    gave: tuple[tuple[str, str], ...] = ()
    stories: tuple[int, ...] = ()
    promised: tuple[str, int] | None = None
    waiting: tuple[str, int] | None = None


# fmt: off
COFFEES: Final = (
    Coffee(name="Graham Estevane", position="Operations director, retired", company="Tillerman Group", day=-60,
           place="At Graham’s", tags=("former boss", "food"), stories=(0,), share="Night shifts at 22",
           remember="What am I best at? Graham retold the late line better than I did. Is restoring a canal boat.",
           gave=(("referral", "Halden Brooks, Saltmarsh Seafood"), ("referral",
           "Beatrix Vandermolen, Northgate Bakeries"),
                 ("referral", "Yusra Penhale, Brightmill Foods"))),
    Coffee(name="Lotte Brannigan", position="Plant manager", company="Harrow & Vane Dairy", day=-56, tags=("food",),
           share="Both ran a night shift", stories=(0,), gave=(("advice",
           "Name the size of plant in the first sentence"),),
           waiting=("Lotte wanted to send the audit list", 7)),
    Coffee(name="Halden Brooks", position="Finance director", company="Saltmarsh Seafood", day=-54, tags=("food",),
           share="Sons in the same rowing club", stories=(0,), gave=(("information",
           "Saltmarsh opens a second site in spring"),)),
    Coffee(name="Beatrix Vandermolen", position="Managing director", company="Northgate Bakeries", day=-52,
           purpose="position", tags=("food",), share="Apprentices at nineteen", stories=(0,)),
    Coffee(name="Corwin Stroud", position="Logistics manager", company="Fenwick Freight", day=-48,
           place="Station buffet",
           share="The same first employer", stories=(1,)),
    Coffee(name="Yusra Penhale", position="Head of planning", company="Brightmill Foods", day=-46, tags=("food",),
           share="Studied at Aldermoor College", stories=(0,), gave=(("suggestion", "Ask who owns the late orders"),
           ("offered", "Liesl Quarrington, Fenwick Freight"))),
    Coffee(name="Samir Oakhurst", position="Head of improvement", company="Pellworm Drinks", day=-45, purpose="skills",
           share="Both keep bees", stories=(2,)),
    Coffee(name="Jonah Petrelund", position="Supply chain manager", company="Coldharbour Packaging", day=-41,
           share="Sunday league, the same ground", stories=(0, 2),
           waiting=("Jonah wanted to ask who follows the plant director", 9)),
    Coffee(name="Annika Sorrel", position="HR director", company="Pellworm Drinks", day=-39, purpose="skills",
           tags=("food", "recruiter"), share="Both moved here for a job", stories=(0,),
           gave=(("suggestion", "Shorten the resume to one page"),)),
    Coffee(name="Wendell Moray", position="Head of procurement", company="Coldharbour Packaging", day=-38,
           purpose="acquaint"),
    Coffee(name="Mireille Vossanne", position="Founder", company="Quayside Roasters", day=-34, purpose="position",
           share="Early mornings", stories=(1,), remember="Waits for a second roaster, and for somebody to run it."),
    Coffee(name="Odette Farnworthy", position="Quality director", company="Harrow & Vane Dairy", day=-32,
           tags=("food",),
           share="The same audit, years apart", stories=(0,), gave=(("advice",
           "Say what the plant was before, then after"),),
           waiting=("Odette wanted to ask the works council", 11)),
    Coffee(name="Ruben Tarnbrook", position="Site director", company="Pellworm Drinks", day=-27, purpose="skills",
           tags=("food",), share="Both led a vote on shifts", stories=(1,), gave=(("suggestion",
           "Talk to Casper Lindqvale"), ("offered", "Petra Lindholm, Lowfield Print"))),
    Coffee(name="Priya Castellane", position="Chief operating officer", company="Northgate Bakeries", day=-25,
           purpose="position", tags=("food",), share="A line move each", stories=(1,),
           promised=("Send Priya the line-move summary", -3)),
    Coffee(name="Felix Dunmarrow", position="Recruiter", company="Dunmarrow Search", day=-20, purpose="acquaint",
           tags=("recruiter",)),
    Coffee(name="Noor Halvane", position="Consultant", company="Halvane Advisory", day=-18, share="Saturday market",
           stories=(1,), promised=("Send Noor the plant list", 8)),
    Coffee(name="Imogen Tressel", position="Training manager", company="Brightmill Foods", day=-17, purpose="acquaint"),
    Coffee(name="Casper Lindqvale", position="Engineering manager", company="Brightmill Foods", day=-13,
           purpose="position",
           tags=("food",), share="Both mend old clocks", stories=(2,), waiting=("Casper wanted to name the planner",
           4)),
    Coffee(name="Thandi Wexcombe", position="Partner", company="Wexcombe & Hale", day=-11, purpose="somebody",
           share="Choir", stories=(0,), gave=(("referral", "Oriel Hathersey, Greenlow Foods"),)),
    Coffee(name="Ewan Bickerstow", position="Shift manager", company="Tillerman Group", day=-6, purpose="acquaint",
           waiting=("Ewan wanted to ask about the Aldermoor site", 3)),
    Coffee(name="Rosalind Keaveney", position="Plant accountant", company="Greenlow Foods", day=-4, purpose="position"),
)

BOOKED: Final = (
    Person(name="Desmond Achterby", position="Plant director", company="Brightmill Foods", tags=("food",)),
    Person(name="Ilse Okonmar", position="VP supply chain", company="Harrow & Vane Dairy", tags=("food",)),
    Person(name="Matteo Brandreth", position="Head of operations", company="Saltmarsh Seafood", tags=("food",)),
)

INVITED: Final = (
    (Person(name="Pascal Everdene", position="Plant manager", company="Greenlow Foods", tags=("food",)), 0),
    (Person(name="Liesl Quarrington", position="Logistics director", company="Fenwick Freight"), -4),
    (Person(name="Idris Thornbury", position="Owner", company="Thornbury Mills", tags=("food",)), -5),
    (Person(name="Maud Ellerbeck", position="Head of production", company="Coldharbour Packaging"), -6),
)

IN_NETWORK: Final = (
    Person(name="Tove Marrick", position="Head of operations", company="Quayside Roasters", tags=("food",)),
    Person(name="Isolde Carrow", position="Production manager", company="Tillerman Group", tags=("food",)),
    Person(name="Gwen Astbury", position="Recruiter", company="Astbury Partners", tags=("recruiter",)),
    Person(name="Henrik Dalgaard", position="Maintenance manager", company="Thornbury Mills"),
    Person(name="Petra Lindholm", position="Buyer", company="Lowfield Print"),
    Person(name="Osric Fenwright", position="Planner", company="Fenwick Freight"),
    Person(name="Lucan Brightholme", position="Works council", company="Tillerman Group"),
    Person(name="Nadia Trevanion", position="Consultant", company="Trevanion & Co"),
    Person(name="Clemence Yardlow", position="Plant manager", company="Pellworm Drinks"),
)

GIVEN: Final = (
    "Alma", "Bertil", "Celia", "Dario", "Edda", "Fergus", "Greta", "Hollis", "Inga", "Joss",
    "Keziah", "Leopold", "Maren", "Niall", "Oona", "Piers", "Quilla", "Rufus", "Saskia", "Tobias",
    "Una", "Viggo", "Wilma", "Xander", "Yvette", "Zeno", "Agnes", "Bram", "Cosima", "Dunstan",
)
FAMILY: Final = (
    "Brightwater", "Calloway", "Drummond-Hay", "Elphick", "Farrow", "Gadsby", "Hartnoll", "Inskip", "Jessop",
    "Kettering",
    "Langrish", "Mellor", "Northcote", "Ormerod", "Pargeter", "Quennell", "Rushworth", "Stannard", "Thirlwell",
    "Upcott",
)
EMPLOYERS: Final = (
    "Greenlow Foods", "Brightmill Foods", "Fenwick Freight", "Aldermoor Council", "Coldharbour Packaging",
    "Lowfield Print",
    "Harrow & Vane Dairy", "Marsh Engineering",
)
POSITIONS: Final = (
    "Operations manager", "Sales manager", "Planner", "Engineer", "Shift manager", "Accountant", "Buyer",
    "Quality manager",
    "Team leader",
)
# fmt: on

ADDRESS_BOOK: Final = 60


def address_book() -> list[Person]:
    """Sixty more, each name once; the first is at a target company."""
    return [
        Person(
            name=f"{GIVEN[number % len(GIVEN)]} {FAMILY[(number + number // len(GIVEN) * 7) % len(FAMILY)]}",
            position=POSITIONS[number % len(POSITIONS)],
            company=EMPLOYERS[number % len(EMPLOYERS)],
        )
        for number in range(ADDRESS_BOOK)
    ]
