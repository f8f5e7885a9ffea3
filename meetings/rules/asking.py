"""R3 and R17: what may be asked of whom, and what follows when nobody answers. Source: docs/method.md."""

from accounts.rules.words import Worded


class Answer(Worded):
    """What became of an invitation."""

    WAITING = "waiting", "Waiting"
    YES = "yes", "Yes"
    LATER = "later", "Later"
    NO = "no", "No"
    NO_ANSWER = "no_answer", "No answer"


class AskKind(Worded):
    """The kinds of the one specific thing that is asked for."""

    VIEW = "view", "Their view"
    SUGGESTION = "suggestion", "A suggestion"
    REFERRAL = "referral", "A referral"
    INFORMATION = "information", "Information"
