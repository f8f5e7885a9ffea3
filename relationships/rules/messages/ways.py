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
    """A way to reach them: its icon, its name and what is shown of it, what opens it, and the text that comes along.

    Into a profile the text is pasted, and to ring nobody needs one.
    """

    name: str
    opens: str
    icon: str
    shown: str
    text: str = ""
    is_short: bool = False

    @property
    def address(self) -> str:
        return f"{self.opens}{quote(self.text, safe='')}"


def ways(
    message: Message, *, emails: Sequence[str], phones: Sequence[str], links: Sequence[str], rings_first: bool
) -> list[Way]:
    """All that are noted, in the order in which they are offered; the first of each kind."""
    ring = [Way(name="Ring", icon="telephone", opens=address, shown=shown) for address, shown in _numbers(phones)[:1]]
    written = [*_mail(message, emails), *_profile(links), *_by_phone(message, phones)]
    return [*ring, *written] if rings_first else [*written, *ring]


def _mail(message: Message, emails: Sequence[str]) -> Iterator[Way]:
    for address, shown in [(known, one) for one in emails if (known := mail_address(one))][:1]:
        opens = f"{address}?subject={quote(message.subject, safe='')}&body="
        text = message.long.replace("\n", "\r\n")
        yield Way(name="Mail", icon="envelope", opens=opens, shown=shown, text=text)


def _profile(links: Sequence[str]) -> Iterator[Way]:
    for link in links:
        if key := linkedin_key(link):
            yield Way(name="LinkedIn", icon="linkedin", opens=link, shown=key.strip("/"))
            return


def _by_phone(message: Message, phones: Sequence[str]) -> Iterator[Way]:
    text = message.short or message.long
    for address, shown in _numbers(phones)[:1]:
        number = address.removeprefix("tel:")
        digits = number.removeprefix("+")
        said = {"shown": shown, "text": text}
        if number.startswith("+") and len(digits) >= ENOUGH_DIGITS:
            opens = f"https://wa.me/{digits}?text="
            yield Way(name="WhatsApp", icon="whatsapp", opens=opens, is_short=True, **said)
        opens = f"sms:{number}?&body="
        yield Way(name="Text message", icon="chat-left-text", opens=opens, is_short=True, **said)


def _numbers(phones: Sequence[str]) -> list[tuple[str, str]]:
    """Those that can be rung, each as it is rung and as it was noted."""
    return [(address, number) for number in phones if (address := phone_address(number))]
