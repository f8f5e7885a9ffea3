"""What hangs on a contact, on the contact's own page of the admin."""

from django import forms
from django.db import models

from contacts.models import CommonGround, ContactEmail, ContactLink, ContactPhone, Note
from contacts.rules.same_person import email_key
from contacts.rules.ways import read_link
from contacts.rules.words import fold
from pages.admin.forms import OneEach, OwnForm
from pages.admin.own import OwnInline


class EmailForm(OwnForm):
    def clean_address(self) -> str:
        address: str = self.cleaned_data["address"].strip()
        self.instance.key = email_key(address) or fold(address)
        return address


class LinkForm(OwnForm):
    def clean_url(self) -> str:
        url = read_link(self.cleaned_data["url"])
        if url is None:
            self.add_error("url", "A web address begins with http:// or https://.")
        return url or ""


class EmailInline(OwnInline):
    model = ContactEmail
    form = EmailForm
    formset = OneEach


class PhoneInline(OwnInline):
    model = ContactPhone


class LinkInline(OwnInline):
    model = ContactLink
    form = LinkForm
    formfield_overrides = {models.URLField: {"form_class": forms.CharField}}  # what a link is, `read_link` knows


class CommonGroundInline(OwnInline):
    model = CommonGround


class NoteInline(OwnInline):
    model = Note


INLINES = (EmailInline, PhoneInline, LinkInline, CommonGroundInline, NoteInline)
