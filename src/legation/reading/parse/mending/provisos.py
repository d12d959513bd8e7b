"""Provisos: conditions that words of another kind open, which a small parser takes for what they are elsewhere.

"Will pay provided Libya frees them", "on condition that Libya frees them", "in case Libya attacks": the clause hangs
on the one that has the modal, and the words that open it become its conjunction.
"""

from legation.lexicon.wordlists import words_of
from legation.reading.parse.mending.inversions import hang, outcome_of
from legation.reading.parse.mending.repair import SUBJECTS, Parse

FINITE = frozenset({"MD", "VBZ", "VBP", "VBD"})
# Words of the longest: "on the understanding that".
LONGEST = 4
HELPERS = frozenset({"be", "have", "do", "get"})
LAST = frozenset({"provided", "providing", "assuming", "supposing", "that", "case"})


def hang_provisos(parse: Parse) -> None:
    """Hang each condition that such words open on the clause it is a condition of."""
    for i, word in enumerate(parse.lows):
        if word not in LAST:
            continue
        first = first_of(parse, i)
        if first is None:
            continue
        part_verb(parse, first)
        if is_act(parse, first):
            continue
        verb = verb_behind(parse, i)
        outcome = None if verb is None else outcome_of(parse, first, verb) or verb_over(parse, first)
        if verb is not None and outcome not in (None, verb):
            hang(parse, i, verb, outcome)
            parse.deps[i] = "mark"
            for at in range(first, i):
                if not first <= parse.heads[at] <= i:
                    parse.move(at, i, "fixed")


def first_of(parse: Parse, last: int) -> int | None:
    """Return the first word of the longest such expression that ends here, and goes on no further."""
    if list(parse.lows[last + 1 : last + 2]) == ["that"]:
        return None
    firsts = range(max(0, last - LONGEST + 1), last + 1)
    return next((at for at in firsts if " ".join(parse.lows[at : last + 1]) in words_of("provisos")), None)


def part_verb(parse: Parse, word: int) -> None:
    """Free a verb that the parser takes for a helper of the word: "will pay provided that …"."""
    helpers = [kid for kid in parse.kids[word] if parse.deps[kid] == "aux" and parse.tags[kid] == "VB"]
    verb = next((kid for kid in helpers if parse.lemmas[kid] not in HELPERS), None)
    if verb is None:
        return
    parse.replace(word, verb)
    parse.hand([kid for kid in parse.kids[word] if kid < verb or parse.deps[kid] == "punct"], verb)
    parse.move(word, verb, "prep")


def is_act(parse: Parse, word: int) -> bool:
    """Tell whether somebody does what the word says: "the law provided that …", "they were provided tents"."""
    return parse.tags[word][0] == "V" and any(
        parse.deps[kid] in (*SUBJECTS, "auxpass", "aux") and kid < word for kid in parse.kids[word]
    )


def verb_over(parse: Parse, word: int) -> int | None:
    """Return the verb before a word that it hangs on: "was ready to talk provided that …"."""
    return next((up for up in parse.above(word) if parse.tags[up][0] == "V" and up < word), None)


def verb_behind(parse: Parse, opener: int) -> int | None:
    """Return the finite verb whose subject stands right behind a word; None if no clause opens there."""
    start = opener + 1
    subjects = [at for at in range(start, len(parse.words)) if parse.first(at) == start and parse.tags[at][0] in "NPW"]
    for noun in subjects:
        after = parse.last(noun) + 1
        if noun < after < len(parse.words) and parse.tags[after] in FINITE:
            above = parse.heads[after]
            return above if parse.tags[after] == "MD" or parse.deps[after] in ("aux", "auxpass") else after
        if parse.deps[noun] in SUBJECTS and parse.heads[noun] > noun and parse.tags[parse.heads[noun]][0] == "V":
            return parse.heads[noun]
    return None
