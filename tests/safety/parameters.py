"""Which fields of its address and its form a page asks for, whether or not they stand in any form: it is watched."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.http import QueryDict

NOT_DATA = {"csrfmiddlewaretoken", "_method"}


@contextmanager
def asked() -> Iterator[set[str]]:
    """The names that are looked up in any QueryDict while this stands."""
    names: set[str] = set()
    originals = {word: getattr(QueryDict, word) for word in ("__getitem__", "getlist", "__contains__")}

    def watched(word: str) -> Callable[..., object]:
        def look_up(self: QueryDict, key: object, *args: Any, **kwargs: Any) -> object:
            if isinstance(key, str) and key not in NOT_DATA:
                names.add(key)
            found: object = originals[word](self, key, *args, **kwargs)
            return found

        return look_up

    mine = {word: vars(QueryDict).get(word) for word in originals}
    for word in originals:
        setattr(QueryDict, word, watched(word))
    try:
        yield names
    finally:
        for word, own in mine.items():
            if own is None:
                delattr(QueryDict, word)
            else:
                setattr(QueryDict, word, own)
