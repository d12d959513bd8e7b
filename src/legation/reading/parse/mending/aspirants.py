"""Aspirants: "would-be" before a noun is one adjective: "a would-be attacker", "the would-be raid on Chad failed"."""

from legation.reading.parse.mending.repair import Parse


def join_aspirants(parse: Parse) -> None:
    """Make each "would-be" an adjective of the noun behind it, whose modal denies and plans nothing."""
    for would, low in enumerate(parse.lows[:-3]):
        be, noun = would + 2, would + 3
        if low != "would" or parse.words[would + 1] != "-" or parse.lows[be] != "be":
            continue
        while noun + 1 < len(parse.words) and parse.tags[noun] in ("JJ", "NN") and parse.heads[noun] == noun + 1:
            noun += 1
        if parse.tags[noun][:2] == "NN":
            parse.tags[be], parse.lemmas[be] = "JJ", "would-be"
            parse.move(be, noun, "amod")
            parse.tags[would], parse.lemmas[would] = "JJ", "would"
            parse.move(would, be, "compound")
            parse.move(would + 1, be, "punct")
