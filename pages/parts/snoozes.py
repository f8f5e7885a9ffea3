"""What putting off a follow-up offers: business days, each with the day that it leads to."""

from datetime import date

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from campaigns.rules.days import full_day
from outcomes.rules.due import SNOOZES, snooze_days


def snooze_items(today: date) -> SafeString:
    """The lines of the menu, written once a page: they are the same in every row."""
    days = zip(SNOOZES, snooze_days(today), strict=True)
    return format_html_join(
        "",
        '<li><button class="dropdown-item" name="days" value="{}">{}</button></li>',
        ((str(number), full_day(day, today)) for number, day in days),
    )
