"""The frame lexicon made ready: one `Frame` per opening word, with every default filled in, looked up by lemma."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from legation.lexicon.frames import FrameEntry, WordClass
from legation.reading.parse.trees import ADJECTIVE, NOUN, VERB, Tree

VERB_TO = "obj iobj obj.poss obj.mod obj.of obj.on obj.against obj.with with to against on at in clause.subj".split()
NOUN_TO = "to with against on over into toward for of in".split()
THEME = "obj of clause on for about".split()
# Contacts are about something; their object is a party or a place.
TOPIC = ("on", "about", "over", "regarding", "concerning")
# A nominalisation has its verb's object in an of-phrase ("expelled diplomats": "the expulsion of diplomats").
NOMINAL = {"obj": ("of",), "iobj": ("to",), "obj.poss": ("of.poss",), "obj.mod": ("of.mod",)}
DEFAULT_WEIGHT = 0.8
# Words that a phrase of the lexicon has before its last ("air defense system", "anti-subsidy probe").
LONGEST_TAIL = 3
# The class of names in which no word means what it says.
WHOLE = "whole_names"


@dataclass(frozen=True, slots=True)
class Frame:
    """One word's way to stand for an event; fields as in `legation.lexicon.frames`, with nothing left open.

    `objects` and `prepositions` are what its conditions ask for, as sets.
    """

    lemma: str
    word_class: str
    type: str
    mode: str | None
    by: tuple[str, ...]
    to: tuple[str, ...]
    theme: tuple[str, ...]
    entry: FrameEntry
    rule: str
    objects: frozenset[str]
    prepositions: frozenset[str]

    @property
    def breadth(self) -> int:
        """How many tokens the opening words take up as far as their head: a "ceasefire offer" is no ceasefire."""
        before = self.lemma.partition(" of ")[0].replace("-", " - ")
        return len(before.split()) if self.word_class == NOUN else 1

    @property
    def conditions(self) -> int:
        """How particular the frame's sense is: conditions that name words count twice."""
        entry = self.entry
        named = (entry.object, entry.subject, entry.before, entry.aim, entry.particle, any(entry.prep.values()))
        return 2 * sum(map(bool, named)) + sum(map(bool, (entry.prep, entry.complement, entry.voice)))


@dataclass(frozen=True, slots=True)
class Classes:
    """Word classes: for a lemma, or the last words of a phrase, the classes it is in."""

    words: Mapping[str, frozenset[str]]
    items: Mapping[str, str]

    def has(self, tree: Tree, noun: int, wanted: Iterable[str]) -> bool:
        """Tell whether the noun is one of the wanted lemmas or in one of the wanted classes."""
        return not self.names(tree, noun).isdisjoint(wanted)

    def names(self, tree: Tree, noun: int) -> frozenset[str]:
        """Return what a condition may call a noun: the phrases it ends, and the classes these are in."""
        found = tree.names.get(noun)
        if found is None:
            phrases = tail_phrases(tree, noun)
            found = frozenset(phrases).union(*(self.words.get(phrase, ()) for phrase in self.whole(phrases)))
            tree.names[noun] = found
        return found

    def whole(self, phrases: list[str]) -> list[str]:
        """Return the phrases without those shorter than a name in which words mean nothing of their own.

        The "Soviet Union" is no union that strikes, the "White House" none that burns.
        """
        whole = next((place for place, phrase in enumerate(phrases) if WHOLE in self.words.get(phrase, ())), None)
        return phrases if whole is None else phrases[: whole + 1]

    def item(self, tree: Tree, low: int, high: int, head: int) -> str | None:
        """Return the item class of a theme: by its head, else by the last word inside it that has one."""
        for phrase in tail_phrases(tree, head):
            if phrase in self.items:
                return self.items[phrase]
        for at in range(high - 1, low - 1, -1):
            for phrase in tail_phrases(tree, at):
                if phrase in self.items:
                    return self.items[phrase]
        return None


def tail_phrases(tree: Tree, noun: int) -> list[str]:
    """Return the phrases a word ends or opens, longest first: "state of siege"; "air defense system", "system".

    The tokenizer takes hyphens apart; what they hold together is one word here ("cease-fire", "anti-dumping probe").
    """
    found = tree.phrases.get(noun)
    if found is None:
        found = tree.phrases[noun] = find_tail_phrases(tree, noun)
    return found


def find_tail_phrases(tree: Tree, noun: int) -> list[str]:
    """Return what `tail_phrases` keeps."""
    lemma = tree.lemmas[noun].lower()
    phrases = [lemma]
    low, glue = noun - 1, " "
    while low >= 0 and len(phrases) <= LONGEST_TAIL:
        if tree.words[low] == "-":
            glue = "-"
        elif glue == " " and tree.heads[low] != noun:
            break
        else:
            phrases.append(f"{tree.words[low].lower()}{glue}{phrases[-1]}")
            glue = " "
        low -= 1
    for kid in tree.children(noun, "prep"):
        if tree.words[kid].lower() == "of":
            phrases += [f"{lemma} of {tree.lemmas[grand].lower()}" for grand in tree.children(kid, "pobj")]
    return phrases[::-1]


@dataclass(frozen=True, slots=True)
class FrameBook:
    """Every frame, by word class and lemma, and the word classes its conditions speak of.

    `last_words` head the noun frames of several words ("hunger strike": strike; "no-fly zone": zone; "war of words":
    war).
    """

    frames: Mapping[tuple[str, str], tuple[Frame, ...]]
    classes: Classes
    last_words: frozenset[str]

    def find(self, word_class: str, lemma: str) -> tuple[Frame, ...]:
        """Return the frames a word can open; none for most words."""
        return self.frames.get((word_class, lemma), ())


def compile_frames(entries: Sequence[FrameEntry], classes: Sequence[WordClass]) -> FrameBook:
    """Fill in the defaults and index the frames; within a word the more particular and heavier come first."""
    found: dict[tuple[str, str], list[Frame]] = {}
    for entry in entries:
        for frame in frames_of(entry):
            found.setdefault((frame.word_class, frame.lemma), []).append(frame)
    ordered = {
        key: tuple(sorted(frames, key=lambda frame: (-frame.conditions, -frame.entry.weight)))
        for key, frames in found.items()
    }
    nouns = (lemma for word_class, lemma in ordered if word_class == NOUN)
    last_words = frozenset(head_word(noun) for noun in nouns if " " in noun or "-" in noun)
    return FrameBook(ordered, compile_classes(classes), last_words)


def head_word(phrase: str) -> str:
    """Return the noun that heads a phrase, as the tokenizer cuts it: "war of words": war; "no-fly zone": zone."""
    return phrase.partition(" of ")[0].replace("-", " ").split()[-1]


def compile_classes(entries: Sequence[WordClass]) -> Classes:
    """Index the word classes by word; of several item classes the later entry wins, as it is the finer one."""
    words: dict[str, set[str]] = {}
    items: dict[str, str] = {}
    for entry in entries:
        for word in entry.words:
            words.setdefault(word.lower(), set()).add(entry.name)
            if entry.item:
                items[word.lower()] = entry.name
    return Classes({word: frozenset(names) for word, names in words.items()}, items)


def frames_of(entry: FrameEntry) -> list[Frame]:
    """Return one frame per opening word of an entry."""
    found = [build(entry, VERB, lemma) for lemma in entry.verb]
    found += [build(entry, ADJECTIVE, lemma) for lemma in entry.adjective]
    found += [build(entry, NOUN, lemma) for lemma in entry.noun]
    return found


def build(entry: FrameEntry, word_class: str, lemma: str) -> Frame:
    """Return the frame of one word, slots carried over to the noun where the entry is a verb's."""
    carried = word_class == NOUN and bool(entry.verb)
    by, to, theme = entry.by, entry.to, entry.theme
    if by is None:
        by = ("subj",) if word_class != NOUN else ("subj", "poss", "by", "mod", "of", "from")
    if carried:
        by = (*by, *(slot for slot in ("subj", "poss", "by", "mod", "of") if slot not in by))
        to = nominal(to) if to is not None else None
        theme = nominal(theme) if theme is not None else None
    if to is None:
        to = tuple(NOUN_TO if word_class == NOUN else VERB_TO)
    if theme is None:
        theme = TOPIC if entry.type == "CONSULT" else tuple(THEME)
    rule = f"{entry.type.lower()}/{word_class}:{lemma}"
    if entry.particle:
        rule += "+" + "|".join(entry.particle[:3])
    if entry.object:
        rule += f"({'|'.join(entry.object[:3])})"
    if entry.aim:
        rule += f"+to({'|'.join(entry.aim[:3])})"
    if entry.prep:
        rule += "+" + "+".join(entry.prep)
    asked = frozenset(entry.object), frozenset(entry.prep)
    return Frame(lemma, word_class, entry.type, entry.mode, by, to, theme, entry, rule, *asked)


def nominal(slots: Sequence[str]) -> tuple[str, ...]:
    """Return a verb's slots as its nominalisation has them."""
    return tuple(dict.fromkeys(part for slot in slots for part in NOMINAL.get(slot, (slot,))))
