"""Chronologies: events as lines, each with its date as precise as it is known, its statuses and its evidence."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from legation.documents.document import Document, days_of
from legation.lexicon.saying import join, say
from legation.reading.claim import ActorRef, ActorType, Claim, Status, Theme, Time
from legation.record.event import (
    REAL,
    Account,
    Event,
    Party,
    Value,
    gather,
    lies_within,
    precision,
    report_order,
    short_id,
)
from legation.record.merge import MUTUAL
from legation.reporting.disagreement import encode_disagreement
from legation.reporting.rulings import encode_marks
from legation.reporting.words import OUTCOMES, interval_words, list_words, quantity_words, time_words, type_words


class Section(StrEnum):
    """What an event is to a reader of a brief: views of events by type."""

    CONTACT = "contacts"
    TRANSFER = "transfers"
    COMMITMENT = "commitments"
    STATEMENT = "statements"
    CONDUCT = "other conduct"


SECTIONS: Mapping[str, Section] = {
    "CONSULT": Section.CONTACT,
    "AID": Section.TRANSFER,
    "AGREE": Section.COMMITMENT,
    "CONCEDE": Section.COMMITMENT,
    **dict.fromkeys(("STATEMENT", "SUPPORT", "ACCUSE", "REJECT", "REQUEST", "THREATEN"), Section.STATEMENT),
}
# What is signed, ratified or acceded to: PLOVER has it as support, a brief lists it with the pledges.
INSTRUMENTS = frozenset(
    "treaty pact agreement accord deal declaration memorandum protocol convention charter communique communiqué".split()
)
# What claims give of an event, each in words; None where one does not say.
STATED: Mapping[str, Callable[[Account], str | None]] = {
    "quantity": lambda account: quantity_words(account.quantity) if account.quantity else None,
    "place": lambda account: account.place.name if account.place else None,
    "outcome": lambda account: account.claim.outcome and OUTCOMES[account.claim.outcome],
    "theme": lambda account: account.claim.theme.text if account.claim.theme else None,
}
# Of these, what other reports may give otherwise.
RIVAL = ("quantity", "place", "outcome")


# Without slots, for what follows from the event is worked out once: a page asks for the lead of a line several times.
@dataclass(frozen=True)
class Line:
    """One event as a chronology shows it. Text fields are in words; `event` has everything they are made from.

    `when` is None where no report gives a date; `reported` is when the first report of it came out. `rivals` are
    further values that reports give, in words, by what they are of ("date", "quantity", "place", "outcome").
    """

    event: Event
    when: str | None
    reported: str | None
    kind: str
    agents: tuple[str, ...]
    recipients: tuple[str, ...]
    theme: str | None
    quantity: str | None
    place: str | None
    outcome: str | None
    section: Section
    rivals: Mapping[str, tuple[str, ...]]

    @cached_property
    def parties(self) -> str:
        """Who, and to whom: "A and B", "A → B". Who is on both sides, as reports differ, is among those who act."""
        if self.event.type in MUTUAL:
            return list_words(list(dict.fromkeys(self.agents + self.recipients)))
        others = tuple(name for name in self.recipients if name not in self.agents)
        sides = [list_words(list(side)) for side in (self.agents, others) if side]
        return join(" → ", sides) if self.agents else say("→ {party}", party=sides[0]) if sides else ""

    @property
    def date_words(self) -> str:
        """When it was, or that no report says so."""
        return self.when or say("no date given")

    @cached_property
    def matter(self) -> str:
        """What it was about and how much, nothing said twice; empty if neither is stated.

        Where the words of the number and of the theme run into each other, the longer ones say both.
        """
        for account in self.event.accounts:
            if account.quantity and is_said_once(account) and quantity_words(account.quantity) == self.quantity:
                return matter_of(account)
        return " · ".join(filter(None, (self.quantity, self.theme)))

    @property
    def is_real(self) -> bool:
        """Whether a report says it happened or is under way."""
        return self.event.status in REAL

    @cached_property
    def lead(self) -> Account:
        """The account that is quoted: the firmest, then the most precise, then the surest read, then the first."""
        firmest = [account for account in self.event.accounts if account.claim.status is self.event.status]
        if len(firmest) == 1:
            return firmest[0]
        return min(firmest, key=lambda account: (precision(account)[:2], -account.claim.score, report_order(account)))


@dataclass(frozen=True, slots=True)
class Chronology:
    """The events of a dyad: lines by day, and those that no report dates. `documents` has every report cited."""

    one: ActorRef
    other: ActorRef
    first: dt.date | None
    last: dt.date | None
    dated: tuple[Line, ...]
    undated: tuple[Line, ...]
    documents: Mapping[str, Document]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line, undated ones last."""
        return self.dated + self.undated


def make_line(event: Event) -> Line:
    """Return the line of an event.

    Of what took place the number is one that is told of it: what had only been promised is a rival at most.
    """
    accounts = event.accounts
    values = {name: gather(accounts, value_of) for name, value_of in STATED.items()}
    told = {name: leading(gather(event.told, value_of)) for name, value_of in STATED.items()}
    shown = {name: value or (leading(values[name]) if name != "quantity" else None) for name, value in told.items()}
    modes = gather(accounts, lambda account: account.claim.mode if account.claim.type == event.type else None)
    rivals = {"date": rival_dates(event)} | {name: others(values[name], shown[name]) for name in RIVAL}
    return Line(
        event=event,
        when=time_words(event.time),
        reported=reported_words(event),
        kind=kind_words(event, leading(modes)),
        agents=name_parties(account.agents for account in accounts),
        recipients=name_parties(account.recipients for account in accounts),
        section=section_of(event),
        rivals={name: given for name, given in rivals.items() if given},
        **shown,
    )


def is_said_once(account: Account) -> bool:
    """Tell whether the words of a claim's number and of what it is about run into each other."""
    number, theme = account.quantity, account.claim.theme
    return number is not None and theme is not None and number.span.overlaps(theme.span)


def matter_of(account: Account) -> str:
    """Return what a claim is about and how much, nothing said twice; empty if it states neither."""
    number, theme = account.quantity, account.claim.theme
    told = [quantity_words(number) if number else "", theme.text if theme else ""]
    if number and theme and is_said_once(account):
        return told[0] if number.span.end - number.span.start > theme.span.end - theme.span.start else told[1]
    return " · ".join(filter(None, told))


def section_of(event: Event) -> Section:
    """Return where a brief lists an event: what was signed is a commitment, what changed hands a transfer."""
    themes = [account.claim.theme for account in event.accounts if account.claim.theme is not None]
    if event.type == "SUPPORT" and any(names_instrument(theme) for theme in themes):
        return Section.COMMITMENT
    if event.type == "COOPERATE" and any(theme.item is not None for theme in themes):
        return Section.TRANSFER
    return SECTIONS.get(event.type, Section.CONDUCT)


def names_instrument(theme: Theme) -> bool:
    """Tell whether what a claim is about is a treaty or the like."""
    return not INSTRUMENTS.isdisjoint(word.strip(".,;:\"'”“’").casefold() for word in theme.text.split())


def claim_kind(claim: Claim) -> str:
    """Return what kind of act a claim tells of, as `kind_words` names that of an event."""
    if claim.type == "SUPPORT" and claim.theme is not None and names_instrument(claim.theme):
        return say("Signature or accession")
    return type_words(claim.type, claim.mode)


def kind_words(event: Event, mode: str | None) -> str:
    """Return what kind of event it is; a signature is called one, though its type is that of support."""
    if event.type == "SUPPORT" and section_of(event) is Section.COMMITMENT:
        return say("Signature or accession")
    return type_words(event.type, mode)


def reported_words(event: Event) -> str | None:
    """Return when the first report of an event came out."""
    first = min(filter(None, (account.published for account in event.accounts)), default=None)
    return interval_words(*days_of(first)) if first else None


def leading(values: Sequence[Value[str]]) -> str | None:
    """Return the value most claims give; of several the first."""
    return max(values, key=lambda value: len(value.claims)).value if values else None


def others(values: Sequence[Value[str]], shown: str | None) -> tuple[str, ...]:
    """Return the values that are not the one shown."""
    return tuple(value.value for value in values if value.value != shown)


def rival_dates(event: Event) -> tuple[str, ...]:
    """Return the dates that reports give and that do not hold the one shown."""
    shown = event.time
    found = dict.fromkeys(time_words(account.time) for account in event.accounts if not holds(account.time, shown))
    return tuple(words for words in found if words)


def holds(wide: Time | None, narrow: Time | None) -> bool:
    """Tell whether one interval lies in another, open ends included."""
    return wide is None or narrow is None or lies_within((narrow.from_, narrow.to), (wide.from_, wide.to))


def name_parties(sides: Iterable[Sequence[Party]]) -> tuple[str, ...]:
    """Return the names on one side of an event, the most named first.

    A state and its cities give way to those who act for it, a city to its state.
    """
    found = [party for side in sides for party in side]
    actors = [party.actor for party in found if party.actor]
    acting = {actor.country for actor in actors if actor.type in {ActorType.PERSON, ActorType.ORGAN}}
    states = {actor.id for actor in actors if actor.type is ActorType.STATE}
    named = [party.name for party in found if not gives_way(party.actor, acting, states)]
    return tuple(sorted(dict.fromkeys(named), key=named.count, reverse=True))


def gives_way(actor: ActorRef | None, acting: set[str | None], states: set[str]) -> bool:
    """Tell whether others of the same side stand for this actor's state more closely."""
    if actor is None:
        return False
    if actor.type is ActorType.STATE:
        return actor.id in acting
    return actor.type is ActorType.PLACE and actor.country is not None and actor.country in acting | states


def make_chronology(
    dyad: tuple[ActorRef, ActorRef],
    events: Iterable[Event],
    documents: Iterable[Document],
    period: tuple[dt.date | None, dt.date | None] = (None, None),
) -> Chronology:
    """Return the chronology of a dyad; `period` is a half-open interval that dated events must meet."""
    lines = [make_line(event) for event in events]
    return Chronology(
        one=dyad[0],
        other=dyad[1],
        first=period[0],
        last=period[1],
        dated=tuple(line for line in lines if line.when is not None and meets(line.event.time, period)),
        undated=tuple(sorted((line for line in lines if line.when is None), key=line_order)),
        documents={document.id: document for document in documents},
    )


def line_order(line: Line) -> tuple[str, str]:
    """Order undated lines by when they were first reported."""
    return (min(account.published or "9999" for account in line.event.accounts), line.event.id)


def meets(time: Time | None, period: tuple[dt.date | None, dt.date | None]) -> bool:
    """Tell whether a time has a day in a half-open period; open ends of either reach for ever."""
    first, after = period
    if time is None:
        return False
    starts = after is None or time.from_ is None or time.from_ < after
    ends = first is None or time.to is None or time.to > first
    return starts and ends


def encode_line(line: Line) -> dict[str, Any]:
    """Return a line as one JSON object: values with the claims that give them, evidence with its spans."""
    event, time = line.event, line.event.time
    return {
        "event": event.id,
        "type": event.type,
        "kind": line.kind,
        "status": event.status.value,
        "statuses": [{"value": value.value.value, "claims": list(value.claims)} for value in event.statuses],
        "when": line.when,
        "reported": line.reported,
        "from": time.from_.isoformat() if time and time.from_ else None,
        "to": time.to.isoformat() if time and time.to else None,
        "granularity": time.granularity if time else None,
        "agents": list(line.agents),
        "recipients": list(line.recipients),
        "theme": line.theme,
        "quantity": line.quantity,
        "place": line.place,
        "outcome": line.outcome,
        "rivals": {name: list(values) for name, values in line.rivals.items()},
        "reports": len(event.documents),
        **encode_disagreement(event),
        "evidence": [encode_evidence(account) for account in event.accounts],
    }


def encode_evidence(account: Account) -> dict[str, Any]:
    """Return the words a claim rests on and whose word it is, as one JSON object."""
    evidence = account.evidence
    return {
        "claim": account.key,
        "document": evidence.document_id,
        "span": [evidence.span.start, evidence.span.end],
        "quote": evidence.quote,
        "trigger": [account.claim.trigger.start, account.claim.trigger.end],
        "status": account.claim.status.value,
        "speakers": list(account.speakers),
        "reliability": account.reliability,
        "credibility": account.credibility,
        "reader": evidence.method,
        "mentions": encode_mentions(account),
        "decisions": encode_marks(account),
    }


def encode_mentions(account: Account) -> dict[str, list[str]]:
    """Return the ids by which decisions name the mentions of the parties, as the reader read them."""
    document, claim = short_id(account.document_id), account.claim
    sides = {"agents": claim.agents, "recipients": claim.recipients, "place": filter(None, [claim.place])}
    return {side: [f"{document}.{name}" for name in names] for side, names in sides.items()}


def status_counts(lines: Iterable[Line]) -> dict[Status, int]:
    """Count lines by the firmest status of each."""
    return dict(Counter(line.event.status for line in lines))
