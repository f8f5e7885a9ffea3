"""R18: the user's own templates."""

from campaigns.models import Campaign, MessageTemplate


def keep_template(campaign: Campaign, language: str, occasion: str, *, long: str, short: str) -> None:
    """The one of this occasion and language from now on."""
    MessageTemplate.objects.update_or_create(
        campaign=campaign, language=language, occasion=occasion, defaults={"long": long, "short": short}
    )
