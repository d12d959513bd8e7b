"""What a report is worth as evidence: by its source's grade, by whose word it is, and by whether it denies."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from legation.actors.outlets import Outlet
from legation.judgement.question import OwnWord
from legation.judgement.weighing import pool_ratios
from legation.lexicon.grades import UNGRADED, GradeTable, Worth
from legation.lexicon.outlets import OutletKind
from legation.reading.claim import ActorRef, Status
from legation.record.event import Account

# Outlets that speak for their state.
OFFICIAL = frozenset({OutletKind.STATE_MEDIA, OutletKind.MINISTRY})


@dataclass(frozen=True, slots=True)
class Report:
    """One claim as evidence for or against an event.

    `origin` is equal for reports whose words are one's (numbered within an indicator), `ratio` P(it is reported | it
    happened) ÷ P(it is reported | it did not): below 1 for a denial. `grade` is the outlet's reliability and what is
    said's credibility. `own_word` is set where it is the word of a party to the question on itself. `countries` and
    `kinds` are those of the outlet and of everyone whose word it is.
    """

    account: Account
    event: str
    origin: int
    ratio: float
    grade: tuple[str, str]
    own_word: OwnWord | None
    outlet: Outlet | None
    countries: frozenset[str]
    kinds: frozenset[OutletKind]
    denies: bool


@dataclass(frozen=True, slots=True)
class Role:
    """What a claim is to an indicator: its event and origin, what a party's own word is worth, whether it denies."""

    event: str
    origin: int
    own: OwnWord
    denies: bool


@dataclass(frozen=True, slots=True)
class Desk:
    """Who publishes and how far they are trusted: outlets by document, those known by id, grades, and the table."""

    outlets: Mapping[str, Outlet]
    known: Mapping[str, Outlet]
    reliabilities: Mapping[str, str]
    table: GradeTable
    parties: frozenset[str]

    def report(self, account: Account, role: Role) -> Report:
        """Return a claim as evidence."""
        outlet = self.outlets.get(account.document_id)
        reliability = self.reliabilities.get(outlet.id, UNGRADED[0]) if outlet else UNGRADED[0]
        grade = (reliability, credibility_of(account))
        voices = voices_of(account, denies=role.denies)
        is_own = role.own is not OwnWord.SPOKEN and self.is_partys_word(account, voices, outlet)
        worths = [self.table.graded[grade], *([self.table.own_words[role.own.value]] if is_own else [])]
        publishers = [one for one in (outlet, *(self.known.get(voice.id) for voice in voices)) if one]
        countries = (*(one.country for one in publishers), *(voice.country for voice in voices))
        return Report(
            account=account,
            event=role.event,
            origin=role.origin,
            ratio=weakest(worths, denies=role.denies),
            grade=grade,
            own_word=role.own if is_own else None,
            outlet=outlet,
            countries=frozenset(filter(None, countries)),
            kinds=frozenset(one.kind for one in publishers if one.kind),
            denies=role.denies,
        )

    def is_partys_word(self, account: Account, voices: Sequence[ActorRef], outlet: Outlet | None) -> bool:
        """Tell whether a claim is the word of a party: the innermost speaker's, or its official outlet's."""
        if voices:
            return bool(self.parties & faces_of(voices[0]))
        if account.speakers:
            return False
        return outlet is not None and outlet.kind in OFFICIAL and outlet.country in self.parties


def voices_of(account: Account, *, denies: bool) -> list[ActorRef]:
    """Return whose word a claim is, innermost first, as far as they are known; an act of denial is its agents' word."""
    if denies and account.claim.status is not Status.DENIED:
        return [party.actor for party in account.agents if party.actor]
    return [voice for voice in account.voices if voice]


def faces_of(actor: ActorRef) -> set[str]:
    """Return whom an actor speaks for: itself and its state."""
    return {actor.id, *([actor.country] if actor.country else [])}


def credibility_of(account: Account) -> str:
    """Return the credibility that the last grading of a claim, or of its document, gives."""
    return account.credibility or UNGRADED[1]


def weakest(worths: Iterable[Worth], *, denies: bool) -> float:
    """Return the ratio that tells least: words are worth no more than their speaker, nor than who carries them."""
    ratios = [worth.denial_ratio if denies else worth.ratio for worth in worths]
    return min(ratios, key=lambda ratio: abs(math.log(ratio)))


def strongest_by_origin(reports: Iterable[Report]) -> list[Report]:
    """Return the strongest report of each origin: fifty copies of one tell what one tells.

    A denial that a report hands on beside what it affirms is somebody else's word, and counts beside it.
    """
    found: dict[tuple[int, bool], Report] = {}
    for report in sorted(reports, key=lambda one: one.account.key):
        known = found.get((report.origin, report.denies))
        if known is None or abs(math.log(report.ratio)) > abs(math.log(known.ratio)) + 1e-12:
            found[report.origin, report.denies] = report
    return [found[key] for key in sorted(found)]


def pool_reports(reports: Sequence[Report]) -> float:
    """Return λ: the product over independent origins, capped to [1/100, 100]."""
    return pool_ratios([report.ratio for report in strongest_by_origin(reports)])
