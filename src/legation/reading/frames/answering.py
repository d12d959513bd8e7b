"""Answers: whom an act answers where the text has just made it plain and the sentence leaves it out.

- "Kenya accused Togo of theft. Togo denied it", "rejected the complaint", "refused the demand": whoever made it;
- "At talks with Chad, Togo denied it": whom it talks with;
- "Togo held talks with Chad. It walked out of the talks": with whom they were held;
- "Kenya accused Togo of theft and recalled its ambassador": from Togo;
- "Kenya closed the border. Togo condemned the move": Kenya's;
- "Kenya's premier flew to Togo. She arrived on Monday": in Togo;
- "handed Togo's envoy a note demanding damages": of him;
- "asked Togo for a loan and was turned down": by Togo.

Nobody is named where the last act of the kind is not one between the agent and exactly one other state.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from legation.documents.document import ZoneKind
from legation.lexicon.wordlists import words_of
from legation.reading.claim import Mention
from legation.reading.frames.carrying import country
from legation.reading.frames.coding import Coding
from legation.reading.parse.trees import NOUN, Tree

# How many event words lie between a charge and its denial, at most.
RECENT = 6
# How many characters lie between the parties of an act and those of its answer: a sentence or two.
NEAR = 300
# What is answered, by the word list of its names: the types of the acts that bring it up.
CHARGES, OFFERS, STEPS = "names of charges", "names of offers", "names of steps"
BROUGHT_UP = {
    CHARGES: frozenset({"ACCUSE"}),
    "names of demands": frozenset({"REQUEST", "THREATEN"}),
    OFFERS: frozenset({"AGREE", "REQUEST"}),
    STEPS: frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "REJECT", "RETREAT", "CONCEDE", "SUPPORT", "AGREE"}),
}
ANSWERS = frozenset({"REJECT", "ACCUSE"})
# What a letter may do.
WRITTEN = frozenset({"REQUEST", "ACCUSE", "THREATEN"})
# What an envoy is called home over.
HOSTILE = frozenset({"ACCUSE", "ASSAULT", "COERCE", "REJECT", "SANCTION"})
GATHERINGS = ("at", "during", "in")
AGAINST = frozenset({"against", "at", "over"})
POINTING = frozenset({"the", "this", "that", "these", "those"})
# Who is named behind these at what is answered has made it.
POSTED = frozenset({"to", "in", "from", "of", "at"})
MAKERS = frozenset({"by", "from", "with", "between"})


@dataclass(frozen=True, slots=True)
class Known:
    """The codings around one.

    `before` are those told earlier in the document and `done` those of the passage so far, with the parties carried
    over to them; `passage` are all of the passage as they were found, `after` what is told first below a headline.
    """

    before: Sequence[Coding]
    done: Mapping[int, Coding]
    passage: Mapping[int, Coding]
    after: Sequence[Coding] = ()

    def at(self, token: int) -> Coding | None:
        """Return the coding of a word of the passage."""
        return self.done.get(token) or self.passage.get(token)


def answered(coding: Coding, tree: Tree, known: Known) -> tuple[Mention, ...]:
    """Return whom an act without a recipient answers, or who is charged where a charge is denied; else nothing."""
    own = {country(mention) for mention in coding.agents} - {None}
    above = known.done.get(tree.heads[coding.trigger])
    if coding.frame.type == "ACCUSE" and above is not None and tree.deps[coding.trigger] == "dobj":
        # "Togo rejected Kenya's charge": it was made against Togo.
        answering = above.frame.type == "REJECT" and tree.word_class(coding.trigger) == NOUN
        return tuple(m for m in above.agents if country(m) not in own) if answering else ()
    if len(own) != 1:
        return ()
    same = [c for c in known.after if (c.frame.type, c.frame.mode) == (coding.frame.type, coding.frame.mode)]
    if same and is_by(same[0], own):
        return partner(same[:1], own)
    if coding.frame.lemma == "arrive":
        return destination(coding, known)
    if is_recall(coding, tree):
        return accused(coding, tree, known, own)
    if is_of_talks(coding, tree):
        return partner([c for c in near(coding, known) if c.frame.type == "CONSULT"], own)
    if coding.frame.lemma == "agree":
        return hosts(coding, tree, known, own)
    things = answered_things(coding, tree) if coding.frame.type in ANSWERS else frozenset()
    things = things & {STEPS} if coding.frame.type == "ACCUSE" else things
    return (maker(coding, known, things, own) or hosts(coding, tree, known, own)) if things else ()


def addressee(coding: Coding, tree: Tree, known: Known) -> tuple[Mention, ...]:
    """Return to whom a letter went that demands, accuses or threatens: "sent Lima a letter demanding damages"."""
    if coding.frame.type not in WRITTEN or tree.tags[coding.trigger] != "VBG" or coding.recipients:
        return ()
    letter = tree.heads[coding.trigger]
    for at in (letter, tree.heads[letter]):
        sent = known.done.get(at)
        if sent is None or sent.frame.type != "CONSULT":
            continue
        if "letter" in sent.frame.entry.object or sent.frame.lemma == "write":
            return sent.recipients
    return ()


def asked_before(coding: Coding, tree: Tree, known: Known) -> tuple[Mention, ...]:
    """Return who turned somebody down: whom he had asked, where the two stand side by side."""
    verb = coding.trigger
    first = known.done.get(tree.heads[verb]) if tree.deps[verb] == "conj" else None
    if coding.frame.type != "REJECT" or first is None or first.frame.type not in ("REQUEST", "AGREE"):
        return ()
    same = {mention.id for mention in first.agents} & {mention.id for mention in coding.recipients}
    return first.recipients if same else ()


def destination(coding: Coding, known: Known) -> tuple[Mention, ...]:
    """Return where somebody arrived who has just been told to go, or to meet, there: "flew to Lima. He arrived …"."""
    arriving = {mention.actor.id for mention in coding.agents if mention.actor is not None}
    for earlier in near(coding, known):
        going = {mention.actor.id for mention in earlier.agents if mention.actor is not None}
        if earlier.frame.mode == "visit" and going & arriving:
            return earlier.recipients
    return ()


def answered_things(coding: Coding, tree: Tree) -> frozenset[str]:
    """Return the kinds of what a verb answers: "it", a that-clause, or a thing named with an article and no maker."""
    verb = coding.trigger
    against = (kid for kid in tree.children(verb, "prep") if tree.words[kid].lower() in AGAINST)
    steps = (noun for kid in against for noun in tree.children(kid, "pobj") if tree.lemmas[noun] in words_of(STEPS))
    things = [*tree.children(verb, "dobj"), *steps]
    denying = tree.lemmas[verb] in words_of("denying")
    if not things or all(tree.tags[at] in ("PRP", "DT") for at in things):
        told = bool(things) or tree.has(verb, "ccomp", "xcomp")
        if not told and tree.lemmas[verb] in ("refuse", "decline"):
            # "Chad demanded the boats. Togo refused": what it was asked for.
            return frozenset(BROUGHT_UP) - {CHARGES}
        return frozenset({CHARGES}) if denying and told else frozenset()
    if any(not is_pointed_at(tree, at) for at in things):
        return frozenset()
    names = {tree.lemmas[at] for at in things}
    return frozenset(kind for kind in BROUGHT_UP if names & words_of(kind))


def is_pointed_at(tree: Tree, noun: int) -> bool:
    """Tell whether a noun speaks of what was told before, nobody being named at it; headlines leave articles out."""
    if tree.has(noun, "poss", "relcl", "acl"):
        return False
    if any(tree.words[kid].lower() in MAKERS for kid in tree.children(noun, "prep")):
        return False
    return tree.passage.zone is ZoneKind.TITLE or any(
        tree.words[kid].lower() in POINTING for kid in tree.children(noun, "det")
    )


def brings_up(coding: Coding, kind: str) -> bool:
    """Tell whether an act brings up a thing of this kind; an offer is made by an act that is called one."""
    called = {coding.frame.lemma, *coding.frame.entry.object}
    return coding.frame.type in BROUGHT_UP[kind] and (kind != OFFERS or bool(called & words_of(kind)))


def maker(coding: Coding, known: Known, things: frozenset[str], own: set[str | None]) -> tuple[Mention, ...]:
    """Return who made, to the agent, the last thing of the kind told before."""
    for earlier in (*reversed(known.before[-RECENT:]), *known.after):
        brought = any(brings_up(earlier, kind) for kind in things) and (earlier.agents or things != {STEPS})
        if not brought or {country(m) for m in earlier.agents} & own:
            continue
        to = {country(mention) for mention in earlier.recipients}
        # A step may be against others: who condemns it speaks of who took it.
        if to & own or ((not to or things == {STEPS}) and is_near(earlier, coding)):
            return tuple(m for m in earlier.agents if m.actor is not None and country(m) is not None)
    return ()


def hosts(coding: Coding, tree: Tree, known: Known, own: set[str | None]) -> tuple[Mention, ...]:
    """Return with whom the talks are at which something is denied or rejected."""
    held = (
        known.at(noun)
        for kid in tree.children(coding.trigger, "prep")
        if tree.words[kid].lower() in GATHERINGS
        for noun in tree.children(kid, "pobj")
    )
    return partner([c for c in held if c is not None and c.frame.type == "CONSULT"], own)


def is_of_talks(coding: Coding, tree: Tree) -> bool:
    """Tell whether an act breaks off talks, nobody being named at them: "suspended the talks", "walked out of them"."""
    noun = coding.object_head if coding.object_head is not None else coding.theme
    if coding.frame.type not in ("SANCTION", "REJECT") or coding.frame.mode not in ("withdraw", "meet"):
        return False
    return noun is not None and tree.lemmas[noun] in words_of("names of talks") and is_bare(tree, noun)


def is_bare(tree: Tree, noun: int) -> bool:
    """Tell whether a noun has no article, or a pointing one, and nobody is named at it."""
    articles = {tree.words[kid].lower() for kid in tree.children(noun, "det")}
    return articles <= POINTING and (is_pointed_at(tree, noun) or not articles)


def is_recall(coding: Coding, tree: Tree) -> bool:
    """Tell whether somebody calls his own envoy home, and it is not said from where."""
    noun = coding.object_head if coding.object_head is not None else coding.theme
    if coding.frame.type != "SANCTION" or coding.frame.mode != "withdraw" or noun is None:
        return False
    posted = any(tree.words[kid].lower() in POSTED for kid in tree.children(noun, "prep"))
    return tree.lemmas[noun] in words_of("envoys") and not posted and is_own(coding)


def is_by(coding: Coding, own: set[str | None]) -> bool:
    """Tell whether an act is by the same side alone."""
    return {country(mention) for mention in coding.agents} == own


def is_own(coding: Coding) -> bool:
    """Tell whether nobody stands as recipient but the agent's own."""
    own = {country(mention) for mention in coding.agents}
    return all(country(mention) in own for mention in coding.recipients)


def accused(coding: Coding, tree: Tree, known: Known, own: set[str | None]) -> tuple[Mention, ...]:
    """Return with whom the agent has just traded an accusation or a blow, in the sentence or the one before."""
    _, high = tree.sentence[coding.trigger]
    later = [known.passage[at] for at in range(coding.trigger, high) if at in known.passage]
    return partner([c for c in (*near(coding, known), *later) if c.frame.type in HOSTILE], own)


def near(coding: Coding, known: Known) -> Iterator[Coding]:
    """Yield the codings told in the sentence or two before, and below a headline, the last one first."""
    yield from (earlier for earlier in reversed(known.before[-RECENT:]) if is_near(earlier, coding))
    yield from known.after


def is_near(earlier: Coding, coding: Coding) -> bool:
    """Tell whether two acts are told close to each other."""
    ends = [mention.span.end for mention in (*earlier.agents, *earlier.recipients)]
    return bool(ends) and abs(min(m.span.start for m in coding.agents) - max(ends)) < NEAR


def partner(codings: Iterable[Coding], own: set[str | None]) -> tuple[Mention, ...]:
    """Return the other party of the first coding that the agent has a part in, if it is one state."""
    for coding in codings:
        parties = (*coding.agents, *coding.recipients)
        others = [mention for mention in parties if country(mention) not in own]
        if len(others) == len(parties) or not others:
            continue
        states = {country(mention) for mention in others}
        return tuple(others[:1]) if len(states) == 1 and None not in states else ()
    return ()
