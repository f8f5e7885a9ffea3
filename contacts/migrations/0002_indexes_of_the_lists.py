import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contacts", "0001_initial"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="company",
            index=models.Index(
                condition=models.Q(("is_target", True)), fields=["campaign", "rank", "folded"], name="target_by_rank"
            ),
        ),
        migrations.AddIndex(
            model_name="contact",
            index=models.Index(
                condition=models.Q(("joined_on__isnull", False)),
                fields=["campaign", "sort_name", "id"],
                name="network_by_name",
            ),
        ),
        migrations.AddIndex(
            model_name="contact",
            index=models.Index(
                condition=models.Q(("joined_on__isnull", False)),
                fields=["campaign", "phase", "sort_name", "id"],
                name="network_by_phase",
            ),
        ),
        migrations.AddIndex(
            model_name="contact",
            index=models.Index(
                condition=models.Q(("joined_on__isnull", False)),
                fields=["campaign", "next_due_on", "sort_name", "id"],
                name="network_by_due",
            ),
        ),
        migrations.AddIndex(
            model_name="contact",
            index=models.Index(
                condition=models.Q(("joined_on__isnull", False)),
                fields=["campaign", "last_spoke_on", "sort_name", "id"],
                name="network_by_spoke",
            ),
        ),
        migrations.AddIndex(
            model_name="contact",
            index=models.Index(
                condition=models.Q(("left_on__isnull", False)), fields=["campaign", "sort_name", "id"], name="left_by_name"
            ),
        ),
        migrations.AddIndex(
            model_name="contact",
            index=models.Index(fields=["company", "sort_name", "id"], name="contact_of_company"),
        ),
        migrations.AlterField(
            model_name="contact",
            name="company",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="contacts",
                to="contacts.company",
            ),
        ),
    ]
