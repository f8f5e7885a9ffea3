"""What lies in the trash says *promised* as what stands does: it may be restored for thirty days."""

from django.db import migrations


def say_promised(apps, schema_editor):
    Deletion = apps.get_model("trash", "Deletion")
    for deletion in Deletion.objects.order_by("pk").iterator(chunk_size=100):
        offered = [
            row["fields"]
            for row in deletion.rows
            if row["model"] == "outcomes.obtaineditem" and row["fields"].get("referral_state") == "offered"
        ]
        for fields in offered:
            fields["referral_state"] = "promised"
        if offered:
            Deletion.objects.filter(pk=deletion.pk).update(rows=deletion.rows)


class Migration(migrations.Migration):
    dependencies = [
        ("outcomes", "0006_referrals_that_wait"),
        ("trash", "0001_initial"),
    ]

    operations = [migrations.RunPython(say_promised, migrations.RunPython.noop)]
