"""Former employers stand in a field of their own; those that an import took the place of are copied into it."""

from django.db import migrations, models

AT_ONCE = 500
LABEL = "Company until "


def copy_what_imports_replaced(apps, schema_editor):
    contacts = apps.get_model("contacts", "Contact").objects
    noted = contacts.filter(imported_details__icontains=LABEL).only("imported_details", "worked_before").order_by("pk")
    changed = []
    for contact in noted.iterator(chunk_size=AT_ONCE):
        lines = [
            f"{company}, until {label[-4:]}"
            for label, text in contact.imported_details.items()
            if label.startswith(LABEL)
            for company in str(text).split(" \u00b7 ")
        ]
        contact.worked_before = "\n".join(dict.fromkeys(lines))[:5000]
        changed.append(contact)
    contacts.bulk_update(changed, ["worked_before"], batch_size=100)


class Migration(migrations.Migration):
    dependencies = [
        ("campaigns", "0007_smaller_figures_answered"),
        ("contacts", "0022_people_with_a_nickname"),
    ]
    operations = [
        migrations.AddField(
            model_name="contact",
            name="worked_before",
            field=models.TextField(blank=True, db_default="", default="", max_length=5000, verbose_name="Worked before at"),
        ),
        migrations.AddIndex(
            model_name="contact",
            index=models.Index(
                condition=models.Q(("worked_before", ""), _negated=True),
                fields=["campaign"],
                name="contact_worked_before",
            ),
        ),
        migrations.RunPython(copy_what_imports_replaced, migrations.RunPython.noop),
    ]
