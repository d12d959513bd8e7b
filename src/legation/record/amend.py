"""Amendments: what an analyst can set on a claim, how it is written, and the claim as it then stands.

| field | written | |
|---|---|---|
| type, mode | AID, military | one of the sixteen types, STATEMENT or OTHER; a mode of that type |
| status, outcome | planned, failure | |
| agents, recipients | "Peru; Ana Osorio" | names or codes, parted by semicolons |
| place | "Lima" | a name or code |
| time | 2024, 2024-06, 2024-06-18, 2024-06-18/2024-06-20 | the last day included |
| item | weapons | an item class, or any word |
| quantity | "more than 200 tents" | a number, bounds (200-300), or with a modifier |
| actor | "Ana Osorio" | who a mention means |

An empty value takes the reader's away: not known, or not stated.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from legation.documents.document import days_of
from legation.lexicon.frames import EVENT_TYPES, MODES, OTHER_TYPES
from legation.reading.claim import ActorRef, ActorType, Modifier, Outcome, Quantity, Status, Theme, Time, TimeType
from legation.record.anchors import party_words
from legation.record.decision import Kind
from legation.record.event import Account, Party

# Turns a name into an actor; None where nobody is known by it.
Finder = Callable[[str], ActorRef | None]
CLAIM_FIELDS = ("type", "mode", "status", "outcome", "agents", "recipients", "place", "time", "item", "quantity")
FIELDS: Mapping[Kind, tuple[str, ...]] = {Kind.CLAIM: CLAIM_FIELDS, Kind.EVENT: CLAIM_FIELDS, Kind.MENTION: ("actor",)}
REQUIRED = frozenset({"type", "status"})
MODIFIERS: Mapping[str, Modifier] = {
    "more than": Modifier.MORE_THAN,
    "over": Modifier.MORE_THAN,
    ">": Modifier.MORE_THAN,
    "at least": Modifier.AT_LEAST,
    ">=": Modifier.AT_LEAST,
    "about": Modifier.ABOUT,
    "~": Modifier.ABOUT,
    "up to": Modifier.UP_TO,
    "<=": Modifier.UP_TO,
}
NUMBER = r"\d[\d,]*(?:\.\d+)?"
AMOUNT = re.compile(
    rf"(?:(?P<modifier>{'|'.join(sorted(map(re.escape, MODIFIERS), key=len, reverse=True))})\s*)?"
    rf"(?P<low>{NUMBER})(?:\s*[-–]\s*(?P<high>{NUMBER}))?(?:\s+(?P<unit>\S.*))?",
    re.IGNORECASE,
)
GRANULARITIES = {1: "year", 2: "month", 3: "day"}


# --- from words to values that JSON holds ----------------------------------------------------------------------------


def parse_changes(kind: Kind, given: Mapping[str, str], find: Finder) -> dict[str, Any]:
    """Return the values an amendment sets, checked; ValueError says which field is wrong and what it takes."""
    able = FIELDS.get(kind, ())
    if not given:
        raise ValueError(f"amend: say what: FIELD=VALUE, a field of {', '.join(able)}")
    unknown = sorted(given.keys() - set(able))
    if unknown:
        raise ValueError(f"{unknown[0]}: no field of a {kind}; there are {', '.join(able)}")
    return {name: parse_value(name, given[name].strip(), find) for name in sorted(given)}


def parse_value(name: str, words: str, find: Finder) -> Any:
    """Return one value; None for an empty one."""
    if not words:
        if name in REQUIRED:
            raise ValueError(f"{name}: every claim has one")
        return None
    if name in {"agents", "recipients"}:
        return [parse_party(part.strip(), find) for part in words.split(";") if part.strip()]
    if name in {"place", "actor"}:
        return parse_party(words, find, must_exist=name == "actor")
    return PARSERS[name](words)


def parse_party(words: str, find: Finder, *, must_exist: bool = False) -> list[str | None] | str:
    """Return an actor as a list of its values, or the words where nobody is known by them."""
    actor = find(words)
    if actor is None and must_exist:
        raise ValueError(f"{words}: no actor of the lexicon or the record has this name")
    return [actor.id, actor.name, actor.type.value, actor.country] if actor else words


def parse_type(words: str) -> str:
    """Return an event type."""
    found = words.upper()
    if found not in EVENT_TYPES and found not in OTHER_TYPES:
        raise ValueError(f"type={words}: give one of {', '.join((*EVENT_TYPES, *OTHER_TYPES))}")
    return found


def parse_mode(words: str) -> str:
    """Return a mode of some type."""
    known = sorted({mode for modes in MODES.values() for mode in modes})
    if words not in known:
        raise ValueError(f"mode={words}: give one of {', '.join(known)}")
    return words


def parse_status(words: str) -> str:
    """Return a status."""
    if words not in list(Status):
        raise ValueError(f"status={words}: give one of {', '.join(Status)}")
    return words


def parse_outcome(words: str) -> str:
    """Return an outcome."""
    if words not in list(Outcome):
        raise ValueError(f"outcome={words}: give one of {', '.join(Outcome)}")
    return words


def parse_time(words: str) -> str:
    """Return a day, month, year or interval in ISO 8601, checked."""
    try:
        first, after = time_days(words)
    except ValueError as error:
        raise ValueError(f"time={words}: give 2024, 2024-06, 2024-06-18 or 2024-06-18/2024-06-20") from error
    if first >= after:
        raise ValueError(f"time={words}: it ends before it begins")
    return words


def parse_quantity(words: str) -> dict[str, Any]:
    """Return a number or bounds with what they count."""
    match = AMOUNT.fullmatch(words)
    if match is None:
        raise ValueError(f'quantity={words}: give a number ("200 tents"), bounds (200-300) or "more than 200"')
    low, high = (float(part.replace(",", "")) if part else None for part in (match["low"], match["high"]))
    modifier = MODIFIERS[match["modifier"].lower()] if match["modifier"] else Modifier.EXACTLY
    if modifier is Modifier.UP_TO:
        low, high = None, high or low
    elif modifier is Modifier.EXACTLY and high is None:
        high = low
    return {"text": words, "low": low, "high": high, "unit": match["unit"], "modifier": modifier.value}


PARSERS: Mapping[str, Callable[[str], Any]] = {
    "type": parse_type,
    "mode": parse_mode,
    "status": parse_status,
    "outcome": parse_outcome,
    "time": parse_time,
    "item": str,
    "quantity": parse_quantity,
}


# --- from values to accounts -----------------------------------------------------------------------------------------


def amend_account(account: Account, name: str, value: Any) -> Account:
    """Return the account with one field as an amendment sets it."""
    claim = account.claim
    if name in {"agents", "recipients"}:
        parties = tuple(make_party(party) for party in value or ())
        return replace(account, agents=parties) if name == "agents" else replace(account, recipients=parties)
    if name == "place":
        return replace(account, place=make_party(value) if value else None)
    if name == "time":
        return replace(account, time=make_time(account, value) if value else None)
    if name == "quantity":
        return replace(account, quantity=make_quantity(account, value) if value else None)
    if name == "item":
        theme = claim.theme or (Theme(claim.trigger, "", None) if value else None)
        return replace(account, claim=replace(claim, theme=theme and replace(theme, item=value)))
    made = {"status": Status, "outcome": Outcome}.get(name)
    value = made(value) if made and value else value
    changed = replace(claim, **{name: value})
    if name == "type" and changed.mode not in MODES.get(changed.type, ()):
        # A mode names a kind of its own type: it goes with the type it belonged to.
        changed = replace(changed, mode=None)
    return replace(account, claim=changed)


def make_party(value: list[Any] | str) -> Party:
    """Return the party an amendment names."""
    if isinstance(value, str):
        return Party(value, None)
    actor = make_actor(value)
    return Party(actor.name, actor)


def make_actor(value: list[Any]) -> ActorRef:
    """Return the actor an amendment names."""
    identity, name, kind, country = value
    return ActorRef(identity, name, ActorType(kind), country)


def make_time(account: Account, words: str) -> Time:
    """Return the time an amendment gives; its place in the text is that of the time it replaces, if there was one."""
    first, after = time_days(words)
    granularity = "interval" if "/" in words else GRANULARITIES[words.count("-") + 1]
    span = account.time.span if account.time else account.claim.trigger
    return Time("amended", span, words, words, first, after, granularity, TimeType.DATE, "set by an analyst")


def time_days(words: str) -> tuple[dt.date, dt.date]:
    """Return the half-open interval of days of "2024-06" or "2024-06-18/2024-06-20"; ValueError if it is none."""
    first, _, last = words.partition("/")
    return days_of(first)[0], days_of(last or first)[1]


def make_quantity(account: Account, value: Mapping[str, Any]) -> Quantity:
    """Return the quantity an amendment gives."""
    span = account.quantity.span if account.quantity else account.claim.trigger
    modifier = Modifier(value["modifier"])
    return Quantity("amended", span, value["text"], value["low"], value["high"], value["unit"], None, modifier)


# --- in words --------------------------------------------------------------------------------------------------------


def describe(account: Account, name: str) -> str | None:
    """Return a field of an account in words; None if it is not stated."""
    claim, time = account.claim, account.time
    if name in {"agents", "recipients"}:
        return join_words(party_words(party) for party in getattr(account, name))
    if name == "place":
        return party_words(account.place) if account.place else None
    if name == "time":
        return (time.value or time.text) if time else None
    if name == "quantity":
        return account.quantity.text if account.quantity else None
    if name == "item":
        return claim.theme.item if claim.theme else None
    value = getattr(claim, name)
    return None if value is None else str(value)


def describe_value(value: Any) -> str | None:
    """Return a value of an amendment or a grade in words."""
    if isinstance(value, Mapping):
        return str(value["text"])
    if isinstance(value, list):
        if value and isinstance(value[0], str) and len(value) == 4 and value[2] in list(ActorType):
            return party_words(make_party(value))
        return join_words(party_words(make_party(item)) for item in value)
    return None if value is None else str(value)


def join_words(words: Iterable[str]) -> str | None:
    """Return words parted by semicolons, as they are written; None if there are none."""
    return "; ".join(words) or None
