"""What every row of follow-ups holds, written once a page: it is the same in each of them."""

from datetime import date
from urllib.parse import urlencode

from django.middleware.csrf import get_token
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from campaigns.middleware import CampaignRequest
from campaigns.rules.days import full_day
from outcomes.rules.due import SNOOZES, snooze_days


def once_a_page(request: CampaignRequest, here: str) -> dict[str, str]:
    """For the context of a page with such rows; `here` is the address that their actions lead back to."""
    return {
        "here": here,
        "led_back": urlencode({"next": here}),
        "hidden_fields": hidden_fields(request, here),
        "snooze_items": snooze_items(request.today),
    }


def hidden_fields(request: CampaignRequest, here: str) -> SafeString:
    """What each form of a row sends along."""
    return format_html(
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}"><input type="hidden" name="next" value="{}">',
        get_token(request),
        here,
    )


def snooze_items(today: date) -> SafeString:
    """What putting off offers: business days, each with the day that it leads to."""
    days = zip(SNOOZES, snooze_days(today), strict=True)
    return format_html_join(
        "",
        '<li><button class="dropdown-item" name="days" value="{}">{}</button></li>',
        ((str(number), full_day(day, today)) for number, day in days),
    )
