"""Law 5: acts on one campaign come one after another; a view that takes its turn in another way is named here."""

from django.contrib import admin
from django.test import RequestFactory
from django.urls import resolve

from campaigns.middleware import comes_in_turn
from campaigns.models import Campaign
from tests import factories
from tests.addresses import OUR_OWN

BY_THEMSELVES = {
    "account_address": "django-allauth asks for the password from outside of the view",
    "autosave": "the draft is written before",
    "import": "it reads the file for seconds; the draft's row is locked",
    "import_order": "likewise; it locks the import",
    "import_run": "slice by slice, under a lease",
    "import_undo": "likewise",
    "meeting_log_preview": "nothing is written",
}


def test_every_act_comes_in_turn_or_says_why_not(campaign: Campaign) -> None:
    contacts = iter(factories.make_contact(campaign) for _ in OUR_OWN)
    alone = set()
    for address in OUR_OWN:
        request = RequestFactory().post(address.url(next(contacts)))
        request.resolver_match = resolve(request.path)
        if not comes_in_turn(request.resolver_match.func):
            alone.add(address.name)

    assert alone == set(BY_THEMSELVES)


def test_the_sign_in_has_transactions_of_its_own() -> None:
    for path in ("/account/sign-in/", "/account/sessions/"):
        assert not comes_in_turn(resolve(path).func), path


def test_the_admin_comes_in_turn_but_for_its_spreadsheets() -> None:
    alone = {"import", "export"}
    for model, page in admin.site._registry.items():
        for pattern in page.urls:
            if name := getattr(pattern, "name", None):
                word = name.removeprefix(f"{model._meta.app_label}_{model._meta.model_name}_")
                assert comes_in_turn(pattern.callback) is (word not in alone), name
