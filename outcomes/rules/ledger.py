"""R8: where each thing that people gave stands in the ledger: from *to use* to *they know*. Source: docs/method.md."""

from typing import Final

from accounts.rules.words import Worded
from outcomes.rules.items import ReferralState


class Part(Worded):
    """The parts of the ledger in the order of the page; everything that was given stands in one of them."""

    TO_USE = "to_use", "To use"
    PUT_OFF = "put_off", "Put off"
    PROMISED = "promised", "Introductions promised"
    NOT_TOLD = "not_told", "Used, and they do not know yet"
    TOLD = "told", "Used, and they know"
    DECLINED = "declined", "Declined"


USED: Final = (Part.NOT_TOLD, Part.TOLD)
"""What was really put to use: counted so, and nowhere else."""

TO_TAKE_UP: Final = (ReferralState.OFFERED, ReferralState.INTRODUCED)
TAKEN_UP: Final = (ReferralState.CONTACTED, ReferralState.MET, ReferralState.GONE_QUIET)
"""A referral is used by writing to whom it names."""
