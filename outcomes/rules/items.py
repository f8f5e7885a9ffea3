"""The words of what was obtained, and of where a referral stands. Source: docs/method.md."""

from accounts.rules.words import Worded


class ItemKind(Worded):
    """What somebody gave."""

    ADVICE = "advice", "Advice"
    SUGGESTION = "suggestion", "Suggestion"
    REFERRAL = "referral", "Referral"
    INFORMATION = "information", "Information"


class ReferralState(Worded):
    """How far an introduction has come."""

    PROMISED = "promised", "Promised"
    OFFERED = "offered", "Offered"
    INTRODUCED = "introduced", "Introduced"
    CONTACTED = "contacted", "Contacted"
    MET = "met", "Met"
    DECLINED = "declined", "Declined"
    GONE_QUIET = "gone_quiet", "Gone quiet"
