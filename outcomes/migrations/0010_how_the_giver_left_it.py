"""How far the giver had brought a referral stays noted once it says what became of it: it is the way back."""

from django.db import migrations, models
from django.db.models import Exists, OuterRef


def note_what_they_said(apps, schema_editor):
    items = apps.get_model("outcomes", "ObtainedItem").objects.filter(
        kind="referral", giver_said="", referral_state__in=["contacted", "met"]
    )
    waited = apps.get_model("outcomes", "FollowUp").objects.filter(item=OuterRef("pk"), kind="waiting")
    items.filter(introduced_on__isnull=False).update(giver_said="introduced")
    items.filter(Exists(waited)).update(giver_said="promised")
    items.update(giver_said="offered")


class Migration(migrations.Migration):

    dependencies = [
        ('outcomes', '0009_follow_ups_of_items'),
    ]

    operations = [
        migrations.AddField(
            model_name='obtaineditem',
            name='giver_said',
            field=models.CharField(blank=True, choices=[('promised', 'Promised'), ('offered', 'Offered'), ('introduced', 'Introduced'), ('contacted', 'Contacted'), ('met', 'Met'), ('declined', 'Declined'), ('gone_quiet', 'Gone quiet')], editable=False, help_text='How far the giver had brought it, once the state tells what became of it since.', max_length=10),
        ),
        migrations.RunPython(note_what_they_said, migrations.RunPython.noop),
    ]
