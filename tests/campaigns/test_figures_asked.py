"""Campaigns of before keep their figures, and nobody is asked for them again (R11)."""

from importlib import import_module

from django.apps import apps

from campaigns.models import Campaign

migration = import_module("campaigns.migrations.0003_figures_were_asked")


def test_figures_of_before_are_kept_and_count_as_asked(campaign: Campaign) -> None:
    campaign.weekly_invitations, campaign.weekly_cups = 6, 4
    campaign.save()

    migration.note_as_asked(apps, None)

    campaign.refresh_from_db()
    assert (campaign.figures_asked, campaign.weekly_invitations, campaign.weekly_cups) == (True, 6, 4)
