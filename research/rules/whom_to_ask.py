"""R14: whom to ask next about an open question, the best first.

Who was ticked stands before who only seems to know about it; of these first who would be a source of their own, because
nobody of their company and chain was heard yet; then who is met anyway, or may be asked now; then whose words fit best.
Who has said something to the question is not asked again. Source: docs/method.md.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from research.rules.coverage import Source, coverage


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """Somebody who may know; `fits` counts the words of the question that are said of them."""

    person: int
    company: str = ""
    is_ticked: bool = False
    is_met: bool = False
    is_free: bool = False
    """Nothing is open with them, and they are not resting (R10)."""

    fits: int = 0


def whom_to_ask(
    candidates: Iterable[Candidate], heard: Iterable[Source], introduced_by: Mapping[int, int]
) -> list[Candidate]:
    """In this order, without those who were heard."""
    sources = list(heard)
    given = {source.person for source in sources}

    def rank(one: Candidate) -> tuple[bool, bool, int, int]:
        repeats = sources and not _is_of_its_own(one, sources, introduced_by)
        return not one.is_ticked, bool(repeats), 0 if one.is_met else 1 if one.is_free else 2, -one.fits

    return sorted((one for one in candidates if one.person not in given), key=rank)


def _is_of_its_own(one: Candidate, heard: list[Source], introduced_by: Mapping[int, int]) -> bool:
    """Whether hearing them too would make one source more."""
    now, then = (
        coverage(sources, introduced_by=introduced_by, wanted=1, is_answered=False).sources
        for sources in (heard, [*heard, Source(person=one.person, company=one.company)])
    )
    return then > now
