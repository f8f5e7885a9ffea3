"""Names and companies beyond plain letters are compared and found by what a word is in their script."""

from django.db import migrations

from contacts.rules.names import compared
from contacts.rules.searching import words_to_find

AT_ONCE = 500


def is_plain(text):
    return text.isascii() and "'" not in text


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
        people = [person for person in some if not is_plain(f"{person.name}{person.nickname}")]
        for person in people:
            person.folded, person.sort_name = compared(person.name, person.given_name, person.family_name)
        Contact.objects.bulk_update(people, ["folded", "sort_name"], batch_size=100)
        SearchWord.objects.filter(contact__in=[person.pk for person in people]).delete()
        SearchWord.objects.bulk_create(
            SearchWord(campaign_id=one.campaign_id, contact=one, word=word, in_network=one.joined_on is not None)
            for one in people
            for word in words_to_find(f"{one.name} {one.nickname}")
        )
    for some in in_slices(Company.objects.only("name", "campaign_id").order_by("pk")):
        firms = [firm for firm in some if not is_plain(firm.name)]
        SearchWord.objects.filter(company__in=[firm.pk for firm in firms]).delete()
        SearchWord.objects.bulk_create(
            SearchWord(campaign_id=firm.campaign_id, company=firm, word=word)
            for firm in firms
            for word in words_to_find(firm.name)
        )


class Migration(migrations.Migration):
    dependencies = [("contacts", "0014_book_by_name")]
    operations = [migrations.RunPython(find_again, migrations.RunPython.noop)]
