"""Constructions that make a word a cue whatever its weight: "the mantra that …", "reportedly", "in the view of …".

The weights come from one corpus of news, where such words are rare; a record must not lose whose word it is.
"""

from collections.abc import Sequence
from dataclasses import replace

from legation.lexicon.cues import CueEntry, CueKind, CuePart
from legation.lexicon.wordlists import words_of
from legation.reading.attribution.cues import subject_of
from legation.reading.attribution.rivals import FINITE, Draft, Ranges
from legation.reading.attribution.words import Words

CLAUSE_WORDS = frozenset({"that", "whether", "if"})
SPEAKER = 5
CLAUSAL = (CueKind.SPEECH, CueKind.WRITING, CueKind.THOUGHT)
SEEN = (*CLAUSAL, CueKind.PERCEPTION, CueKind.KNOWLEDGE)
CONDITIONS = frozenset("if unless because when whenever after before since although though while once until".split())
EMPTY = frozenset({"it", "there"})


def is_firm(words: Words, i: int, entry: CueEntry | None) -> bool:
    """Tell whether the construction alone makes token i a cue."""
    if entry is None:
        low, high = words.sentence[i]
        return words.texts[i] == ":" and (
            names_speaker(words, i) or has_speaker(words, low, i, high) or closes_with_speaker(words, i)
        )
    if entry.pos is CuePart.ADVERB:
        return entry.kind is CueKind.SPEECH
    if entry.pos is CuePart.PREPOSITION:
        return words.lowers[i] == "per" and words.deps[i] == "prep" and words.kid_of(i, "pobj") >= 0
    if not {"that", "whether"} & set(entry.construction):
        return False
    if entry.pos is CuePart.VERB and entry.kind in CLAUSAL and bare_clause(words, i) >= 0:
        return True
    return clause_of(words, i, entry) >= 0 or (entry.pos is CuePart.NOUN and is_equated(words, i))


def clause_of(words: Words, i: int, entry: CueEntry) -> int:
    """Return the head of the clause that token i takes as its content, by its construction alone, or -1."""
    if entry.pos is CuePart.ADJECTIVE and words.deps[i] == "acomp" and not has_clause(words, i):
        return opened_clause(words, words.heads[i])
    hidden = hidden_clause(words, i) if entry.pos is CuePart.NOUN else -1
    return hidden if hidden >= 0 else opened_clause(words, i)


def names_speaker(words: Words, i: int) -> bool:
    """Tell whether a colon follows a name in capitals at the head of its sentence, as in a transcript."""
    low = words.sentence[i][0]
    names = [text for text in words.texts[low:i] if text[-1].isalpha()]
    return 0 < i - low <= SPEAKER and bool(names) and all(name.isupper() and len(name) > 1 for name in names)


def has_speaker(words: Words, low: int, high: int, end: int) -> bool:
    """Tell whether tokens up to a colon are no more than a phrase for someone who speaks, and a clause follows."""
    before = [k for k in range(low, high) if words.texts[k][-1].isalpha()]
    if not 0 < len(before) <= SPEAKER or words.lowers[before[-1]] not in words_of("speakers"):
        return False
    return all(words.tags[k][0] in "NJDIP" for k in before) and any(words.tags[k] in FINITE for k in range(high, end))


def closes_with_speaker(words: Words, i: int) -> bool:
    """Tell whether a colon stands between a clause and a phrase for its speaker, as in headlines."""
    low, high = words.sentence[i]
    after = [k for k in range(i + 1, high) if words.texts[k][-1].isalpha()]
    if not 0 < len(after) <= SPEAKER or words.lowers[after[-1]] not in words_of("speakers"):
        return False
    return all(words.tags[k][0] in "NJDI" for k in after) and any(words.tags[k] in FINITE for k in range(low, i))


def bare_clause(words: Words, i: int) -> int:
    """Return the finite clause with a subject of its own that depends on token i, which has a subject too, or -1."""
    if words.kid_of(i, "nsubj") < 0:
        return -1
    for kid in words.kids_of(i, "ccomp"):
        finite = words.tags[kid] in FINITE or any(
            words.tags[aux] in FINITE for aux in words.kids_of(kid, "aux", "auxpass")
        )
        if finite and words.kid_of(kid, "nsubj", "nsubjpass") >= 0:
            return kid
    return -1


def has_clause(words: Words, i: int) -> bool:
    """Tell whether a complement clause with its own opening word depends on token i."""
    return opened_clause(words, i) >= 0


def opened_clause(words: Words, i: int) -> int:
    """Return the complement clause with its own opening word that depends on token i, or -1."""
    clauses = words.kids_of(i, "ccomp", "acl")
    return next((kid for kid in clauses if words.lowers[words.left(kid)] in CLAUSE_WORDS), -1)


def hidden_clause(words: Words, i: int) -> int:
    """Return what was parsed as a relative clause and is the content: it has a subject and wants no object; or -1."""
    for kid in words.kids_of(i, "relcl"):
        first = words.left(kid)
        if words.lowers[first] != "that" or words.deps[first] == "nsubj" or words.kid_of(kid, "nsubj", "nsubjpass") < 0:
            continue
        objects = [other for other in words.kids_of(kid, "dobj", "acomp", "attr", "xcomp", "ccomp") if other != first]
        if objects or words.lemmas[kid] not in words_of("taking nouns"):
            return kid
    return -1


def draft_firm(words: Words, i: int, entry: CueEntry | None, score: float) -> Draft | None:
    """Return the attribution that the construction alone gives: of a clause under its word, or of a colon."""
    if entry is None:
        return draft_colon(words, i)
    clause = clause_of(words, i, entry)
    if clause < 0 and entry.pos is CuePart.VERB:
        clause = bare_clause(words, i)
    if clause < 0 or entry.pos not in (CuePart.VERB, CuePart.NOUN, CuePart.ADJECTIVE):
        return None
    content = ((words.left(clause), words.right(clause) + 1),)
    subject = words.kid_of(i, "nsubj") if entry.pos is CuePart.VERB else -1
    source = around(words, subject, content) if subject >= 0 else find_source(words, i, content)
    return Draft(words, i, entry, score, source, ((i, i + 1),), content)


def draft_colon(words: Words, i: int) -> Draft | None:
    """Return the attribution of "Minister: we agree" or, as headlines have it, "No deal: minister"."""
    low, high = words.sentence[i]
    while high > i and not words.texts[high - 1][-1].isalnum():
        high -= 1
    sides: tuple[tuple[int, int], tuple[int, int]] = ((low, i), (i + 1, high))
    source, content = sides[::-1] if closes_with_speaker(words, i) else sides
    if any(first >= last for first, last in sides):
        return None
    return Draft(words, i, None, 1.0, (source,), ((i, i + 1),), (content,))


def is_equated(words: Words, i: int) -> bool:
    """Tell whether the noun is the subject of "is that …", "is whether …"."""
    head = words.heads[i]
    return words.deps[i] == "nsubj" and words.lemmas[head] == "be" and has_clause(words, head)


def draft_view(words: Words, i: int, entry: CueEntry | None) -> Draft | None:
    """Return the attribution of "in the view of X, …" or "in X's words, …" at its preposition, or None."""
    noun = words.kid_of(i, "pobj")
    if words.lowers[i] != "in" or words.deps[i] != "prep" or noun < 0 or words.lowers[noun] not in words_of("views"):
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


def draft_as(words: Words, i: int, entry: CueEntry | None) -> Draft | None:
    """Return the attribution of "as X sees it, …", "as far as X is concerned, …", "as was announced, …", or None."""
    if words.deps[i] != "advcl" or words.kid_of(i, "ccomp") >= 0:
        return None
    far = words.heads[i] if words.lowers[words.heads[i]] == "far" else i
    first, clause = min(words.left(far), words.left(i)), words.heads[far]
    if clause == i or words.lowers[first] != "as":
        return None
    about = words.lowers[i] == "concerned" and words.lowers[first : first + 3] == ["as", "far", "as"]
    if not about and (entry is None or entry.pos is not CuePart.VERB or entry.kind not in SEEN):
        return None
    passive = words.kid_of(i, "auxpass") >= 0 or words.tags[i] == "VBN"
    subject = words.kid_of(i, "nsubj", "nsubjpass") if about or not passive else -1
    if subject < 0 and not passive:
        return None
    content = outside(words, clause, (first, words.right(i) + 1))
    source: Ranges = ((words.left(subject), words.right(subject) + 1),) if subject >= 0 else by_phrase(words, i, "by")
    return Draft(words, i, entry, 1.0, source, ((i, i + 1),), content) if content else None


def draft_cited(words: Words, i: int, entry: CueEntry | None, drafts: Sequence[Draft]) -> tuple[Draft, Draft] | None:
    """Return the attribution of "Yonhap reported, citing the ministry, that …" to the ministry, and what it stands in.

    Whoever cites says that the other says so: the outer content takes in the words that name the one cited.
    """
    cited = words.kid_of(i, "dobj")
    if entry is None or words.lemmas[i] not in words_of("citing") or words.tags[i] != "VBG" or cited < 0:
        return None
    outer = max((d for d in drafts if d.head in cite_heads(words, i)), key=lambda d: d.score, default=None)
    phrase = (i, words.right(cited) + 1)
    if outer is None or outer.head == i:
        return None
    if any(low <= i < high for low, high in outer.content):
        content = without(outer.content, phrase)
        return (Draft(words, i, entry, 1.0, ((i + 1, phrase[1]),), ((i, i + 1),), content), outer) if content else None
    source = tuple((low, i - 1 if low < i < high and words.texts[i - 1] == "," else high) for low, high in outer.source)
    inner = Draft(words, i, entry, 1.0, ((i + 1, phrase[1]),), ((i, i + 1),), outer.content)
    widened = replace(outer, source=source, content=tuple(sorted((*outer.content, phrase))))
    return inner, widened


def cite_heads(words: Words, i: int) -> Sequence[int]:
    """Return the words above token i, nearest first."""
    found: list[int] = []
    while words.heads[i] != i:
        i = words.heads[i]
        found += [i, *words.kids_of(i, "relcl", "parataxis")]
    return found


def without(ranges: Ranges, hole: tuple[int, int]) -> Ranges:
    """Return token ranges less one of them."""
    parts = [(low, min(high, hole[0])) for low, high in ranges] + [(max(low, hole[1]), high) for low, high in ranges]
    return tuple(sorted({(low, high) for low, high in parts if low < high}))


def under_condition(words: Words, cue: int, content: Ranges) -> Ranges:
    """Return the content without the clause above "if X finds that …", which is no part of what X finds."""
    mark = words.kid_of(cue, "mark", "advmod")
    if words.deps[cue] != "advcl" or mark < 0 or words.lowers[mark] not in CONDITIONS:
        return content
    low, high = words.left(cue), words.right(cue) + 1
    inside = [(max(a, low), min(b, high)) for a, b in content]
    return tuple((a, b) for a, b in inside if a < b)


def find_source(words: Words, cue: int, content: Ranges) -> Ranges:
    """Return the source that a cue's construction gives where none was found, or nothing."""
    tag = words.tags[cue]
    if tag[:2] == "NN":
        return noun_source(words, cue, content)
    convinced = tag == "VBN" and words.lowers[cue] in words_of("states of mind")
    if tag[:2] == "JJ" or convinced:
        holders = (cue, *words.kids_of(cue, "auxpass")) if convinced else (words.heads[cue],)
        subject = max(words.kid_of(holder, "nsubj", "nsubjpass") for holder in holders)
        if (
            words.deps[cue] in ("acomp", "ROOT", "conj", "ccomp")
            and subject >= 0
            and words.lowers[subject] not in EMPTY
        ):
            return around(words, subject, content)
        return ()
    return own_subject(words, cue, content) or shared_source(words, cue, content)


def own_subject(words: Words, cue: int, content: Ranges) -> Ranges:
    """Return the subject of a verb in the active voice that somebody is the subject of, or nothing."""
    subject = words.kid_of(cue, "nsubj") if words.tags[cue] in FINITE else -1
    if subject < 0 or words.tags[subject] not in ("NNP", "NNPS", "NN", "NNS") or words.kid_of(cue, "auxpass") >= 0:
        return ()
    return around(words, subject, content)


def noun_source(words: Words, cue: int, content: Ranges) -> Ranges:
    """Return whose claim, view or fear a noun is: its possessor, or the phrase with "by" or "from" under it."""
    owner = words.kid_of(cue, "poss")
    if owner < 0:
        return by_phrase(words, cue, "by", "from")
    low, high = words.left(owner), words.right(owner) + 1
    high -= words.tags[high - 1] == "POS"
    return () if any(a < high and low < b for a, b in content) else ((low, high),)


def by_phrase(words: Words, i: int, *prepositions: str) -> Ranges:
    """Return what stands behind one of the prepositions under token i, up to a clause that hangs from it."""
    for kid in words.kids_of(i, "prep", "agent"):
        whom = words.kid_of(kid, "pobj")
        if words.lowers[kid] in prepositions and whom >= 0:
            ends = [words.left(part) for part in words.kids_of(whom, "acl", "relcl", "ccomp")]
            high = min([end for end in ends if end > whom] or [words.right(whom) + 1])
            return ((words.left(whom), high),)
    return ()


def around(words: Words, top: int, content: Ranges) -> Ranges:
    """Return the phrase under a token, unless content stands in it."""
    low, high = words.left(top), words.right(top) + 1
    return () if any(a < high and low < b for a, b in content) else ((low, high),)


def is_expletive(draft: Draft) -> bool:
    """Tell whether the source is the empty "it" of "it is said that …"."""
    words = draft.words
    inside = [i for low, high in draft.source for i in range(low, high)]
    if len(inside) != 1 or words.lowers[inside[0]] not in EMPTY:
        return False
    if words.tags[draft.head][:2] == "NN" and words.deps[inside[0]] == "nsubjpass":
        # "It was recalled in response that …"
        return True
    # "It has urged Belgrade to …": somebody did.
    acts = any(words.lowers[kid] in ("has", "have", "had") for kid in words.kids_of(draft.head, "aux"))
    return words.kid_of(draft.head, "auxpass") >= 0 or (words.tags[draft.head] in ("VBN", "JJ") and not acts)


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
