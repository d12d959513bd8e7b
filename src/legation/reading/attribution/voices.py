"""Whose word it is, or nobody's: which possible attributions tell of something said or thought at all.

The models learn from one corpus of news, which marks much that is no speech ("has recalled its envoy"). What the record
shows as somebody's word must be that: an act is the author's to tell, and what stands in another's words without a
source of its own is the other's.
"""

from collections.abc import Sequence
from dataclasses import replace

from legation.lexicon.cues import Commitment, CueKind, CueLexicon
from legation.lexicon.wordlists import words_of
from legation.reading.attribution.constructions import find_source, is_expletive, under_condition, without
from legation.reading.attribution.cues import SUBJECTS
from legation.reading.attribution.orphans import is_plan, is_title
from legation.reading.attribution.rivals import FINITE, Draft, Ranges, top_of
from legation.reading.claim import Attribution

OWN_MINDS = (CueKind.INTENTION, CueKind.THOUGHT, CueKind.FEELING)
# Kinds of nouns that are no speakers: "concerns", "hopes", "signs"; reports and statements may be.
STATES = (*OWN_MINDS, CueKind.EVIDENCE)
RELATIVES = frozenset({"WDT", "WP"})


def is_nobodys(draft: Draft) -> bool:
    """Tell whether a draft is an act, a quoted name, what someone means to do, or a sign that nobody is said to see.

    Nor is what is told beside a talk the word of those who talked.
    """
    kind = draft.entry.kind if draft.entry else None
    words, named = draft.words, [i for low, high in draft.source for i in range(low, high)]
    unnamed = all(words.tags[i] in ("DT", "PDT") for i in named)
    if kind is CueKind.EVIDENCE and unnamed and words.tags[draft.head][:2] == "NN":
        return not find_source(draft.words, draft.head, draft.content)
    if is_act(draft) or is_mute(draft) or is_seeming(draft) or is_gapped(draft) or words.deps[draft.head] == "mark":
        return True
    if is_told_beside(draft):
        return True
    return (kind in OWN_MINDS and (is_plan(draft) or is_weighed(draft))) or is_refusal(draft) or is_title(draft)


def is_told_beside(draft: Draft) -> bool:
    """Tell whether the content is the next clause, with a subject of its own: "they talked and Oslo sent an envoy"."""
    words, head = draft.words, draft.head
    if words.quotes or words.kid_of(head, "ccomp", "parataxis") >= 0:
        return False
    told = [at for low, high in draft.content for at in range(low, high) if words.tags[at] in FINITE]
    return bool(told) and any(
        words.left(later) <= min(told) and max(told) <= words.right(later) and words.kid_of(later, *SUBJECTS) > head
        for later in words.kids_of(head, "conj")
    )


def is_mute(draft: Draft) -> bool:
    """Tell whether the source is what happened ("the visit shows that"): the author sees it in that."""
    if not draft.source:
        return False
    top = top_of(draft.words, *draft.source[0])
    return draft.words.tags[top] in ("NN", "NNS") and draft.words.lemmas[top] in words_of("no voices")


def is_seeming(draft: Draft) -> bool:
    """Tell whether the content is what somebody seems to the author to have done: "appears to have left"."""
    words, last = draft.words, draft.content[-1]
    seeming = words.lemmas[draft.head] in words_of("seeming") and last[0] > draft.head
    return seeming and words.deps[top_of(words, *last)] == "xcomp"


def is_gapped(draft: Draft) -> bool:
    """Tell whether the content only tells what happened to that in which words stand: "in a post that he deleted"."""
    words = draft.words
    top = top_of(words, *draft.content[0])
    medium = words.heads[top]
    if words.deps[top] != "relcl" or words.lemmas[medium] not in words_of("media of words"):
        return False
    thing = words.kid_of(top, "dobj")
    return thing >= 0 and words.tags[thing] in RELATIVES and words.kid_of(top, "nsubj") >= 0


def is_weighed(draft: Draft) -> bool:
    """Tell whether the content is what somebody thinks of doing ("is considering a sale"), not what they think."""
    words = draft.words
    return words.tags[draft.head] == "VBG" and words.deps[top_of(words, *draft.content[0])] == "dobj"


def is_refusal(draft: Draft) -> bool:
    """Tell whether the content is what somebody will not do ("refused to sign"): they have said nothing of it."""
    denied = draft.entry is not None and draft.entry.commitment is Commitment.DENIES
    return denied and is_plan(draft) and draft.words.tags[top_of(draft.words, *draft.content[0])] == "VB"


def is_act(draft: Draft) -> bool:
    """Tell whether the cue is a verb unknown to the lexicon, with nothing quoted and no full clause under it."""
    words, head = draft.words, draft.head
    if draft.entry is not None or words.tags[head][0] != "V":
        return False
    if any(words.quote[i] >= 0 for low, high in draft.content for i in range(low, high)):
        return False
    top = top_of(words, *draft.content[0])
    if words.tags[top][:2] == "NN" and words.deps[top] == "dobj":
        return True
    clause = words.kid_of(head, "ccomp", "parataxis")
    return clause < 0 or words.kid_of(clause, *SUBJECTS) < 0


def is_state(draft: Draft, cues: CueLexicon) -> bool:
    """Tell whether the source is a state of mind or a sign ("the concerns"), which says nothing itself."""
    top = top_of(draft.words, *draft.source[0])
    entry = cues.get(draft.words.lemmas[top], "noun") if draft.words.tags[top] in ("NN", "NNS") else None
    return entry is not None and entry.kind in STATES


def is_commented(draft: Draft) -> bool:
    """Tell whether a noun of telling is only what somebody answers, or not: "declined to comment on reports that"."""
    words, head = draft.words, draft.head
    about = words.heads[head]
    if words.tags[head][:2] != "NN" or words.deps[head] != "pobj" or words.kid_of(head, "poss") >= 0:
        return False
    return words.lemmas[words.heads[about]] in words_of("commenting")


def complete_source(draft: Draft, cues: CueLexicon) -> Draft:
    """Return a draft with the source its construction gives, if it has none, and without an empty "it".

    What is said within a quotation ends with it. A state of mind ("the concerns") is somebody's, but nobody is named.
    """
    words, source = draft.words, draft.source
    if (
        is_expletive(draft)
        or is_asked(draft)
        or is_answering(draft)
        or (source and (is_state(draft, cues) or is_commented(draft)))
    ):
        source = ()
    source = held_to_say(draft) or source
    content = draft.content
    around = [q for q in words.quotes if q.low < draft.head < q.high and not q.depth]
    if around:
        inside = [(max(low, around[0].low), min(high, around[0].high)) for low, high in content]
        content = tuple((low, high) for low, high in inside if low < high) or content
    content = under_condition(words, draft.head, content)
    if not draft.source or is_answering(draft):
        source = find_source(words, draft.head, content)
    if not source:
        source, content = speaker_inside(draft, content)
    if not source:
        source, content = speaker_last(draft, content)
    return replace(draft, source=source, content=content)


def is_asked(draft: Draft) -> bool:
    """Tell whether the source is who is asked, and says nothing: "Sweden urged to halt sales"."""
    words = draft.words
    asked = words.kid_of(draft.head, "nsubjpass") if words.lemmas[draft.head] in words_of("asking another") else -1
    return asked >= 0 and any(low <= asked < high for low, high in draft.source)


def is_answering(draft: Draft) -> bool:
    """Tell whether the source is who answers a call, and made none: "Oslo resisted calls to arm them"."""
    words, noun = draft.words, draft.head
    verb = words.heads[noun]
    if words.deps[noun] != "dobj" or words.lemmas[noun] not in words_of("nouns of asking"):
        return False
    subject = words.kid_of(verb, "nsubj") if words.lemmas[verb] in words_of("answering calls") else -1
    return subject >= 0 and any(low <= subject < high for low, high in draft.source)


def held_to_say(draft: Draft) -> Ranges:
    """Return who is jailed, thanked, accused or quoted for what he said: "jailed Rossi for claiming that"."""
    words, cue = draft.words, draft.head
    preposition = words.heads[cue]
    verb = words.heads[preposition]
    quoted = words.lowers[preposition] == "as" and words.lemmas[verb] in words_of("citing")
    if words.deps[cue] != "pcomp" or not (quoted or words.lowers[preposition] in ("for", "of", "from")):
        return ()
    held = words.kid_of(verb, "dobj") if words.tags[verb][0] == "V" else -1
    return ((words.left(held), words.right(held) + 1),) if 0 <= held < preposition else ()


def speaker_inside(draft: Draft, content: Ranges) -> tuple[Ranges, Ranges]:
    """Return source and content of "a move that critics said broke the law", whose content stands around both words."""
    words, head = draft.words, draft.head
    subject = words.kid_of(head, "nsubj")
    if subject < 0 or words.deps[head] != "relcl" or words.tags[subject] in RELATIVES:
        return (), content
    phrase = (words.left(subject), words.right(subject) + 1)
    if phrase[1] > head:
        return (), content
    return (phrase,), without(content, (phrase[0], head + 1)) or content


def speaker_last(draft: Draft, content: Ranges) -> tuple[Ranges, Ranges]:
    """Return source and content of a report whose speaker, named behind it, was taken into the content."""
    words, head = draft.words, draft.head
    subject = words.kid_of(head, "nsubj") if words.tags[head] in FINITE else -1
    if subject < 0 or words.tags[subject][:2] != "NN" or words.kid_of(head, "auxpass") >= 0:
        return (), content
    phrase = (words.left(subject), words.right(subject) + 1)
    kept = without(content, (phrase[0], head + 1))
    last = phrase[1] <= head and any(high <= phrase[0] for _, high in kept)
    return ((phrase,), kept) if last else ((), content)


def drop_voiceless(attributions: Sequence[Attribution]) -> list[Attribution]:
    """Leave out what has no source and stands in the words of one that has; whatever hung on it hangs on that one."""
    by_id = {made.id: made for made in attributions}
    kept = {made.id for made in attributions if made.source or not has_voice(made, by_id)}
    found = []
    for made in attributions:
        parent = made.parent
        while parent is not None and parent not in kept:
            parent = by_id[parent].parent
        if made.id in kept:
            found.append(replace(made, parent=parent))
    return found


def has_voice(made: Attribution, by_id: dict[str, Attribution]) -> bool:
    """Tell whether an attribution stands in another that has a source."""
    parent = made.parent
    while parent is not None:
        if by_id[parent].source:
            return True
        parent = by_id[parent].parent
    return False
