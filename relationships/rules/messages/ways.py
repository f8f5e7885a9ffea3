"""R18: where a message can be opened with its text in it. The app sends nothing.

Ringing comes first for who is known from before (R23). Source: docs/method.md.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from contacts.rules.same_person import linkedin_key
from contacts.rules.ways import mail_address, phone_address
from relationships.rules.messages.message import Message

ENOUGH_DIGITS: Final = 8
"""WhatsApp takes numbers with their country alone: one without a + cannot be known."""


@dataclass(frozen=True, kw_only=True)
class Way:
    """A way to reach them: its icon, its name on the button, what opens it, and the text that comes along in it.

    Into a profile the text is pasted, and to ring nobody needs one.
    """

    name: str
    opens: str
    icon: str = ""
    text: str = ""
    is_short: bool = False

    @property
    def address(self) -> str:
        return f"{self.opens}{quote(self.text, safe='')}"


def ways(
    message: Message, *, emails: Sequence[str], phones: Sequence[str], links: Sequence[str], rings_first: bool
) -> list[Way]:
    """All that are noted, in the order in which they are offered; the first of each kind."""
    ring = [Way(name="Ring", opens=address) for address in _numbers(phones)[:1]]
    written = [*_mail(message, emails), *_profile(links), *_by_phone(message, phones)]
    return [*ring, *written] if rings_first else [*written, *ring]


def _mail(message: Message, emails: Sequence[str]) -> Iterator[Way]:
    for address in [known for one in emails if (known := mail_address(one))][:1]:
        opens = f"{address}?subject={quote(message.subject, safe='')}&body="
        yield Way(name="Mail", icon="envelope", opens=opens, text=message.long.replace("\n", "\r\n"))


def _profile(links: Sequence[str]) -> Iterator[Way]:
    for link in links:
        if linkedin_key(link):
            yield Way(name="LinkedIn", icon="linkedin", opens=link)
            return


def _by_phone(message: Message, phones: Sequence[str]) -> Iterator[Way]:
    text = message.short or message.long
    for number in [address.removeprefix("tel:") for address in _numbers(phones)][:1]:
        digits = number.removeprefix("+")
        if number.startswith("+") and len(digits) >= ENOUGH_DIGITS:
            yield Way(name="WhatsApp", opens=f"https://wa.me/{digits}?text=", text=text, is_short=True)
        yield Way(name="Text message", icon="chat-left-text", opens=f"sms:{number}?&body=", text=text, is_short=True)


def _numbers(phones: Sequence[str]) -> list[str]:
    return [address for number in phones if (address := phone_address(number))]
