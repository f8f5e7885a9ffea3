"""Whoever is called Mueller is found by Müller too, and Arabic and Hebrew names with and without their signs."""

import re

from django.db import migrations

from contacts.rules.names import compared
from contacts.rules.searching import words_to_find

AT_ONCE = 500
SPELT_ANEW = re.compile(r"[^\x00-\x7f]|[aou]e|aa|[a-z][.&/][a-z]", re.IGNORECASE)


def in_slices(rows):
    some = []
    for row in rows.iterator(chunk_size=AT_ONCE):
        some.append(row)
        if len(some) == AT_ONCE:
            yield some
            some = []
    yield some


def find_again(apps, schema_editor):
    Contact, Company, SearchWord = (apps.get_model("contacts", name) for name in ("Contact", "Company", "SearchWord"))
    shown = ("name", "nickname", "given_name", "family_name", "joined_on", "campaign_id")
    for some in in_slices(Contact.objects.only(*shown).order_by("pk")):
        people = [one for one in some if SPELT_ANEW.search(f"{one.name} {one.nickname}")]
        for one in people:
            one.folded, one.sort_name = compared(one.name, one.given_name, one.family_name)
        Contact.objects.bulk_update(people, ["folded", "sort_name"], batch_size=100)
        SearchWord.objects.filter(contact__in=[one.pk for one in people]).delete()
        SearchWord.objects.bulk_create(
            SearchWord(campaign_id=one.campaign_id, contact=one, word=word, in_network=one.joined_on is not None)
            for one in people
            for word in words_to_find(f"{one.name} {one.nickname}")
        )
    for some in in_slices(Company.objects.only("name", "campaign_id").order_by("pk")):
        firms = [one for one in some if SPELT_ANEW.search(one.name)]
        SearchWord.objects.filter(company__in=[one.pk for one in firms]).delete()
        SearchWord.objects.bulk_create(
            SearchWord(campaign_id=one.campaign_id, company=one, word=word)
            for one in firms
            for word in words_to_find(one.name)
        )


class Migration(migrations.Migration):
    dependencies = [("contacts", "0017_last_spoke_by_name")]
    operations = [migrations.RunPython(find_again, migrations.RunPython.noop)]
