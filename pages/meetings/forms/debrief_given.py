"""R6: what they gave, a line each. A referral names a person; a name that is close to somebody known asks which."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.forms.renderers import get_default_renderer

from campaigns.models import Campaign
from contacts.models import Contact
from contacts.rules.words import fold
from outcomes.models import ObtainedItem
from outcomes.rules.items import AS_SAID, ItemKind, ReferralState
from pages.parts.named_line import NamedLine
from relationships.rules.debrief import Given

SPARE: Final = 5
MOST: Final = 40
GONE: Final = "This line was taken away meanwhile. Take it away here too, or write it afresh."
EMPTY: Final = "Nothing stands here. Take the line away with the cross."
NOBODY: Final = "Whom did they name? Without a name it is a suggestion."


@dataclass(frozen=True, kw_only=True)
class Lines:
    """What the lines are about: whose campaign, who gave, and which lines are saved already."""

    campaign: Campaign
    giver: Contact | None
    saved: dict[int, ObtainedItem]


class GivenLine(NamedLine):
    item = forms.IntegerField(required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(choices=ItemKind.choices(), required=False, widget=forms.Select({"class": "form-select"}))
    text = forms.CharField(required=False, max_length=500)
    said = forms.ChoiceField(
        label="What they said",
        choices=[(state.value, words) for state, words in AS_SAID.items()],
        required=False,
        initial=ReferralState.PROMISED.value,
        widget=forms.RadioSelect({"class": "form-check-input"}),
    )

    def __init__(self, *args: Any, about: Lines, **kwargs: Any) -> None:
        # Django would skip an unchanged line as empty; here an untouched saved line is one that stays.
        super().__init__(*args, **{**kwargs, "empty_permitted": False})
        self.about, self.campaign = about, about.campaign
        self.suggest("text")
        self.fields["text"].widget.attrs["placeholder"] = "Another line"

    def saved(self) -> ObtainedItem | None:
        """The saved line that this one corrects."""
        value = self["item"].value()
        return self.about.saved.get(int(value)) if str(value or "").isdecimal() and len(str(value)) < 19 else None

    def referred(self) -> Contact | None:
        """Whom the saved line names; their name is corrected on their own page."""
        saved = self.saved()
        return saved.referred if saved else None

    def may_say(self) -> bool:
        """Whether it is asked what they said of the introduction: nothing has come of it yet."""
        saved = self.saved()
        return saved is None or not saved.referred or saved.referral_state in AS_SAID

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("DELETE"):
            return cleaned
        written = any(cleaned.get(name) for name in ("text", "name", "company"))
        self.named = self.read(cleaned.get("name") or "", cleaned.get("company") or "")
        if cleaned.get("item") and not self.saved():
            self.add_error("text", GONE)
        elif cleaned.get("item") and not written and not self.referred():
            self.add_error("text", EMPTY)
        elif cleaned.get("kind") == ItemKind.REFERRAL and not self.referred() and "name" not in self.errors and written:
            self._meant(cleaned.get("name", ""))
        return cleaned

    def given(self) -> Given | None:
        """The line in plain values; None where nothing stands in it."""
        cleaned = getattr(self, "cleaned_data", {})
        text, name, company = str(cleaned.get("text") or ""), self.named.name, self.named.company
        saved = self.saved()
        if saved is None and (cleaned.get("DELETE") or not (text or name or company)):
            return None
        return Given(
            kind=ItemKind(cleaned.get("kind") or ItemKind.ADVICE),
            item_id=saved.pk if saved else None,
            known_id=self.known.pk if self.known else None,
            removed=bool(cleaned.get("DELETE")),
            said=ReferralState(cleaned["said"]) if cleaned.get("said") else None,
            text=text,
            name=name,
            company=company,
        )

    def _meant(self, name: str) -> None:
        giver = self.about.giver
        if not name:
            self.add_error("name", NOBODY)
        elif giver and fold(giver.name) == fold(self.named.name):
            self.add_error("name", f"{giver.name} is who you talked with. Whom did they name?")
        else:
            self.is_clear(name, besides=giver.pk if giver else None)


class Cross(forms.CheckboxInput):
    """Takes a line away when the form is saved; pressed again, it stays."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"class": "btn-check", **(attrs or {})})


class GivenLines(forms.BaseFormSet):
    """Saved lines first, then empty ones; theme.css unfolds these one by one."""

    form = GivenLine
    extra, min_num, max_num, absolute_max = SPARE, 0, MOST, MOST + SPARE
    can_order, can_delete, can_delete_extra = False, True, True
    validate_min = validate_max = False
    deletion_widget = Cross
    renderer = get_default_renderer()

    def given(self) -> tuple[Given, ...]:
        return tuple(line for form in self.forms if (line := form.given()))


def initial_lines(saved: Iterable[ObtainedItem]) -> list[dict[str, Any]]:
    return [
        {"item": item.pk, "kind": item.kind, "text": item.text}
        | ({"said": item.referral_state} if item.referral_state in AS_SAID else {})
        for item in saved
    ]
