"""Nobody is called by an emoji or by a letter that is not seen: the given name is what of it can be read."""

from django.db import migrations

from contacts.rules.names import compared, split_name
from contacts.rules.words import says_something

AT_ONCE = 500


def is_all_said(text):
    return all(says_something(word) for word in text.split())


def rename(contact):
    said = " ".join(word for word in contact.given_name.split() if says_something(word))
    if said:
        contact.given_name = said
    else:
        parts = split_name(contact.name)
        contact.given_name, contact.family_name = parts.given, parts.family
    contact.folded, contact.sort_name = compared(contact.name, contact.given_name, contact.family_name)


def call_by_what_is_said(apps, schema_editor):
    contacts = apps.get_model("contacts", "Contact").objects.only("name", "given_name", "family_name")
    renamed = []
    for contact in contacts.exclude(given_name="").order_by("pk").iterator(chunk_size=AT_ONCE):
        if not contact.given_name.isalpha() and not is_all_said(contact.given_name):
            rename(contact)
            renamed.append(contact)
    contacts.bulk_update(renamed, ["given_name", "family_name", "folded", "sort_name"], batch_size=100)


class Migration(migrations.Migration):
    dependencies = [("contacts", "0015_words_in_every_script")]
    operations = [migrations.RunPython(call_by_what_is_said, migrations.RunPython.noop)]
