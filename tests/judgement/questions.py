"""A small question and an archive for it, by hand: Peru and Chile, no model, no database."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from legation.actors.outlets import Outlet
from legation.judgement.evidence import Admission, Archive, Scope
from legation.judgement.question import Question
from legation.judgement.question_file import parse_question
from legation.judgement.reports import Desk
from legation.lexicon.grades import load_grades
from legation.lexicon.outlets import OutletKind
from legation.reading.claim import ActorRef
from legation.record.event import Account, Event, make_event
from legation.record.origin import Origin
from legation.relations.looks import make_lens
from tests.builders import CHILE, PERU
from tests.relations.builders import tell

GOOD = """\
id: tents
question: Do Peru and Chile grow closer?
actors: [PER, CHL]
window: {from: 2026-01-01, to: 2027-01-01}
as_of: 2026-12-31
judged: {by: ann, on: 2025-12-01}
switching: 0
hypotheses:
  closer: They do.
  apart: They do not.
  mixed: Some of each.
  other: Something else.
drivers:
  season: {rho: .7, why: the rains}
indicators:
  aid:
    ask: Does Peru send Chile tents?
    looks_for: {types: [AID], from: PER, to: CHL}
    act: costly
    own_word: boasted
    driver: season
    until: 2026-07-01
    coverage: .8
    likelihood: {closer: [.7, .8, .9], apart: [.1, .2, .3], mixed: [.4, .5, .6], other: [.2, .3, .4]}
    why: friends help
  talks:
    ask: Do they meet?
    looks_for: {types: [CONSULT]}
    act: talk
    likelihood: {closer: [.6, .7, .8], apart: [.3, .4, .5], mixed: [.5, .6, .7], other: [.3, .4, .5]}
    why: talk is cheap
"""

BARE = Outlet("outlet:the wire", "The Wire", None, None)
STATE = Outlet("outlet:lima daily", "Lima Daily", OutletKind.STATE_MEDIA, "PER")


def ask(text: str = GOOD, *changes: tuple[str, str]) -> Question:
    """Return the question of a text, with words replaced; each must stand there."""
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return parse_question(text, "tents.yml", make_lens())


def aid(day: str = "2026-03-02", *, origin: str | None = None, words: str = "tents", **fields: Any) -> Account:
    """Return a report that Peru sent Chile tents on a day; `origin` is whose words they are, `voices` who says so."""
    voices: Sequence[ActorRef] = fields.pop("voices", ())
    after = (dt.date.fromisoformat(day) + dt.timedelta(days=1)).isoformat()
    fields.setdefault("published", day)
    text = f"{origin or 'The wire'} on {day}: Peru sent Chile {words} that day."
    account = tell(text, "AID", "sent", ([PERU], [CHILE]), when=("that day", day, after), **fields)
    return replace(
        account,
        origin=Origin(origin) if origin else account.origin,
        voices=tuple(voices),
        speakers=tuple(voice.name for voice in voices),
    )


def talks(day: str = "2026-04-02", **fields: Any) -> Account:
    """Return a report that the two met on a day."""
    after = (dt.date.fromisoformat(day) + dt.timedelta(days=1)).isoformat()
    text = f"Peru met Chile that day, {day}."
    fields.setdefault("published", day)
    return tell(text, "CONSULT", "met", ([PERU, CHILE], ()), when=("that day", day, after), **fields)


def archive(
    *events: Event | Account,
    outlets: Mapping[str, Outlet] | None = None,
    grades: Mapping[str, str] | None = None,
    admissions: Iterable[Admission] = (),
    reviewed_only: bool = False,
) -> Archive:
    """Return an archive of these events between the two; reports are the wire's unless `outlets` says otherwise."""
    made = [event if isinstance(event, Event) else make_event([event]) for event in events]
    documents = {name for event in made for name in event.documents}
    publishers = {name: (outlets or {}).get(name, BARE) for name in documents}
    known = {outlet.id: outlet for outlet in (BARE, STATE)}
    desk = Desk(publishers, known, dict(grades or {}), load_grades(), frozenset({"PER", "CHL"}))
    dyad: Scope = ("CHL", "PER")
    return Archive({dyad: made, ("PER",): made, ("CHL",): made}, desk, tuple(admissions), reviewed_only)
