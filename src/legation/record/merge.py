"""Claims about one occurrence → events: a first, conservative rule that would rather leave two events than make one.

Claims can be one event only within a *block*: one family of types between the same states (in the same direction,
unless the type has none). Inside a block each claim, the most precisely dated first, joins the first group all of
whose members it is compatible with. The result depends on the set of claims alone, never on the order of arrival.
"""

import re
from collections.abc import Iterable

from legation.documents.document import days_of
from legation.reading.claim import ActorType, Status
from legation.record.event import REAL, Account, Event, Party, make_event, precision

# Types that the reports themselves mix when they tell of one occurrence.
FAMILIES = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
# Both sides do it: who is named first says nothing.
MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
# Acts of speech: a speaker makes many on one day, so only a shared theme makes two of them one.
SPOKEN = frozenset({"STATEMENT", "OTHER", "ACCUSE", "REJECT", "REQUEST", "THREATEN", "SUPPORT"})
# Acts tied to a spot: elsewhere on the same day is another one.
LOCAL = frozenset({"ASSAULT", "PROTEST", "COERCE", "MOBILIZE"})
# A report's month can hold another's day; a year that holds a day says too little to call them one. Days.
LONGEST = 31
# Undated claims are compared only between reports published at most this many days apart.
NEAR = 31
ASSERTED = (*REAL, Status.DENIED)
WORD = re.compile(r"\w{4,}")


def block_of(account: Account) -> str:
    """Return the neighbourhood of a claim: it can only be one event with claims of the same block."""
    family = FAMILIES.get(account.claim.type, account.claim.type)
    agents, recipients = states(account.agents), states(account.recipients)
    if not agents and not recipients:
        return f"{family}|{account.key}"
    if family in MUTUAL:
        return f"{family}|{'+'.join(sorted({*agents, *recipients}))}"
    return f"{family}|{'+'.join(agents)}>{'+'.join(recipients)}"


def states(parties: Iterable[Party]) -> list[str]:
    """Return the states (or stateless actors) these parties stand for, each once, sorted."""
    return sorted({party.state for party in parties if party.state})


def merge(accounts: Iterable[Account]) -> list[Event]:
    """Return the events of the accounts of one block, every account in exactly one."""
    groups: list[list[Account]] = []
    for account in sorted(accounts, key=precision):
        for group in groups:
            if all(are_compatible(account, other) for other in group):
                group.append(account)
                break
        else:
            groups.append([account])
    return [make_event(group) for group in groups]


def are_compatible(one: Account, other: Account) -> bool:
    """Tell whether two claims of a block may tell of one occurrence."""
    return (
        are_apart(one, other)
        and agree(one.claim.mode, other.claim.mode)
        and have_same_persons(one, other)
        and have_same_place(one, other)
        and have_same_time(one, other)
        and have_same_theme(one, other)
    )


def are_apart(one: Account, other: Account) -> bool:
    """Tell whether the reader has not itself told the two apart: by one word read twice, or by their outcomes."""
    if one.document_id != other.document_id:
        return True
    return one.claim.trigger != other.claim.trigger and agree(one.claim.outcome, other.claim.outcome)


def agree(one: object, other: object) -> bool:
    """Tell whether two values are equal or one of them is not stated."""
    return one is None or other is None or one == other


def have_same_persons(one: Account, other: Account) -> bool:
    """Tell whether no state is represented by one person here and by another there."""
    here, there = persons(one), persons(other)
    return all(here[state] & there[state] for state in here.keys() & there.keys())


def persons(account: Account) -> dict[str, set[str]]:
    """Return the persons that act for each state."""
    found: dict[str, set[str]] = {}
    for party in account.parties:
        if party.actor and party.actor.type is ActorType.PERSON and party.state:
            found.setdefault(party.state, set()).add(party.actor.id)
    return found


def have_same_place(one: Account, other: Account) -> bool:
    """Tell whether acts that are tied to a spot are not told of two."""
    if one.claim.type not in LOCAL:
        return True
    here, there = (account.place and account.place.actor and account.place.actor.id for account in (one, other))
    return agree(here, there)


def have_same_time(one: Account, other: Account) -> bool:
    """Tell whether the days can be the same: they overlap, neither is vague, or both are equally undated."""
    if one.days and other.days:
        longest = max((last - first).days for first, last in (one.days, other.days))
        overlap = one.days[0] < other.days[1] and other.days[0] < one.days[1]
        return one.days == other.days or (overlap and longest <= LONGEST)
    if interval(one) != interval(other):
        return False
    return are_near(one, other) and is_asserted(one) == is_asserted(other)


def interval(account: Account) -> tuple[object, object]:
    """Return the ends of the interval, None where they are open or not known."""
    return (account.time.from_, account.time.to) if account.time else (None, None)


def is_asserted(account: Account) -> Status:
    """Return one status for what is asserted or denied, and its own for each kind of what may be."""
    return Status.HAPPENED if account.claim.status in ASSERTED else account.claim.status


def are_near(one: Account, other: Account) -> bool:
    """Tell whether the reports are the same or close in time."""
    if one.document_id == other.document_id:
        return True
    days = published_day(one), published_day(other)
    return days[0] is not None and days[1] is not None and abs(days[0] - days[1]) <= NEAR


def published_day(account: Account) -> int | None:
    """Return the day of publication as a number of days; None if it is not known to the day."""
    if account.published is None:
        return None
    first, after = days_of(account.published)
    return first.toordinal() if (after - first).days == 1 else None


def have_same_theme(one: Account, other: Account) -> bool:
    """Tell whether the themes fit: one item class or shared words; a theme left out fits what is dated."""
    here, there = one.claim.theme, other.claim.theme
    if here is None or there is None:
        free = one.claim.type not in SPOKEN and one.days is not None and other.days is not None
        return free or (here is there and one.document_id == other.document_id and one.claim.type not in SPOKEN)
    if here.item and there.item and one.claim.type not in SPOKEN:
        return here.item == there.item
    mine, yours = (set(WORD.findall(theme.text.casefold())) for theme in (here, there))
    smaller = min(len(mine), len(yours))
    if not smaller:
        return here.text.casefold() == there.text.casefold()
    return 2 * len(mine & yours) >= max(smaller, 2)
