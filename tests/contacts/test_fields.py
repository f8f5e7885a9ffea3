"""Law 11: a field of a contact is named once, and the places take it from there."""

import pytest
from django.db import models

from contacts.models import Contact
from contacts.reads.facts import words_of_field
from contacts.rules.field_kinds import Merged, Sheet, Shown
from contacts.rules.fields import FIELDS, OF_NAME, inputs_of
from pages.admin.contact import ContactAdmin
from pages.people.forms.contact import ContactForm
from pages.people.forms.new_contact import NewContactForm

STORED = {field.name for field in (*Contact._meta.concrete_fields, *Contact._meta.many_to_many)}
HANGING = {"emails", "phones", "links"}


def in_no_place(model: type[models.Model]) -> set[str]:
    return {field.name for field in (*model._meta.concrete_fields, *model._meta.many_to_many)} - set(OF_NAME)


def test_every_field_of_the_model_is_in_the_table_and_nothing_else() -> None:
    assert in_no_place(Contact) == set()
    assert set(OF_NAME) - STORED == HANGING
    assert len(FIELDS) == len(OF_NAME)


def test_a_field_that_somebody_adds_to_the_model_alone_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    planted = models.CharField(name="shoe_size", max_length=20)
    monkeypatch.setitem(Contact._meta.__dict__, "concrete_fields", (*Contact._meta.concrete_fields, planted))

    assert in_no_place(Contact) == {"shoe_size"}


def test_what_lacks_a_place_says_why() -> None:
    silent = [
        field.name
        for field in FIELDS
        if not field.because
        and not (
            field.on_form
            and field.group
            and field.shown is not Shown.NOT
            and field.sheet is Sheet.BOTH
            and field.merged is not Merged.NEVER
        )
    ]
    assert silent == []


def test_the_model_calls_each_field_as_the_table_does() -> None:
    columns = [field for field in (*Contact._meta.concrete_fields, *Contact._meta.many_to_many) if field.name != "id"]

    assert {field.name: field.verbose_name for field in columns} == {
        field.name: OF_NAME[field.name].label for field in columns
    }


@pytest.mark.parametrize("form", [ContactForm, NewContactForm])
def test_the_forms_ask_for_all_that_the_table_says(form: type[ContactForm]) -> None:
    asked = {name for field in FIELDS if field.on_form for name in inputs_of(field)}
    of_a_new_one = {"where", "shared", "note", "which", "asked", "picked"}

    assert set(form.base_fields) - of_a_new_one == asked


def test_the_admin_shows_every_field_that_is_not_the_programs_own() -> None:
    shown = {
        name
        for _, options in ContactAdmin.fieldsets
        for line in options["fields"]
        for name in ([line] if isinstance(line, str) else line)
    }
    own = {field.name for field in FIELDS if field.group is None}

    assert shown - {"shown_version"} == STORED - own


def test_a_field_that_is_empty_has_no_words() -> None:
    nobody = Contact()
    assert {name: words for name in STORED - {"campaign", "version", "created_at", "held_count"}
            if (words := words_of_field(nobody, OF_NAME[name]))} == {}  # fmt: skip
