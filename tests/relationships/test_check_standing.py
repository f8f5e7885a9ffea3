"""`manage.py check_standing`: what is stored is compared with what follows, and mended."""

import pytest
from django.core.management import CommandError, call_command

from campaigns.models import Campaign
from contacts.models import Contact, SearchWord
from contacts.writes.people import index_contacts
from tests.factories import make_contact


@pytest.mark.parametrize("wrong", ["standing", "words"])
def test_what_is_out_of_step_is_said_and_mended(wrong: str, campaign: Campaign) -> None:
    contact = make_contact(campaign, "Noor Haddad")
    index_contacts([contact])
    call_command("check_standing", "--mend")
    if wrong == "words":
        SearchWord.objects.filter(word="noor").update(in_network=False)
    else:
        Contact.objects.filter(pk=contact.pk).update(held_count=7)

    with pytest.raises(CommandError, match="1 contacts are out of step"):
        call_command("check_standing")
    call_command("check_standing", "--mend")
    call_command("check_standing")
