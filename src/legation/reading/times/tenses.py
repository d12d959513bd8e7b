"""The tense of the clause around an expression, which decides between past and future."""

from collections.abc import Sequence

from legation.lexicon.wordlists import words_of
from legation.reading.times.meaning import Tense
from legation.reading.times.timewords import TimeToken

REACH = 22
# Behind these stands the date that something was moved to.
LEADS = frozenset({"to", "until", "till", "for", "by", "through"})
DEFERRING = frozenset({"put off", "put back", "pushed back", "pushed off"})
STARTS = frozenset({"starting", "beginning", "effective"})
UP_TO = frozenset({"by", "until", "till", "through"})
FORMS_OF_BE = frozenset("is are was were be been being".split())
GIVEN = frozenset("gave given give gives has have until".split())
# Before a participle these make it an adjective ("a still unspecified date"); after it these show that it is none.
DETERMINERS = frozenset("a an the its their his her our this that these some no another still yet".split())
FUNCTION_WORDS = frozenset("of to by in on at for with from and or that as into after before when if it he she".split())
# What may stand between "plan" and the time of its announcement: "unveiled the plan on Monday".
UNPLANNED = frozenset("in on at . , ; : ( )".split())
# A time is its clause's subject, or opens it, behind these and before a verb: "and Tuesday will be a holiday".
JOINTS = frozenset("and but while whereas".split())
AUXILIARIES = frozenset("will would may might could should is was were has had saw brought marks marked".split())

TITLES = frozenset("mr mrs ms dr gen sen rep gov col capt lt maj adm st".split())


def find_tense(tokens: Sequence[TimeToken], first: int, last: int) -> Tense:
    """Return the tense of the clause around the tokens from `first` up to `last`.

    The nearest cue before the expression in its sentence decides, else the nearest behind it. Forms in -ed count as
    past unless they look ahead ("scheduled").
    """
    at = first - 1
    while at > 0 and tokens[at].kind == "q":
        at -= 1
    lead = tokens[at].text if first else ""
    if lead == "as":
        # "As recently as January", "as far back as May"; "as early as Friday" is still to come.
        gone = {token.text for token in tokens[max(first - 3, 0) : first]} & {"recently", "back"}
        return Tense.PAST if gone else Tense.FUTURE
    back = range(first - 1, max(-1, first - 1 - REACH), -1)
    behind = look(tokens, range(last, min(len(tokens), last + REACH)), lead)
    found = behind if behind and is_subject(tokens, first, last) else look(tokens, back, lead) or behind
    if lead in UP_TO:
        given = any(tokens[place].text in GIVEN for place in back[1:6])
        return Tense.FUTURE if found is None or given else found
    if found is None and lead in STARTS:
        return Tense.FUTURE
    return found or Tense.UNKNOWN


def is_subject(tokens: Sequence[TimeToken], first: int, last: int) -> bool:
    """Tell whether a time between clauses is the subject of the second: "It was shut, and Tuesday will be too"."""
    joined = first > 0 and tokens[first - 1].text in JOINTS
    return joined and last < len(tokens) and tokens[last].text in AUXILIARIES


def look(tokens: Sequence[TimeToken], places: range, lead: str) -> Tense | None:
    """Return the tense of the first cue met; None if the sentence ends before there is one.

    `lead` is the word before the expression: "extended to Friday" looks ahead, "extended on Friday" is past.
    """
    for place in places:
        if ends_clause(tokens, place):
            return None
        if places.step < 0 and places.start - place <= 1 and is_fixed(tokens, place):
            return Tense.FUTURE
        found = forward(tokens, place, places, lead) or past(tokens, place)
        if found is not None:
            return found
    return None


def ends_clause(tokens: Sequence[TimeToken], place: int) -> bool:
    """Tell whether a token closes a sentence or its half; the stop of an initial or a title does not."""
    token = tokens[place]
    if token.text == "." and place:
        before = tokens[place - 1]
        return before.kind != "w" or not (len(before.text) == 1 or before.text in TITLES)
    return token.kind == "\n" or token.text in {"!", "?", ";"}


def forward(tokens: Sequence[TimeToken], place: int, places: range, lead: str) -> Tense | None:
    """Return what a token tells that looks ahead: FUTURE, PAST if it looks ahead from the past, None if it does not."""
    token = tokens[place]
    if token.kind == "M":
        # "May" the month looks nowhere.
        return None
    pair = " ".join(one.text for one in tokens[place : place + 2])
    moved = pair in DEFERRING or token.text in words_of("moved to a date")
    if (pair == "set for" or moved or token.text in words_of("future")) and (lead in LEADS or not moved):
        if is_over(tokens, place):
            return Tense.PAST
        if not is_cause(tokens, place) and not is_aside(tokens, place, places):
            return Tense.FUTURE
    if token.text == "to" and place and tokens[place - 1].text in words_of("forward verbs"):
        return Tense.FUTURE if tokens[place + 1 : place + 2] and tokens[place + 1].kind == "w" else None
    if token.text in words_of("bidding") and any(one.text == "to" for one in tokens[place + 2 : places.start + 1]):
        # "Invited Rossi to come in July", "invited them to Lima in the autumn".
        return Tense.FUTURE
    if token.text in words_of("fixtures") and place and tokens[place - 1].text not in {"to", "not", "t", "did"}:
        return Tense.FUTURE
    if token.kind == "w" and token.text.endswith(("ed", "t", "d")) and place and tokens[place - 1].text == "be":
        return Tense.PAST if is_unreached(tokens, place) else Tense.FUTURE
    return None


def past(tokens: Sequence[TimeToken], place: int) -> Tense | None:
    """Return PAST if a token is a form of the past."""
    token = tokens[place]
    if token.text in words_of("no past verbs"):
        return None
    behind = tokens[place + 1].text if place + 1 < len(tokens) else ""
    if token.text in words_of("past") or (token.text == "set" and behind in words_of("behind set")):
        ahead = {one.text for one in tokens[max(place - 3, 0) : place]} & (words_of("future") | {"to"})
        return None if ahead and token.text in words_of("past and base") | {"set"} else Tense.PAST
    if token.kind != "w" or len(token.text) <= 4 or not token.text.endswith("ed"):
        return None
    return None if is_adjective(tokens, place) else Tense.PAST


def is_cause(tokens: Sequence[TimeToken], place: int) -> bool:
    """Tell whether "due" says why ("due to floods"), and not what is to come ("is due to meet")."""
    behind = tokens[place + 1 : place + 3]
    if tokens[place].text != "due" or not behind or behind[0].kind != ">":
        return False
    awaited = place and tokens[place - 1].text in FORMS_OF_BE
    return not awaited or behind[-1].text in ("the", "a", "an")


def is_over(tokens: Sequence[TimeToken], place: int) -> bool:
    """Tell whether what looks ahead does so from the past: "had been due to expire", "could not be reached"."""
    if tokens[place].text == "could":
        return any(is_unreached(tokens, at) for at in range(place + 2, min(place + 4, len(tokens))))
    before = [token.text for token in tokens[max(place - 3, 0) : place]]
    bound = place + 1 < len(tokens) and tokens[place + 1].text in LEADS
    return bound and tokens[place].text in words_of("awaited") and "had" in before and "been" in before


def is_unreached(tokens: Sequence[TimeToken], place: int) -> bool:
    """Tell whether a participle says that somebody could not be reached, or something not be found out."""
    before = [token.text for token in tokens[max(place - 3, 0) : place]]
    return tokens[place].text in words_of("unreached") and "could" in before and before[-1] == "be"


def is_fixed(tokens: Sequence[TimeToken], place: int) -> bool:
    """Tell whether a participle behind "is" or "are" says what is fixed: "the case is heard in May"."""
    text = tokens[place].text
    participle = text in words_of("past") or (len(text) > 4 and text.endswith("ed"))
    return participle and text != "dated" and place > 0 and tokens[place - 1].text in {"is", "are"}


def is_aside(tokens: Sequence[TimeToken], place: int, places: range) -> bool:
    """Tell whether a word that may look ahead says nothing of when: "as planned", "unveiled the plan on Monday"."""
    text, behind = tokens[place].text, [token.text for token in tokens[place + 1 : place + 2]]
    if text in words_of("awaited"):
        return any(token.text == "as" for token in tokens[max(place - 2, 0) : place])
    if text == "next":
        return behind == ["to"]
    if text == "ahead":
        # "Ahead of the visit, the ministry on Sunday warned": the time is not the visit's.
        return places.step < 0 and any(token.text == "," for token in tokens[place : places.start + 1])
    if text in {"plan", "plans"}:
        return (places.step < 0 and place == places.start) or bool(UNPLANNED.intersection(behind))
    return False


def is_adjective(tokens: Sequence[TimeToken], place: int) -> bool:
    """Tell whether a form in -ed stands before its noun: "on a still unspecified date in January"."""
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    if behind is None or behind.kind != "w" or behind.text in FUNCTION_WORDS:
        return False
    return place > 0 and tokens[place - 1].text in DETERMINERS
