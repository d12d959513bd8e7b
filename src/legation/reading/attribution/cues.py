"""Which words may be cues, and what about them speaks for it: the features of the first decision."""

from collections.abc import Iterator

from legation.lexicon.cues import CueEntry, CueLexicon, CuePart
from legation.reading.attribution.words import Words

PARTS = {
    "VB": CuePart.VERB,
    "NN": CuePart.NOUN,
    "JJ": CuePart.ADJECTIVE,
    "RB": CuePart.ADVERB,
    "IN": CuePart.PREPOSITION,
}
# Dependents in which the content of a verb may stand; with the verb's lemma they tell its construction.
CONTENT_DEPS = frozenset(
    {"ccomp", "xcomp", "dobj", "prep", "parataxis", "acl", "agent", "oprd", "advcl", "attr", "prt"}
)
# Dependents whose own kind of cue tells something of the word above them.
KINDRED = frozenset({"dobj", "acomp", "attr", "oprd", "xcomp", "ccomp", "pobj"})
# Tags of words that say by themselves who is meant.
PRONOUNS = frozenset({"PRP", "WP", "WDT", "DT", "EX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
# Links over which a verb shares the subject of the one above it.
SHARED = frozenset({"conj", "xcomp", "advcl", "dep", "pcomp"})
CLIMBED = SHARED | {"prep", "ccomp", "auxpass", "acomp", "dobj", "pobj", "acl", "relcl"}
NEAR = 3
CLIMB = 6


def find_candidates(words: Words, cues: CueLexicon) -> Iterator[tuple[int, CueEntry | None]]:
    """Yield the tokens that may be cues: main verbs, other words of the lexicon, and colons after a speaker."""
    deps, lemmas = words.deps, words.lemmas
    entries = cues.entries
    for i, tag in enumerate(words.tags):
        part = PARTS.get(tag[:2])
        if part is None:
            if words.texts[i] == ":":
                yield i, None
        elif tag[0] == "V":
            if deps[i] not in ("aux", "auxpass", "amod", "compound"):
                yield i, entries.get((lemmas[i], part))
        else:
            preposition = tag == "IN"
            entry = entries.get((words.lowers[i] if preposition else lemmas[i], part))
            if entry is not None and (not preposition or opens_clause(words, i)):
                yield i, entry


def opens_clause(words: Words, i: int) -> bool:
    """Tell whether token i begins its sentence or follows punctuation, as a preposition that is a cue does."""
    return i == words.sentence[i][0] or not words.texts[i - 1][-1].isalnum() or words.lowers[i] in ("per", "according")


def describe_cue(words: Words, i: int, entry: CueEntry | None, cues: CueLexicon) -> list[str]:
    """Return the features of token i as a cue; they say nothing of what it stands in, so nested cues score alike."""
    lemma, tag, dep = words.lemmas[i], words.tags[i], words.deps[i]
    word = f"{lemma}/{tag[:1]}"
    kind = entry.kind.value if entry else "none"
    found = ["1", "l=" + word, "t=" + tag, "d=" + dep, f"ld={word}|{dep}", f"lt={word}|{tag}"]
    found += ["k=" + kind, f"kd={kind}|{dep}", f"kt={kind}|{tag}"]
    if entry:
        found.append("c=" + entry.commitment.value)
    shapes = list(describe_kids(words, i))
    for shape in shapes:
        found += ["x=" + shape, f"lx={word}|{shape}", f"kx={kind}|{shape}"]
    frame = "+".join(sorted({words.deps[kid] for kid in words.kids[i] if words.deps[kid] in CONTENT_DEPS}))
    subject = describe_subject(words, i)
    found += [f"f={frame}", f"lf={word}|{frame}", f"kf={kind}|{frame}", "s=" + subject, f"ks={kind}|{subject}"]
    found.append(f"fs={frame}|{subject}")
    near = describe_quotes(words, i)
    found += ["q=" + near, f"kq={kind}|{near}", f"lq={word}|{near}", f"fq={frame}|{near}"]
    found += describe_place(words, i, kind)
    found += describe_match(words, i, entry)
    for shape in describe_objects(words, i, cues):
        found += ["xk=" + shape, f"lxk={word}|{shape}", f"kxk={kind}|{shape}"]
    return found


def describe_objects(words: Words, i: int, cues: CueLexicon) -> Iterator[str]:
    """Yield what the lexicon says of the words under token i: in "has fears", "is of the view" they tell more."""
    for kid in words.kids[i]:
        dep = words.deps[kid]
        if dep in KINDRED:
            yield f"{dep}|{kind_at(words, kid, cues)}"
        elif dep in ("prep", "agent"):
            for inner in words.kids_of(kid, "pobj"):
                yield f"{words.lowers[kid]}|{kind_at(words, inner, cues)}"


def kind_at(words: Words, i: int, cues: CueLexicon) -> str:
    """Return the kind of cue that the lexicon knows token i as, or "-"."""
    part = PARTS.get(words.tags[i][:2])
    entry = cues.entries.get((words.lemmas[i], part)) if part else None
    return entry.kind.value if entry else "-"


def describe_match(words: Words, i: int, entry: CueEntry | None) -> Iterator[str]:
    """Yield which of the constructions the lexicon gives for the cue are there, and which are not."""
    if entry is None:
        return
    there = set()
    for kid in words.kids[i]:
        dep = words.deps[kid]
        if dep in ("ccomp", "xcomp", "acl", "relcl"):
            first = words.lowers[words.left(kid)]
            there.add("to" if first == "to" else "ing" if words.tags[kid] == "VBG" else "that")
        elif dep in ("dobj", "oprd", "attr"):
            there.add("object")
        elif dep in ("prep", "prt"):
            there.add(words.lowers[kid])
    matched = sorted(there & set(entry.construction))
    for name in matched:
        yield f"m={name}"
        yield f"mk={name}|{entry.kind.value}|{entry.pos.value}"
    yield f"mm={bool(matched)}|{bool(there)}|{entry.pos.value}|{entry.commitment.value}"


def describe_kids(words: Words, i: int) -> Iterator[str]:
    """Yield the shapes of the dependents: function with the telling word of each."""
    for kid in words.kids[i]:
        dep = words.deps[kid]
        if dep in ("punct", "nsubj", "nsubjpass"):
            if words.texts[kid] == ":":
                yield "colon"
            continue
        yield dep
        if dep in ("ccomp", "xcomp", "acl", "relcl"):
            first = words.left(kid)
            yield f"{dep}>{words.lowers[first] if words.tags[first] in ('IN', 'TO', 'WRB', 'WP', 'WDT') else '-'}"
            yield f"{dep}:{words.lemmas[kid]}"
        elif dep in ("dobj", "attr", "acomp", "oprd", "pobj"):
            yield f"{dep}:{words.lemmas[kid]}"
            yield f"{dep}/{words.tags[kid]}"
            if words.quote[kid] >= 0 and words.quote[i] != words.quote[kid]:
                yield f"{dep}-quoted"
        elif dep in ("prep", "agent", "aux", "mark", "advmod", "neg", "prt", "auxpass", "expl", "poss", "case"):
            yield f"{dep}:{words.lowers[kid]}"


def describe_subject(words: Words, i: int) -> str:
    """Return the kind of the word's subject: a pronoun itself, else its tag; "^" marks a shared one."""
    at, up = i, ""
    for _ in range(NEAR):
        kid = next((kid for kid in words.kids[at] if words.deps[kid] in SUBJECTS), -1)
        if kid >= 0:
            tag = words.tags[kid]
            return up + (words.lowers[kid] if tag in ("PRP", "WP", "WDT", "EX", "DT") else tag)
        if words.deps[at] not in SHARED:
            return up + "none"
        at, up = words.heads[at], "^"
    return up + "none"


def subject_of(words: Words, i: int) -> int:
    """Return the subject of a verb: its own, the one it shares, or the noun it modifies; -1 if there is none."""
    at = i
    for _ in range(CLIMB):
        kid = next((kid for kid in words.kids[at] if words.deps[kid] in SUBJECTS), -1)
        if kid >= 0:
            return kid
        dep, head = words.deps[at], words.heads[at]
        if dep in ("acl", "relcl") and words.tags[head][:2] in ("NN", "PR"):
            return head
        if head == at or dep not in CLIMBED:
            return -1
        at = head
    return -1


def describe_quotes(words: Words, i: int) -> str:
    """Return where the sentence has quotations as seen from token i: "<" before, ">" after, with "." for a near one."""
    if not words.quotes:
        return "-"
    low, high = words.sentence[i]
    found = ""
    for quote in words.quotes:
        if quote.low <= i < quote.high or quote.depth:
            continue
        size = "" if quote.words > NEAR else "~"
        if quote.high <= i and quote.high >= low - 1:
            found += ("<." if i - quote.high <= NEAR else "<") + size
        elif quote.low > i and quote.low <= high + 1:
            found += (">." if quote.low - i <= NEAR else ">") + size
    return found[:4] or "-"


def describe_place(words: Words, i: int, kind: str) -> Iterator[str]:
    """Yield what stands around the token: neighbours, the head above, the subject's word, the kind of sentence."""
    low, high = words.sentence[i]
    lemma = words.lemmas[i]
    after = words.lowers[i + 1] if i + 1 < high else "END"
    before = words.lowers[i - 1] if i > low else "START"
    yield "n=" + after
    yield f"ln={lemma}|{after}"
    yield "p=" + before
    yield f"kp={kind}|{before}"
    head = words.heads[i]
    if head != i:
        yield f"h={words.lemmas[head]}"
        yield f"hd={words.lemmas[head]}|{words.deps[i]}"
        yield f"ht={words.tags[head]}|{words.deps[i]}"
    subject = subject_of(words, i)
    if subject >= 0:
        yield "sl=" + words.lemmas[subject]
        yield f"lsl={lemma}|{words.lemmas[subject]}"
    closed = words.texts[high - 1] in ".?!\"''"
    yield f"e={closed}|{words.texts[i] == ':'}"
    if lemma == ":":
        yield f":n={min(i - low, 8)}|{words.tags[i - 1] if i else '-'}"
        yield f":b={words.tags[i - 1] if i > low else '-'}|{words.tags[low]}|{words.texts[low].isupper()}"
