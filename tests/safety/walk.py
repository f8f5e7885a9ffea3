"""Where Bob gets to, and what he finds to send there.

Nobody lists the fields. Bob opens each of his own pages, sends each form on it with one field changed, and also what a
page looks up in its address or form without showing it. A field that is added tomorrow is attacked tomorrow.
"""

from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from django.test import Client
from django.urls import Resolver404, resolve

from tests.safety.attacks import Attack, Data
from tests.safety.cast import Crowd, like_another, name_of
from tests.safety.hers import HIS, everywhere, points_at_a_row, tokens, values, without_digits
from tests.safety.html_forms import Form, Page
from tests.safety.parameters import asked
from tests.safety.places import addresses, admin_addresses
from tests.safety.worlds import rolled_back

MOST_LINKS, MOST_CHOICES = 150, 12
ADMINS_OWN = {"_popup", "_to_field", "_changelist_filters", "_source_model", "e", "p", "o", "all"}
ADDRESS = "account_address"  # of the pages of the account the one that takes a form of ours


@dataclass(frozen=True, kw_only=True)
class Sending:
    """A form, filled in, on its way."""

    form: Form
    attack: Attack

    @property
    def in_admin(self) -> bool:
        return self.attack.page.startswith("admin:")

    def changed(self, what: str, data: Data) -> Attack:
        return replace(self.attack, what=what, data={**self.attack.data, **data})


class Walk:
    """Bob's way through the house, in a world in which Alice does not exist."""

    def __init__(self, client: Client, crowd: Crowd) -> None:
        self.client, self.crowd = client, crowd
        self.tokens = tokens()
        self.seen: set[tuple[object, ...]] = set()
        self.found: list[Attack] = []
        self.parameters: dict[str, set[str]] = {}
        """What each page looks up in its address."""

    def attacks(self) -> list[Attack]:
        queue, links = [*addresses(self.crowd), *admin_addresses(self.crowd)], 0
        for name, url in queue:
            in_admin = name.startswith("admin:")
            for htmx in (False,) if in_admin else (False, True):
                page = self.open(name, url, htmx=htmx)
                for there in [] if in_admin else [urljoin(url, link) for link in page.links]:
                    if links < MOST_LINKS and (known := self.new_link(there)):
                        queue.append((known, there))
                        links += 1
                for form in page.forms:
                    self.send_form(url, form, htmx=htmx)
            if "?" not in url and not name.startswith(("admin:", "account")):
                self.post_unshown(name, url)
        return self.found

    def new_link(self, url: str) -> str:
        """The name of the page that a link with a query leads to, the first time."""
        parts = urlsplit(url)
        if not parts.query or parts.netloc:
            return ""
        try:
            name = resolve(parts.path).url_name or ""
        except Resolver404:
            return ""
        return name if self.is_new("link", name, parts.query) else ""

    def is_new(self, *key: object) -> bool:
        if key in self.seen:
            return False
        self.seen.add(key)
        return True

    def open(self, name: str, url: str, *, htmx: bool) -> Page:
        """Its page; its attacks by address are kept."""
        look = Attack(page=name, what="looks at it", method="get", url=url, htmx=htmx)
        self.found.append(look)
        with rolled_back(), asked() as names:
            answer = look.sent_by(self.client)
        self.parameters.setdefault(name, set()).update(names - ADMINS_OWN)
        here = {key: [value] for key, value in parse_qsl(urlsplit(url).query)}
        bare = replace(look, url=url.partition("?")[0])
        for parameter in sorted(names - ADMINS_OWN) if not htmx else []:
            self.try_each(bare, parameter, values(parameter, self.tokens), here)
        return Page(answer.raw if answer.is_html else "")

    def try_each(self, attack: Attack, name: str, hers: list[str], data: Data) -> None:
        """This field with each of her values, if that was not tried there yet among fields like these."""
        kinds = frozenset(map(without_digits, data)) if attack.method == "post" else None
        for value in hers:
            if self.is_new(attack.page, attack.method, without_digits(name), value, kinds, attack.htmx):
                self.found.append(replace(attack, what=f"{name} = {value[:40]!r}", data={**data, name: [value]}))

    def send_form(self, page_url: str, form: Form, *, htmx: bool) -> None:
        """By each of its buttons."""
        for button, value, action in form.buttons or [("", "", "")]:
            url = urljoin(page_url, action or form.action or page_url)
            try:
                name = resolve(urlsplit(url).path).view_name
            except Resolver404:
                continue
            if urlsplit(url).netloc or (name != ADDRESS and name.startswith(("account_", "mfa_"))):
                continue
            # The admin's fields for days look like any text: there only what has words is given others.
            untouched = name.startswith("admin:") and not form.uploads
            filled = form.as_it_stands() if untouched else form.filled()
            method = "post" if form.method == "post" else "get"
            if self.is_new(
                "form", name, method, frozenset(map(without_digits, filled)), button, without_digits(value[:30]), htmx
            ):
                data = {**filled, **({button: [value]} if button else {})}
                attack = Attack(page=name, what="sends the form", method=method, url=url, data=data,
                                uploads=tuple(form.uploads), htmx=htmx)  # fmt: skip
                self.attack_form(Sending(form=form, attack=attack))

    def attack_form(self, sending: Sending) -> None:
        """Each field by itself; by other buttons of the form, and as htmx sends it, all at once will do."""
        names, status = self.send_first(sending.attack)
        decides = status != 200 or sending.in_admin or sending.attack.method == "get" or len(sending.form.buttons) < 2
        if status == 422 and not sending.in_admin:  # "Some words" are no year
            sending = replace(sending, attack=sending.changed("sends as little as it may", sending.form.sparse()))
            names |= self.send_first(sending.attack)[0]
        page, data = sending.attack.page, sending.attack.data
        fields = frozenset(map(without_digits, sending.form.boxes))
        if decides and not sending.attack.htmx and self.is_new("fully", page, sending.attack.method, fields):
            self.field_by_field(sending, names)
            self.with_each_choice(sending)
            self.with_a_name_of_his(sending)
        signed = [{key: [one]} for key in self.tokens.keys() & data.keys() for one in self.tokens[key]]
        ticked = {name: ["on"] for name in sending.form.boxes if name.endswith("-DELETE")}
        for more in ({}, *signed, *([ticked] if ticked else [])):
            self.all_at_once(sending, more)

    def send_first(self, attack: Attack) -> tuple[set[str], int]:
        """What was looked up in it, and the answer's status; the forms that answer it are attacked as well."""
        self.found.append(attack)
        with rolled_back(), asked() as names:
            answer = attack.sent_by(self.client)
        for form in Page(answer.raw).forms if answer.status in (200, 422) and attack.method == "post" else []:
            self.send_form(attack.url, form, htmx=attack.htmx)
        return names, answer.status

    def field_by_field(self, sending: Sending, names: set[str]) -> None:
        data = sending.attack.data
        for name in [*data, *sorted(names - set(data))]:
            box = sending.form.boxes.get(name)
            may = not sending.in_admin or (box and (points_at_a_row(box) or box.kind in ("url", "email")))
            if may and not name.endswith("_FORMS"):  # in the admin all at once will do for texts
                self.try_each(sending.attack, name, values(name, self.tokens, box), data)

    def with_each_choice(self, sending: Sending) -> None:
        """A referral names somebody, advice does not: what is asked then differs, though the fields are the same."""
        page, what = sending.attack.page, sending.attack.what
        boxes = [] if sending.in_admin else [box for box in sending.form.boxes.values() if box.offers_words]
        for name, value in [(box.name, value) for box in boxes for value in box.values[:MOST_CHOICES]]:
            if self.is_new("choice", page, what, without_digits(name), value):
                self.send_first(sending.changed(f"{what}, {name} = {value}", {name: [value]}))

    def with_a_name_of_his(self, sending: Sending) -> None:
        """Somebody of that name is known: what is asked then takes an answer."""
        boxes = sending.form.boxes.items()
        names = [name for name, box in boxes if name == "person" or (box.kind == "text" and "name" in name)]
        if names:
            whose = {name: [name_of(HIS) if name == without_digits(name) else like_another(HIS)] for name in names}
            known = sending.changed("sends a known name", whose)
            looked_up, _ = self.send_first(known)
            for name in sorted(looked_up - set(sending.form.boxes)):
                self.try_each(known, name, values(name, self.tokens), known.data)
            self.with_each_choice(replace(sending, attack=known))

    def all_at_once(self, sending: Sending, more: Data) -> None:
        """Her key in each field that takes one, and her name beside it; for each choice of an action."""
        hers = everywhere(sending.form, sending.attack.data, self.tokens, only_where_words_are=sending.in_admin)
        for action in sending.form.actions() if hers else []:
            what = f"all at once {action} {sorted(more)}"
            self.found.append(sending.changed(what, {**hers, **more, **({"action": [action]} if action else {})}))

    def post_unshown(self, name: str, url: str) -> None:
        """To pages whose form stands nowhere, or is made by a script."""
        attack = Attack(page=name, what="sends nothing", method="post", url=url)
        self.found.append(attack)
        with rolled_back(), asked() as names:
            attack.sent_by(self.client)
        for field_name in sorted(names):
            for value in values(field_name, self.tokens):  # such a page may read it from its address as well
                there = replace(attack, url=f"{url}?{urlencode({field_name: value})}")
                self.try_each(there, field_name, [value], {})
