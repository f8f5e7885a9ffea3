"""The words of the network are marked, and have an index of their own. The default stays in the table: the release
before writes words without it.
"""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.models import Q


def mark(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    network = apps.get_model("contacts", "Contact").objects.filter(joined_on__isnull=False).order_by().values("pk")
    apps.get_model("contacts", "SearchWord").objects.filter(contact__in=network).update(in_network=True)


class Migration(migrations.Migration):
    dependencies = [
        ("contacts", "0007_counted_in_an_index"),
    ]

    operations = [
        migrations.AddField(
            model_name="searchword",
            name="in_network",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.RunPython(mark, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="searchword",
            index=models.Index(
                condition=Q(("in_network", True)),
                fields=["campaign", "word", "contact"],
                name="search_network_by_word",
                opclasses=["int8_ops", "varchar_pattern_ops", "int8_ops"],
            ),
        ),
    ]
