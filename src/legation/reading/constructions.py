"""Constructions that make a word a cue whatever its weight: "the mantra that …", "reportedly", "in the view of …".

The weights come from one corpus of news, where such words are rare; a record must not lose whose word it is.
"""

from legation.lexicon.cues import CueEntry, CueKind, CuePart
from legation.reading.cues import subject_of
from legation.reading.rivals import Draft, Ranges
from legation.reading.words import Words

CLAUSE_WORDS = frozenset({"that", "whether", "if"})
# "The claim that he made" is no claim that he made something: these verbs take the noun itself as their object.
TAKES_NOUN = frozenset(
    "make have give issue voice hold raise express put send write get receive hear share reject publish release "
    "repeat want need take deny read see use offer accept support sign submit face ask say describe find tell".split()
)
VIEWS = frozenset("view words word opinion eyes eye judgment judgement estimation telling account".split())
SPEAKER = 5


def is_firm(words: Words, i: int, entry: CueEntry | None) -> bool:
    """Tell whether the construction alone makes token i a cue."""
    if entry is None:
        return words.texts[i] == ":" and names_speaker(words, i)
    if entry.pos is CuePart.ADVERB:
        return entry.kind is CueKind.SPEECH
    if entry.pos is CuePart.PREPOSITION:
        return words.lowers[i] == "per" and words.deps[i] == "prep" and words.kid_of(i, "pobj") >= 0
    if not {"that", "whether"} & set(entry.construction):
        return False
    return has_clause(words, i) or (entry.pos is CuePart.NOUN and (has_hidden_clause(words, i) or is_equated(words, i)))


def names_speaker(words: Words, i: int) -> bool:
    """Tell whether a colon follows a name in capitals at the head of its sentence, as in a transcript."""
    low = words.sentence[i][0]
    names = [text for text in words.texts[low:i] if text[-1].isalpha()]
    return 0 < i - low <= SPEAKER and bool(names) and all(name.isupper() and len(name) > 1 for name in names)


def has_clause(words: Words, i: int) -> bool:
    """Tell whether a complement clause with its own opening word depends on token i."""
    return any(words.lowers[words.left(kid)] in CLAUSE_WORDS for kid in words.kids_of(i, "ccomp", "acl"))


def has_hidden_clause(words: Words, i: int) -> bool:
    """Tell whether what was parsed as a relative clause is the content: it has a subject and wants no object."""
    for kid in words.kids_of(i, "relcl"):
        first = words.left(kid)
        if words.lowers[first] != "that" or words.deps[first] == "nsubj" or words.kid_of(kid, "nsubj", "nsubjpass") < 0:
            continue
        objects = [other for other in words.kids_of(kid, "dobj", "acomp", "attr", "xcomp", "ccomp") if other != first]
        if objects or words.lemmas[kid] not in TAKES_NOUN:
            return True
    return False


def is_equated(words: Words, i: int) -> bool:
    """Tell whether the noun is the subject of "is that …", "is whether …"."""
    head = words.heads[i]
    return words.deps[i] == "nsubj" and words.lemmas[head] == "be" and has_clause(words, head)


def draft_view(words: Words, i: int, entry: CueEntry | None) -> Draft | None:
    """Return the attribution of "in the view of X, …" or "in X's words, …" at its preposition, or None."""
    noun = words.kid_of(i, "pobj")
    if words.lowers[i] != "in" or words.deps[i] != "prep" or noun < 0 or words.lowers[noun] not in VIEWS:
        return None
    owner, of = (
        words.kid_of(noun, "poss"),
        next((k for k in words.kids_of(noun, "prep") if words.lowers[k] == "of"), -1),
    )
    source = owner if owner >= 0 else words.kid_of(of, "pobj") if of >= 0 else -1
    clause = words.heads[i]
    if source < 0 or clause == i:
        return None
    low, high = words.left(source), words.right(source) + 1
    cue: Ranges = ((i, noun + 1),) if owner >= 0 else ((i, of + 1),)
    content = outside(words, clause, (words.left(i), words.right(i) + 1))
    return Draft(words, i, entry, 1.0, ((low, high),), cue, content) if content else None


def outside(words: Words, clause: int, phrase: tuple[int, int]) -> Ranges:
    """Return the subtree of a clause without a phrase in it, and without punctuation at the edges."""
    parts = ((words.left(clause), phrase[0]), (phrase[1], words.right(clause) + 1))
    found = []
    for low, high in parts:
        inside = [i for i in range(low, high) if words.texts[i][-1].isalnum()]
        if inside:
            found.append((inside[0], inside[-1] + 1))
    return tuple(found)


def shared_source(words: Words, cue: int, content: Ranges) -> Ranges:
    """Return the subject that a participle, infinitive or second verb shares with the verb above it, or nothing."""
    if words.tags[cue][0] != "V" or words.kid_of(cue, "nsubj", "nsubjpass", "auxpass", "expl", "agent") >= 0:
        return ()
    if words.tags[cue] == "VBN" and words.deps[cue] in ("acl", "relcl"):
        return ()
    subject = subject_of(words, cue)
    if subject < 0 or words.tags[subject] == "EX" or any(low <= subject < high for low, high in content):
        return ()
    if words.lowers[subject] == "it" or words.deps[subject] in ("expl", "csubj"):
        return ()
    return ((words.left(subject), words.right(subject) + 1),)
