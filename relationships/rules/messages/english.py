"""The templates as they come, in English; the user edits their own, one set a language. Source: docs/method.md."""

from typing import Final

from relationships.rules.messages.composing import Template
from relationships.rules.messages.facts import MessageKind, Tie

_NO: Final = "Two lines in writing would help too, and a no is fine."

INVITE: Final = {
    Tie.INTRODUCED: Template(
        long="""
Dear {name},

{giver} suggested that I write to you.
{giver_and_i}
{Situation}.
{Looking_for}
{question}
May I ask you that for 20 minutes, on {days}, by phone or at your place?
If this month is full, please say so; that is quite all right.

{me}
""",
        short="""
Hello {short_name}, | Hello,
{giver} suggested that I write to you.
?{Situation}.
?{question}
May I ask you one thing here, or for 20 minutes by phone?
A no is fine.
?{me}
""",
    ),
    Tie.LENT: Template(
        long="""
Dear {name},

{giver} said that I may write to you.
{giver_and_i}
{Situation}.
{Looking_for}
{question}
May I ask you that for 20 minutes, on {days}, by phone or at your place?
If this month is full, please say so; that is quite all right.

{me}
""",
        short="""
Hello {short_name}, | Hello,
{giver} said that I may write to you.
?{Situation}.
?{question}
May I ask you one thing here, or for 20 minutes by phone?
A no is fine.
?{me}
""",
    ),
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
    Tie.COLLEAGUE: Template(
        long=f"""
Dear {{name}},

We both worked at {{place}}: {{i_was_there}}. | We both worked at {{place}}.
{{Situation}}.
{{Looking_for}}
Before I decide where to go next, I am asking people who can tell.
{{question}}
Would 20 minutes by phone suit you on {{days}}?
{_NO}

{{me}}
""",
        short="""
Hello {short_name}, | Hello,
We both worked at {place}.
?{Situation}.
?{question}
May I ask you one thing here, or for 20 minutes by phone?
A no is fine.
?{me}
""",
    ),
    Tie.SCHOOL: Template(
        long=f"""
Dear {{name}},

We both studied at {{school}}.
{{Situation}}.
{{Looking_for}}
Before I decide where to go next, I am asking people who can tell.
{{question}}
Would 20 minutes by phone suit you on {{days}}?
{_NO}

{{me}}
""",
        short="""
Hello {short_name}, | Hello,
We both studied at {school}.
?{Situation}.
?{question}
May I ask you one thing here, or for 20 minutes by phone?
A no is fine.
?{me}
""",
    ),
    Tie.GROUND: Template(
        long=f"""
Dear {{name}},

We have something in common: {{shares}}.
{{Situation}}.
{{Looking_for}}
{{question}}
Would 20 minutes by phone suit you on {{days}}?
{_NO}

{{me}}
""",
        short="""
Hello {short_name}, | Hello,
?We have something in common: {shares}.
?{Situation}.
?{question}
May I ask you one thing here, or for 20 minutes by phone?
A no is fine.
?{me}
""",
    ),
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

OTHERS: Final = {
    MessageKind.REMIND: Template(
        long="""
{greeting}

Once more, in case this got lost.
{question}
Would 20 minutes on {days} suit you?
If it does not suit, I will leave it there.

{me}
""",
        short="""
Hello {short_name}, | Hello,
Once more, in case this got lost.
?{question}
Would 20 minutes suit you?
If it does not suit, I will leave it there.
?{me}
""",
    ),
    MessageKind.REPLY: Template(
        long="""
{greeting}

Thank you, I am glad.
Would {times} suit you?
At {meeting_place}, or where it is easy for you. | By phone, or where it is easy for you.
20 minutes are enough.

{me}
""",
        short="""
Thank you, {short_name}, I am glad. | Thank you, I am glad.
Would {times} suit you?
?20 minutes are enough, by phone or where it is easy for you.
?{me}
""",
    ),
    MessageKind.THANK: Template(
        long="""
{greeting}

Thank you for the talk {last_met}. | Thank you for your time.
What I keep from it is this name: {given_person}. | What I keep from it: “{given}”.
You will hear from me what comes of it.

{me}
""",
        short="""
{short_greeting}
Thank you for the talk {last_met}. | Thank you for your time.
?You will hear from me what comes of it.
?{me}
""",
    ),
    MessageKind.TELL: Template(
        long="""
{greeting}

On {given_on} you gave me the name of {given_person}. | On {given_on} you told me: “{given}”.
{became}
Thank you.
There is nothing you need to do.

{me}
""",
        short="""
{short_greeting}
On {given_on} you gave me the name of {given_person}. | On {given_on} you told me something that helped.
?{became}
Thank you.
?There is nothing you need to do.
?{me}
""",
    ),
    MessageKind.NEWS: Template(
        long="""
Dear {name},

On {said_no_on} you answered that a talk did not suit; thank you for answering.
I am not asking again, I only have some news.
I am now looking for this position: {position}. | {Situation}.
If that ever touches your work, this address reaches me.
No answer needed.

{me}
""",
        short="""
Hello {short_name}, | Hello,
Thank you for answering on {said_no_on}.
I am not asking again, I only have some news.
?I am now looking for this position: {position}. | {Situation}.
No answer needed.
?{me}
""",
    ),
    MessageKind.BLURB: Template(
        long="""
{me} is looking for this position: {position}.
In {me}’s own words: “{story}”
{me} would like to ask one question for 20 minutes, and a no is fine.
""",
    ),
}
