"""Invitations as they come, in English, one for each tie. Source: docs/method.md."""

from typing import Final

from relationships.rules.messages.composing import Template
from relationships.rules.messages.facts import Tie


def _introduced(first: str) -> Template:
    """Somebody stands between: their name is the first word."""
    return Template(
        long=f"""
Dear {{name}},

{first}
{{giver_and_i}}
{{Situation}}.
{{Looking_for}}
{{question}}
May I ask you that for 20 minutes, on {{days}}, by phone or at your place?
If this month is full, please say so; that is quite all right.

{{me}}
""",
        short=f"""
Hello {{short_name}}, | Hello,
{first}
?{{Situation}}.
?{{question}}
May I ask you one thing here, or for 20 minutes by phone?
A no is fine.
?{{me}}
""",
    )


def _sharing(first: str, short: str) -> Template:
    """A stranger with whom something is shared."""
    return Template(
        long=f"""
Dear {{name}},

{first}
{{Situation}}.
{{Looking_for}}
Before I decide where to go next, I am asking people who can tell.
{{question}}
Would 20 minutes by phone suit you on {{days}}?
Two lines in writing would help too, and a no is fine.

{{me}}
""",
        short=f"""
Hello {{short_name}}, | Hello,
{short}
?{{Situation}}.
?{{question}}
May I ask you one thing here, or for 20 minutes by phone?
A no is fine.
?{{me}}
""",
    )


INVITE: Final = {
    Tie.INTRODUCED: _introduced("{giver} suggested that I write to you."),
    Tie.LENT: _introduced("{giver} said that I may write to you."),
    Tie.LONG_AGO: Template(
        long="""
Hi {name},

It has been a while, so my news first: {situation}. | It has been a while.
We worked together at {place}. | We know each other from {school}.
I am not asking whether you know of a job.
{question}
Could I ring you for 20 minutes, on {days}?
I would like to hear how you are, too.
If it is a bad time, just say so.

{me}
""",
        short="""
Hi {short_name}, | Hi,
It has been a while, so my news first: {situation}. | It has been a while.
?{question}
Could I ring you for 20 minutes?
If it is a bad time, just say so.
?{me}
""",
    ),
    Tie.KNOWN: Template(
        long="""
Hi {name},

{Situation}.
I am not asking whether you know of a job.
{question}
Could I ring you for 20 minutes, on {days}?
If it is a bad time, just say so.

{me}
""",
        short="""
Hi {short_name}, | Hi,
?{Situation}.
?{question}
Could I ring you for 20 minutes?
If it is a bad time, just say so.
?{me}
""",
    ),
    Tie.EVENT: Template(
        long="""
Dear {name},

We met at {event} {event_on}, {agreed}. | We met at {event} {event_on}.
We have something in common: {shares}.
{Situation}.
{Looking_for}
{question}
Would 20 minutes suit you on {days}, by phone or where it is easy for you?
Two lines in writing would help too, and a no is fine.

{me}
""",
        short="""
Hello {short_name}, | Hello,
?We met at {event} {event_on}, {agreed}. | We met at {event} {event_on}. | We met at {event}.
?{Situation}.
?{question}
May I ask you one thing here, or for 20 minutes by phone?
A no is fine.
?{me}
""",
    ),
    Tie.COLLEAGUE: _sharing(
        "We both worked at {place}: {i_was_there}. | We both worked at {place}.", "We both worked at {place}."
    ),
    Tie.SCHOOL: _sharing("We both studied at {school}.", "We both studied at {school}."),
    Tie.GROUND: _sharing("We have something in common: {shares}.", "?We have something in common: {shares}."),
    Tie.NONE: Template(
        long="""
Dear {name},

We do not know each other yet; I write to you because of your work at {company}. | We do not know each other yet.
{Situation}.
{Looking_for}
I have one question that two lines can answer.
{question}
A no is fine.

{me}
""",
        short="""
Hello {short_name}, | Hello,
?{Situation}.
I have one question that two lines can answer.
?{question}
A no is fine.
?{me}
""",
    ),
    Tie.AGAIN: Template(
        long="""
Hi {name},

Thank you once more for the talk {last_met}.
You gave me the name of {given_person}. | You told me then: “{given}”.
{became}
{question}
May I come back to you for 20 minutes, on {days}?
If it does not suit, just say so.

{me}
""",
        short="""
Hi {short_name}, | Hi,
Thank you once more for the talk {last_met}.
?{question}
May I come back to you for 20 minutes?
If it does not suit, just say so.
?{me}
""",
    ),
}
