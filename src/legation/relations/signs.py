"""The sign of an act between two parties: cooperative (1), conflictual (-1) or neither (0).

PLOVER's own scores give it (plover.yml) for what one of a dyad does to the other. What both do together is another
matter: a joint attack on somebody else, or a joint demand, is cooperation between the two, while a clash of the two is
conflict although both are its agents. Troops that go to another state are help where no fighting between the two is
known within a year, and a threat where it is; with those that leave it, it is the other way round.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from legation.lexicon.plover import Ontology
from legation.lexicon.wordlists import words_of

RULE = re.compile(r"\w+/\w+:([^(+]+)")
# Acts of speech without a type of their own tell nothing of a sign.
SIGNLESS = frozenset({"STATEMENT", "OTHER"})
PERSONNEL = "personnel"
# Types under which troops are sent and withdrawn.
SENDING, LEAVING = "MOBILIZE", "RETREAT"
TROOPS = frozenset({SENDING, LEAVING})


class Stand(StrEnum):
    """How a dyad stands in an act: one of the two acts on the other, or both act."""

    ACROSS = "across"
    TOGETHER = "together"


@dataclass(frozen=True, slots=True)
class Act:
    """What the sign of one claim hangs on; `rule` is the frame it was read by, `has_third` whether others bear it."""

    type: str
    mode: str | None
    stand: Stand
    rule: str
    item: str | None = None
    has_third: bool = False


def sign_of(act: Act, ontology: Ontology, *, fought: bool = False) -> int:
    """Return 1, -1 or 0 for an act of a dyad; `fought` says that the two are known to have fought around that time."""
    if act.type in SIGNLESS:
        return 0
    score = ontology.score(act.type, act.mode) or 0.0
    if hangs_on_fights(act.type) and (is_sending(act) or is_leaving(act)):
        return -1 if fought == is_sending(act) else 1
    if act.stand is Stand.TOGETHER and score <= 0:
        return -1 if is_between(act) else 1
    return (score > 0) - (score < 0)


def score_of(act: Act, sign: int, ontology: Ontology) -> float:
    """Return PLOVER's score of an act with the sign it has here (see `sign_of`), from -10 to 10.

    Where the sign is not PLOVER's (acts done together), it is the size of the score that counts.
    """
    return sign * abs(ontology.score(act.type, act.mode) or 0.0)


def hangs_on_fights(kind: str) -> bool:
    """Tell whether the sign of an act of a type may be another where the two have fought."""
    return kind in TROOPS


def is_sending(act: Act) -> bool:
    """Tell whether one of the two sends troops to the other."""
    return act.type == SENDING and act.stand is Stand.ACROSS and act.item == PERSONNEL


def is_leaving(act: Act) -> bool:
    """Tell whether one of the two takes its troops out of the other."""
    return (act.type, act.mode, act.item) == (LEAVING, "withdraw", PERSONNEL) and act.stand is Stand.ACROSS


def is_between(act: Act) -> bool:
    """Tell whether what both do is done to each other."""
    return not act.has_third and lemma_of(act.rule) in words_of("between them")


def lemma_of(rule: str) -> str:
    """Return the word a frame opens with: "clash" for "assault/verb:clash+with"; the rule itself if it names none."""
    match = RULE.match(rule)
    return match[1] if match else rule


def has_fought(days: Sequence[int], day: int | None, within: int = 365) -> bool:
    """Tell whether one of some sorted day numbers lies within so many days of a day; of no day, whether any is."""
    if day is None:
        return bool(days)
    place = bisect_left(days, day - within)
    return place < len(days) and days[place] <= day + within
