"""A name with Hebrew points or Arabic vowel signs is compared as the same name without them."""

from django.db import migrations

from contacts.rules.names import compared

AT_ONCE = 500
COPIES = ("folded", "sort_name")


def compare_anew(apps, schema_editor):
    contacts = apps.get_model("contacts", "Contact").objects
    shown = contacts.only("name", "given_name", "family_name", *COPIES).order_by("pk")
    differing = []
    for contact in shown.iterator(chunk_size=AT_ONCE):
        if contact.folded.isascii() and contact.sort_name.isascii():
            continue
        before = (contact.folded, contact.sort_name)
        contact.folded, contact.sort_name = compared(contact.name, contact.given_name, contact.family_name)
        if (contact.folded, contact.sort_name) != before:
            differing.append(contact)
    contacts.bulk_update(differing, COPIES, batch_size=100)


class Migration(migrations.Migration):
    dependencies = [("contacts", "0020_spelling_of_e_mail")]
    operations = [migrations.RunPython(compare_anew, migrations.RunPython.noop)]
