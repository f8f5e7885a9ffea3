from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def note_as_asked(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Who has a campaign keeps the figures it has: nobody is asked for them again."""
    apps.get_model("campaigns", "Campaign").objects.update(figures_asked=True)


class Migration(migrations.Migration):
    dependencies = [("campaigns", "0002_figures_and_days_off")]

    operations = [migrations.RunPython(note_as_asked, migrations.RunPython.noop)]
