"""What else is written, in English, as it comes. Source: docs/method.md."""

from typing import Final

from relationships.rules.messages.composing import Template
from relationships.rules.messages.facts import MessageKind

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
    MessageKind.THANK_NO: Template(
        long="""
{greeting}

Thank you for answering.
That it does not suit is quite all right, and I am not asking again.

{me}
""",
        short="""
{short_greeting}
Thank you for answering.
That it does not suit is quite all right.
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
