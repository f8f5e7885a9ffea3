"""The indexes of the contacts, each for a query that is named in tests/size."""

from django.db import models
from django.db.models import Q

NETWORK_INDEXES = {
    "network_by_name": ["campaign"],
    "network_by_phase": ["campaign", "phase"],
    "network_by_acts": ["campaign", "acts_on"],
    "network_by_free": ["campaign", "free_on"],
    "network_by_spoke": ["campaign", "last_spoke_on"],
    "network_of_company": ["campaign", "company"],
}

INDEXES = (
    models.Index(fields=["campaign", "sort_name", "id"], name="contact_by_name"),
    # Of the address book alone: in an index of everybody, the few of each day on which somebody joined made SQLite
    # believe that as few never did, and it read the whole book for the fifteen that another index begins with.
    models.Index(fields=["campaign", "sort_name", "id"], condition=Q(joined_on=None), name="book_by_name"),
    models.Index(fields=["campaign", "phase", "sort_name", "id"], name="contact_by_phase"),
    models.Index(fields=["campaign", "last_spoke_on", "sort_name", "id"], name="contact_by_spoke"),
    models.Index(
        fields=["campaign", "first_held_on", "id"],
        condition=Q(joined_on__isnull=False),
        name="network_by_first_held",
    ),
    models.Index(fields=["campaign", "folded"], name="contact_by_folded"),
    models.Index(
        fields=["campaign"],
        condition=Q(known_from_before__isnull=False) | ~Q(known_as=""),
        name="contact_known",
    ),
    models.Index(fields=["campaign"], condition=~Q(nickname=""), name="contact_nicknamed"),
    models.Index(fields=["campaign", "-connected_on", "id"], condition=Q(joined_on=None), name="book_by_connected"),
    # The network is a tenth of an address book: its lists walk indexes of their own, and an import writes none.
    *(
        models.Index(fields=[*columns, "sort_name", "id"], condition=Q(joined_on__isnull=False), name=name)
        for name, columns in NETWORK_INDEXES.items()
    ),
    # Counted by phase each morning: all that is asked stands in the index.
    models.Index(
        fields=["campaign", "phase", "first_held_on", "id"],
        condition=Q(joined_on__isnull=False),
        name="network_counted",
    ),
    models.Index(fields=["campaign", "sort_name", "id"], condition=Q(left_on__isnull=False), name="left_by_name"),
    models.Index(
        fields=["campaign", "introduced_by"],
        condition=Q(introduced_by__isnull=False),
        name="contact_introduced",
    ),
    models.Index(fields=["campaign", "left_on"], condition=Q(left_on__isnull=False), name="contact_by_left"),
    models.Index(fields=["campaign", "company", "sort_name", "id"], name="contact_of_company"),
    models.Index(fields=["campaign"], condition=~Q(worked_before=""), name="contact_worked_before"),
)
