"""Seconds: the second of two deals, named only "another" or "one", which a small parser joins to what the first is on.

In "signed an accord on opening a port and another on rebuilding a plant" it is another accord, not another port.
"""

from legation.lexicon.wordlists import words_of
from legation.reading.parse.mending.repair import Parse

SECONDS = frozenset({"another", "one", "second", "third", "others"})


def join_second(parse: Parse, second: int) -> None:
    """Join "another" before "on" to the deal that is signed, and give it the preposition behind it."""
    on = second + 1
    if parse.words[second] not in SECONDS or on >= len(parse.words) or parse.words[on] not in ("on", "for", "about"):
        return
    deal = next((at for at in parse.above(second) if parse.lemmas[at] in words_of("bargains")), None)
    if deal is None or parse.tags[deal][:2] != "NN" or deal > second:
        return
    parse.move(second, deal, "conj")
    parse.move(on, second, "prep")
    act = on + 1
    if parse.tags[act : act + 1] == ["VBG"] and parse.deps[act] == "amod":
        thing = parse.heads[act]
        parse.move(act, on, "pcomp")
        parse.move(thing, act, "dobj")
