import pytest

from contacts.rules.ways import lines_of, mail_address, phone_address, read_link, read_phone, shown_phone


def test_each_line_counts_once() -> None:
    assert lines_of("  a@b.example \n\n\ta@b.example\r\nc  d\n") == ["a@b.example", "c d"]


@pytest.mark.parametrize(
    ("line", "number", "label"),
    [
        ("01632 960 118", "01632 960 118", ""),
        ("Work: 01632 960 118", "01632 960 118", "Work"),
        ("+44 1632: 12", "+44 1632: 12", ""),
    ],
)
def test_a_number_may_have_a_label(line: str, number: str, label: str) -> None:
    assert read_phone(line) == (number, label)
    assert shown_phone(number, label) == line


@pytest.mark.parametrize(
    ("line", "link"),
    [
        ("example.org/wren", "https://example.org/wren"),
        ("http://example.org", "http://example.org"),
        ("HTTPS://Example.org/A", "https://Example.org/A"),
        ("example.org:8000/x", "https://example.org:8000/x"),
        ("javascript:alert(1)", None),
        ("JavaScript://example.org/%0aalert(1)", None),
        ("data:text/html,x", None),
        ("vbscript:x", None),
        ("file:///etc/passwd", None),
        ("//example.org", None),
        ("two words.example", None),
        ("http://[::1", None),
        ("wren", None),
    ],
)
def test_only_web_addresses_are_links(line: str, link: str | None) -> None:
    assert read_link(line) == link


def test_a_click_leads_to_mail_or_telephone_only() -> None:
    assert mail_address("wren+jobs@example.org") == "mailto:wren+jobs@example.org"
    assert mail_address("wren@example.org?bcc=x@example.org") == "mailto:wren@example.org%3Fbcc%3Dx@example.org"
    assert mail_address("call me") == ""
    assert phone_address("Ext. (01632) 960-118") == "tel:01632960118"
    assert phone_address("ask Tove") == ""
