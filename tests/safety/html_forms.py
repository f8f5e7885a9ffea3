"""The forms and links of a page, as a browser would send them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

Attributes = dict[str, str]


@dataclass(kw_only=True)
class Box:
    """One field of a form with all values that it offers."""

    name: str
    kind: str
    values: list[str] = field(default_factory=list)
    chosen: list[str] = field(default_factory=list)
    longest: int | None = None
    required: bool = False

    @property
    def takes_words(self) -> bool:
        return self.kind in ("text", "textarea", "search", "email", "url", "tel")

    @property
    def offers_words(self) -> bool:
        """A choice, and not one of rows."""
        return self.kind in ("select", "radio") and not any(value.isdecimal() for value in self.values)

    def filled(self) -> list[str]:
        """As somebody would leave it who means to send the form."""
        if self.chosen and any(self.chosen):
            return self.chosen
        offered = [value for value in self.values if value]
        match self.kind:
            case "select" | "radio":
                return offered[:1]
            case "multiple" | "checkbox":
                return offered
            case "date":
                return ["2026-11-24"]
            case "time":
                return ["10:00"]
            case "number":
                return ["1"]
            case "email":
                return ["somebody@example.org"]
            case "url":
                return ["https://example.org/"]
            case "hidden":
                return self.chosen
        return ["Some words"]


@dataclass(kw_only=True)
class Form:
    action: str
    method: str
    boxes: dict[str, Box] = field(default_factory=dict)
    buttons: list[tuple[str, str, str]] = field(default_factory=list)
    """Name, value, and where it sends the form if not to its action."""
    uploads: list[str] = field(default_factory=list)
    id: str = ""

    def add(self, name: str, kind: str, value: str, *, chosen: bool) -> None:
        box = self.boxes.setdefault(name, Box(name=name, kind=kind))
        box.values.append(value)
        if chosen:
            box.chosen.append(value)

    def sparse(self) -> dict[str, list[str]]:
        """With no word more than must be."""
        empty = {
            name for name, box in self.boxes.items() if box.takes_words and not box.required and not any(box.chosen)
        }
        return {name: [""] if name in empty else values for name, values in self.filled().items()}

    def as_it_stands(self) -> dict[str, list[str]]:
        """As a browser sends it untouched: of a select its first option."""
        sent = {name: box.chosen or box.values[:1] * (box.kind == "select") for name, box in self.boxes.items()}
        return {name: values for name, values in sent.items() if values}

    def actions(self) -> list[str]:
        """The choices of a field of that name: what is done with what is picked."""
        return self.boxes["action"].values if "action" in self.boxes else [""]

    def filled(self) -> dict[str, list[str]]:
        """Without the ticks that take a line away: what stands in such a line is not looked at."""
        return {name: box.filled() for name, box in self.boxes.items() if not name.endswith("-DELETE")}


class Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.to_come: list[Form] = []
        self.links: list[str] = []
        self.open: Form | None = None
        self.select: tuple[str, str, Form] | None = None
        self.textarea: tuple[str, Form] | None = None
        self.text: list[str] = []
        self.feed(text)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        at: Attributes = {name: value or "" for name, value in attrs}
        if tag == "form":
            method = at.get("method", "get").lower()
            named = next((form for form in self.to_come if form.id == at.get("id", "")), None)
            if named:
                self.to_come.remove(named)
                named.action, named.method = at.get("action", ""), method
            self.open = named or Form(action=at.get("action", ""), method=method, id=at.get("id", ""))
            self.forms.append(self.open)
        elif tag == "a":
            self.links.append(at.get("href", ""))
        form = self.form_of(at)
        if form is None or "disabled" in at:
            return
        name = at.get("name", "")
        if tag == "input" and name:
            self.see_input(form, name, at)
        elif tag == "button" and at.get("type", "submit") == "submit":
            form.buttons.append((name, at.get("value", ""), at.get("formaction", "")))
        elif tag == "select" and name:
            kind = "multiple" if "multiple" in at else "select"
            self.select = (name, kind, form)
            form.boxes.setdefault(name, Box(name=name, kind=kind))
        elif tag == "option" and self.select:
            self.select[2].add(self.select[0], self.select[1], at.get("value", ""), chosen="selected" in at)
        elif tag == "textarea" and name:
            self.textarea, self.text = (name, form), []

    def see_input(self, form: Form, name: str, at: Attributes) -> None:
        kind = at.get("type", "text").lower()
        if kind == "file":
            form.uploads.append(name)
        elif kind in ("submit", "image"):
            form.buttons.append((name, at.get("value", ""), at.get("formaction", "")))
        elif kind in ("checkbox", "radio"):
            form.add(name, kind, at.get("value", "on"), chosen="checked" in at)
        elif name != "csrfmiddlewaretoken":
            form.add(name, kind, at.get("value", ""), chosen=True)
            form.boxes[name].required = "required" in at
            form.boxes[name].longest = int(at["maxlength"]) if at.get("maxlength", "").isdigit() else None

    def form_of(self, at: Attributes) -> Form | None:
        """The one that it stands in, or that it names; a form may stand after what belongs to it."""
        if "form" not in at:
            return self.open
        named = next((form for form in [*self.forms, *self.to_come] if form.id == at["form"]), None)
        if named is None:
            named = Form(action="", method="get", id=at["form"])
            self.to_come.append(named)
        return named

    def handle_data(self, data: str) -> None:
        if self.textarea:
            self.text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.open = None
        elif tag == "select":
            self.select = None
        elif tag == "textarea" and self.textarea:
            name, form = self.textarea
            form.add(name, "textarea", "".join(self.text).removeprefix("\n"), chosen=True)
            self.textarea = None
