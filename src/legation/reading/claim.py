"""What a reading holds: mentions, times, quantities, attributions and claims, as frozen values.

Shapes follow the reading contract (docs/reading.md). "Not stated in the text" is None, never an empty string.
"""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from legation.documents.document import Document
from legation.documents.span import Span


class Form(StrEnum):
    """How a mention names its actor."""

    NAME = "name"
    METONYM = "metonym"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"


class ActorType(StrEnum):
    """What kind of party or place an actor is."""

    PERSON = "person"
    STATE = "state"
    ORGAN = "organ"
    ORGANISATION = "organisation"
    MEDIA = "media"
    GROUP = "group"
    PLACE = "place"


class Status(StrEnum):
    """How real a claim says its occurrence is."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"
    CALLED_FOR = "called_for"
    DENIED = "denied"


class Outcome(StrEnum):
    """Whether an attempt came off; it stands apart from the status."""

    SUCCESS = "success"
    FAILURE = "failure"


class Speech(StrEnum):
    """How words are given: in quotation marks, in the reporter's words, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class TimeType(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Modifier(StrEnum):
    """How a quantity bounds what it counts."""

    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    ABOUT = "about"
    UP_TO = "up_to"
    EXACTLY = "exactly"


@dataclass(frozen=True, slots=True)
class ActorRef:
    """The actor a mention names, as far as this document and the lexicons tell.

    `id` is stable across documents for actors of the lexicon ("RUS", "vladimir-putin", "un-security-council");
    an actor known only from its name in a text has an id made from that name ("name:eom gu-ho").
    `country` is the ISO 3166 alpha-3 code of the state it belongs to, or None.
    """

    id: str
    name: str
    type: ActorType
    country: str | None


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names an actor or a place; `actor` is None when the reference cannot be resolved."""

    id: str
    span: Span
    text: str
    form: Form
    actor: ActorRef | None


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression: TIMEX3 `value`, and the half-open interval of days [from_, to) it stands for.

    `from_`/`to` are None where the end is open or the time is not known (a bare DURATION has neither).
    `granularity` is "day", "week", "month", "quarter", "half", "season", "year", "decade", "century", "hour" or
    "interval"; `anchor` says in words how the value was found ("explicit", "three days before 2025-08-15").
    """

    id: str
    span: Span
    text: str
    value: str | None
    from_: dt.date | None
    to: dt.date | None
    granularity: str | None
    type: TimeType
    anchor: str | None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its bounds, both inclusive; `unit` and `of` are the words of the text ("containers", "shells")."""

    id: str
    span: Span
    text: str
    low: float | None
    high: float | None
    unit: str | None
    of: str | None
    modifier: Modifier


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose words or view a stretch is: spans of the source, the cue and the content (each may be in parts).

    `source_text` is the source as the text has it, `source_mention` the mention that names it, `parent` the id of
    the attribution this one stands in. An unnamed source ("it is reported that") has no source spans.
    """

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    source_mention: str | None
    source_text: str | None
    kind: Speech
    parent: str | None


@dataclass(frozen=True, slots=True)
class Theme:
    """What was sent, said, signed or done: its words, and the item class of the lexicon if it has one."""

    span: Span
    text: str
    item: str | None


@dataclass(frozen=True, slots=True)
class Likelihood:
    """A likelihood word of the text with the range the published scale gives it, 0.0 to 1.0 (ICD 203)."""

    word: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Claim:
    """What the document says happened, or did not, or may. Party, time and attribution fields hold ids."""

    id: str
    type: str
    mode: str | None
    agents: tuple[str, ...]
    recipients: tuple[str, ...]
    theme: Theme | None
    quantity: str | None
    time: str | None
    place: str | None
    status: Status
    outcome: Outcome | None
    likelihood: Likelihood | None
    condition: Span | None
    attribution: str | None
    trigger: Span
    evidence: Span
    rule: str
    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything one reading of one document found, each list in text order with ids m1, t1, q1, a1, c1 onward."""

    document: Document
    mentions: tuple[Mention, ...]
    times: tuple[Time, ...]
    quantities: tuple[Quantity, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
