"""What earlier releases said in other words: who promised to introduce is waited for, and rows know what they are of.

An *offered* referral was one that the giver had promised to introduce; since then *offered* says that their name may be
used. What was made by rules was recognised by its words, and gets the key that says it.
"""

import re
from collections import defaultdict

from django.db import migrations
from django.db.models import Exists, F, OuterRef, Subquery
from django.utils import timezone

from campaigns.rules.business_days import add_business_days, days_off

AT_ONCE = 500
PATIENCE = 5  # business days


def say_promised(apps, schema_editor):
    items = apps.get_model("outcomes", "ObtainedItem").objects.filter(kind="referral")
    made = apps.get_model("outcomes", "FollowUp").objects.filter(item=OuterRef("pk"), introduction=True)
    came = items.filter(referral_state__in=["introduced", "contacted", "met"], introduced_on=None)
    came.filter(Exists(made)).update(introduced_on=Subquery(made.order_by("pk").values("created_on")[:1]))
    came.update(introduced_on=F("day"))
    items.filter(referral_state="offered").update(referral_state="promised")


def say_contacted(apps, schema_editor):
    """Who was written to since they were named is contacted, unless the introduction is still to be written to."""
    items = apps.get_model("outcomes", "ObtainedItem").objects.filter(kind="referral")
    touches = apps.get_model("meetings", "Touch").objects.filter(direction="sent", day__gte=OuterRef("day"))
    asked = apps.get_model("meetings", "Invitation").objects.filter(sent_on__gte=OuterRef("day"))
    open_ones = apps.get_model("outcomes", "FollowUp").objects.filter(item=OuterRef("pk"), introduction=True)
    written_to = Exists(touches.filter(contact=OuterRef("referred"))) | Exists(asked.filter(contact=OuterRef("referred")))
    named = items.filter(referral_state__in=["promised", "introduced"], referred__isnull=False)
    named.filter(written_to, ~Exists(open_ones.filter(status="open"))).update(referral_state="contacted")


def wait_for_the_giver(apps, schema_editor):
    """Where nobody is waited for yet: five business days from now at the earliest, so that nothing is due at once."""
    FollowUp = apps.get_model("outcomes", "FollowUp")
    promised = apps.get_model("outcomes", "ObtainedItem").objects.filter(
        kind="referral", referral_state="promised", referred__isnull=False
    )
    today = timezone.now().date()
    off = defaultdict(list)
    for campaign, first, last in apps.get_model("campaigns", "Pause").objects.values_list("campaign", "from_day", "to_day"):
        off[campaign].append((first, last))
    new = []
    for item in promised.select_related("contact", "referred").order_by("pk").iterator(chunk_size=AT_ONCE):
        if typed := typed_by_hand(FollowUp, item):
            FollowUp.objects.filter(pk=typed.pk).update(item=item)
            continue
        due_on = add_business_days(today, PATIENCE, days_off(off[item.campaign_id]))
        words = f"{called(item.contact)} wants to introduce you to {called(item.referred)}"[:500]
        # Who was left for now is not waited for; coming back brings it.
        left = {"status": "dropped", "closed_on": today, "dropped_by_leaving": True}
        new.append(
            FollowUp(
                campaign_id=item.campaign_id, contact_id=item.contact_id, kind="waiting", text=words, due_on=due_on,
                item=item, created_on=today, **(left if item.contact.left_on or item.referred.left_on else {}),
            )
        )
    FollowUp.objects.bulk_create(new, batch_size=AT_ONCE)


def typed_by_hand(FollowUp, item):
    """The open waiting on the giver that the user has written down, which names whom they promised to introduce."""
    waits = FollowUp.objects.filter(contact=item.contact_id, kind="waiting", status="open", item=None).order_by("pk")
    named = re.compile(rf"(?<!\w){re.escape(called(item.referred))}(?!\w)", re.IGNORECASE)
    return next((row for row in waits if named.search(row.text)), None)


def called(contact):
    return contact.given_name or contact.name


def say_meets_again(apps, schema_editor):
    made = apps.get_model("outcomes", "FollowUp").objects.filter(kind="action", meeting__isnull=False, item=None)
    made.filter(text__startswith="Meet ", text__endswith=" again", introduction=False).update(meets_again=True)


def say_of_which_invitation(apps, schema_editor):
    FollowUp = apps.get_model("outcomes", "FollowUp")
    later = apps.get_model("meetings", "Invitation").objects.filter(answer="later")
    made = FollowUp.objects.filter(kind="action", by_rule=True, status="open", meeting=None, item=None, invitation=None)
    for row in made.filter(text__startswith="Ask ", text__endswith=" again", introduction=False):
        of_them = list(later.filter(contact=row.contact_id).order_by("-sent_on", "-pk"))
        of_day = [invitation for invitation in of_them if invitation.later_on == row.due_on]
        if found := next(iter(of_day or of_them), None):
            FollowUp.objects.filter(pk=row.pk).update(invitation=found)


class Migration(migrations.Migration):
    dependencies = [
        ("campaigns", "0002_figures_and_days_off"),
        ("contacts", "0012_four_days"),
        ("meetings", "0005_carried_along"),
        ("outcomes", "0005_promised_introductions"),
    ]

    operations = [
        migrations.RunPython(step, migrations.RunPython.noop)
        for step in (say_promised, say_contacted, wait_for_the_giver, say_meets_again, say_of_which_invitation)
    ]
