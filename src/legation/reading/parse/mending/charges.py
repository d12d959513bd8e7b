"""Charges: what somebody is accused of, which the parser hangs on a noun before it, hangs on the verb that accuses.

- "accused the team of hiding arms", "the head of Chad's navy of hiding arms": a part of whom;
- "accused the army and the rebels of killing villagers": of the last of several;
- "is accused by experts of flying weapons to rebels": of who accuses;
- "charged a student leader with plotting": with what he is charged;
- "accused Lima of hiding arms and of sinking a boat": of the first charge;
- "accused it in April of sinking a boat": of when it was accused.

Then it is the one accused who did it, and what the parser took for the head of "arming rebels" is the object in it.
"""

from legation.lexicon.wordlists import words_of
from legation.reading.parse.mending.repair import Parse

CHARGED_WITH = frozenset({"charge"})


def raise_charge(parse: Parse, preposition: int) -> None:
    """Hang a charge on the verb that brings it, with the gerund under the preposition and its object under that."""
    add_charge(parse, preposition)
    raise_from_date(parse, preposition)
    noun = parse.heads[preposition]
    word = parse.lows[preposition]
    of, by = word in ("of", "with"), is_accuser(parse, noun, preposition)
    # "Accused them of "massing tanks" there".
    first = preposition + 1 + (parse.tags[preposition + 1 : preposition + 2] == ["``"])
    gerund = first if parse.tags[first : first + 1] == ["VBG"] else None
    doing = parse.has(preposition, "pcomp")
    listed = doing and parse.deps[noun] == "conj" and parse.tags[noun][0] != "V"
    if not (listed or (of and (gerund is not None or by))):
        return
    verb = parse.heads[parse.heads[noun]] if by else verb_over(parse, noun, listed=listed)
    if verb is None or parse.lemmas[verb] not in (CHARGED_WITH if word == "with" else words_of("charging")):
        return
    if of and gerund is not None:
        give_gerund(parse, preposition, gerund)
    if verb != noun and (listed or by or parse.heads[gerund or preposition] == preposition):
        parse.move(preposition, verb, "prep")


def add_charge(parse: Parse, preposition: int) -> None:
    """Hang a second charge beside the first: "accused Lima of hiding arms and of sinking a boat"."""
    doing = parse.heads[preposition]
    if parse.deps[doing] != "pcomp":
        return
    first = parse.heads[doing]
    verb = parse.heads[first]
    same = parse.lows[first] == parse.lows[preposition] and first < doing < preposition
    joined = preposition > 0 and parse.lows[preposition - 1] == "and"
    if same and joined and parse.lemmas[verb] in words_of("charging"):
        parse.move(preposition, verb, "prep")


def raise_from_date(parse: Parse, preposition: int) -> None:
    """Hang a charge that the parser hung on its day on the verb: "accused it in April of sinking a boat"."""
    date = parse.heads[preposition]
    if parse.deps[date] != "pobj":
        return
    verb = parse.heads[parse.heads[date]]
    dated = parse.lows[date] in words_of("calendar") or parse.tags[date] == "CD"
    charging = CHARGED_WITH if parse.lows[preposition] == "with" else words_of("charging")
    doing = parse.has(preposition, "pcomp")
    if dated and doing and verb < date < preposition and parse.lemmas[verb] in charging:
        parse.move(preposition, verb, "prep")


def is_accuser(parse: Parse, noun: int, preposition: int) -> bool:
    """Tell whether a noun before the preposition is who accuses: "accused by experts"."""
    return parse.deps[parse.heads[noun]] == "agent" and preposition > noun


def verb_over(parse: Parse, noun: int, *, listed: bool) -> int | None:
    """Return the verb that the one accused is the object of, or the word itself where it is the accusing verb."""
    if parse.tags[noun][0] == "V":
        return noun
    while listed and parse.deps[noun] == "conj":
        noun = parse.heads[noun]
    while parse.deps[noun] == "pobj" and parse.lows[parse.heads[noun]] == "of":
        noun = parse.heads[parse.heads[noun]]
    return parse.heads[noun] if parse.deps[noun] == "dobj" else None


def give_gerund(parse: Parse, preposition: int, gerund: int) -> None:
    """Put a gerund right behind its preposition, with the thing it was made a part of as its object."""
    thing = parse.heads[gerund]
    if parse.deps[gerund] in ("compound", "amod") and parse.heads[thing] == preposition and thing > gerund:
        parse.move(gerund, preposition, "pcomp")
        parse.move(thing, gerund, "dobj")
