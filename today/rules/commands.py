"""What quick search can do besides finding: the pages and acts, found by the words that people use for them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

MOST_COMMANDS: Final = 6


@dataclass(frozen=True, kw_only=True)
class Command:
    """One act or page: `page` names its address, `also` are other words for it, `key` does the same."""

    words: str
    page: str
    icon: str
    also: str = ""
    key: str = ""


COMMANDS: Final = (
    Command(words="Log a coffee or talk", page="meeting_log_new", icon="plus-lg", also="meeting debrief note", key="L"),
    Command(words="Note a message or short call", page="touch_new", icon="envelope", also="log touch mail write phone"),
    Command(words="Plan a meeting", page="meeting_plan", icon="calendar-plus", also="coffee agree day schedule"),
    Command(words="Add a person", page="contact_new", icon="person-plus", also="new contact people create"),
    Command(words="Add a follow-up", page="follow_up_new", icon="check2", also="new remind reminder todo task promise"),
    Command(
        words="Choose whom to ask", page="people_choose", icon="people", also="who do i know address book pick ten"
    ),
    Command(words="Go to Today", page="today", icon="sun", also="review start home daily shelf cups"),
    Command(words="Go to People", page="people", icon="people", also="list contacts network table address book"),
    Command(
        words="See the board", page="people_board", icon="kanban", also="phases people initiate obtain use columns"
    ),
    Command(words="See who introduced whom", page="people_network", icon="people", also="network tree referral named"),
    Command(words="Print the contact sheet", page="people_sheet", icon="printer", also="list paper people"),
    Command(words="Print a blank sheet", page="people_sheet_blank", icon="printer", also="empty contact paper by hand"),
    Command(words="See target companies", page="companies", icon="briefcase", also="employers rank add company"),
    Command(words="Go to Meetings", page="meetings", icon="calendar3", also="coffees planned held talks one-on-ones"),
    Command(words="See events", page="events", icon="people", also="met at fair meetup gathering encounters go to"),
    Command(words="Plan an event", page="event_new", icon="calendar-plus", also="new fair meetup went met at"),
    Command(words="Go to Follow-ups", page="follow_ups", icon="check2", also="due waiting open invited tasks promises"),
    Command(words="See what people gave you", page="obtained", icon="lightbulb", also="ledger advice referral used"),
    Command(words="Plan the week ahead", page="week", icon="calendar3", also="review learned weekly whom to ask"),
    Command(words="Go to Pitch", page="pitch", icon="chat-quote", also="position skills stories readiness"),
    Command(
        words="Change the position sought", page="pitch_position", icon="chat-quote", also="edit job title sentence"
    ),
    Command(words="Say your background", page="pitch_one_to_one", icon="chat-quote", also="one-to-one pitch introduce"),
    Command(
        words="Say your verbal business card", page="pitch_card", icon="chat-quote", also="event elevator pitch timer"
    ),
    Command(words="Print the pitch", page="pitch_print", icon="printer", also="paper background business card"),
    Command(words="Compare versions of the pitch", page="pitch_versions", icon="chat-quote", also="former history"),
    Command(words="Change your three skills", page="pitch_skills", icon="chat-quote", also="edit skill strengths"),
    Command(words="Add a story", page="story_new", icon="chat-quote", also="new write tell trigger"),
    Command(
        words="See who heard which story", page="pitch_heard", icon="chat-quote", also="told tellings stories recall"
    ),
    Command(
        words="Go to Research", page="research", icon="journal-text", also="questions findings answers know find out"
    ),
    Command(words="Ask a new question", page="question_new", icon="journal-text", also="add research want to know"),
    Command(
        words="Edit message templates", page="message_templates", icon="envelope", also="wording texts language mail"
    ),
    Command(
        words="If nobody answers", page="if_silent", icon="hourglass-split", also="silent silence no answer i will then"
    ),
    Command(words="Import people", page="import", icon="upload", also="linkedin csv vcard file upload google outlook"),
    Command(
        words="Campaign settings",
        page="campaign",
        icon="clipboard",
        also="goal pause figures days off start worked studied",
    ),
    Command(words="Calendar file with reminders", page="reminders_file", icon="calendar3", also="ics download daily"),
    Command(words="Trash", page="trash", icon="arrow-counterclockwise", also="deleted restore undo bin"),
    Command(words="Account", page="account", icon="person", also="theme dark time zone keys name settings"),
    Command(words="Change your password", page="account_change_password", icon="person", also="account security"),
    Command(words="Change your e-mail address", page="account_address", icon="envelope", also="account mail sign in"),
    Command(
        words="Second factor", page="mfa_index", icon="person", also="two 2fa authenticator passkey security key codes"
    ),
    Command(words="Where you are signed in", page="usersessions_list", icon="person", also="sessions devices sign out"),
    Command(words="Sign out", page="account_logout", icon="person", also="log out leave quit"),
    Command(words="Help", page="help", icon="info-circle", also="method keys shortcuts keyboard how", key="?"),
)


@dataclass(frozen=True, kw_only=True)
class ForPerson:
    """An act for the person who was found first; `page` takes their number in the address, or after `?contact=`."""

    words: str
    page: str
    icon: str
    in_address: bool = False


FOR_PERSON: Final = (
    ForPerson(words="Log a coffee with {}", page="meeting_log_new", icon="plus-lg"),
    ForPerson(words="Invite {}", page="invite", icon="send", in_address=True),
    ForPerson(words="Plan a meeting with {}", page="meeting_plan", icon="calendar-plus"),
)


def commands_for(typed: Iterable[str]) -> list[Command]:
    """The commands of which each typed word, folded, begins a word; the first ones where nothing is typed."""
    words = list(typed)
    if not words:
        return list(COMMANDS[:MOST_COMMANDS])
    found = [command for command in COMMANDS if _fits(words, f"{command.words} {command.also}".lower())]
    return found[:MOST_COMMANDS]


def _fits(typed: list[str], words: str) -> bool:
    known = words.replace("-", " ").split()
    return all(any(word.startswith(part) for word in known) for part in typed)
