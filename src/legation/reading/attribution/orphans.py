"""Quoted sentences that no cue introduces: 'The minister was blunt. "Nobody asked us."' Their speaker stands before."""

from collections.abc import Iterator, Sequence

from legation.lexicon.cues import CueKind
from legation.lexicon.wordlists import words_of
from legation.reading.attribution.cues import SUBJECTS
from legation.reading.attribution.rivals import FINITE, Draft, Ranges, top_of
from legation.reading.attribution.words import Words
from legation.reading.parse.quotemarks import Quote

# A quotation of fewer words may be a name or a turn of phrase.
FEWEST = 4
ENDS = frozenset({".", "!", "?", "...", ","})
# What may stand beside the marks where they only give the name of a thing: "the song “Return of the Rivers” of 1994".
NOMINAL = frozenset({"DT", "IN", "NN", "NNS", "NNP", "JJ", "PRP$", "POS", "CD"})
PERSONS = frozenset({"NNP", "NN", "NNS", "NNPS", "PRP", "PRP$"})


def find_orphans(words: Words, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield an attribution without cue for each quoted sentence of a passage that no attribution holds yet."""
    for quote in words.quotes:
        low, high = quote.low + 1, quote.high - quote.closed
        if quote.depth or not is_sentence(words, quote) or any(touches(draft, low, high) for draft in drafts):
            continue
        while high > low and not words.texts[high - 1][-1].isalnum():
            high -= 1
        yield Draft(words, low, None, 1.0, speaker_before(words, quote.low, drafts), (), ((low, high),))


def is_sentence(words: Words, quote: Quote) -> bool:
    """Tell whether a quotation is a sentence of its own: capital, finite verb, stop, after a stop or a colon."""
    low, high = quote.low + 1, quote.high - quote.closed
    if quote.words < FEWEST or not words.texts[low][0].isupper() or not {*words.tags[low:high]} & FINITE:
        return False
    before = words.texts[quote.low - 1] if quote.low else "."
    after = words.texts[quote.high] if quote.high < len(words) else "."
    stops = words.texts[high - 1] in ENDS or not quote.closed or after in ENDS
    return stops and (before in (".", "!", "?", ":") or quote.low == words.sentence[low][0])


def touches(draft: Draft, low: int, high: int) -> bool:
    """Tell whether an attribution has content in a range of tokens, or its cue there."""
    return low <= draft.head < high or any(a < high and low < b for a, b in draft.content)


def speaker_before(words: Words, quote: int, drafts: Sequence[Draft]) -> Ranges:
    """Return the source of the last quotation before, else the subject of the sentence before, else nothing."""
    spoken = [draft for draft in drafts if draft.source and draft.head < quote and is_quoted(draft)]
    if spoken:
        return max(spoken, key=lambda draft: draft.head).source
    if not quote:
        return ()
    low, high = words.sentence[quote - 1]
    subjects = [i for i in range(low, min(high, quote)) if words.deps[i] in SUBJECTS and words.heads[i] < quote]
    subject = min(subjects, key=lambda i: (words.heads[words.heads[i]] != words.heads[i], i), default=-1)
    owner = words.kid_of(subject, "poss") if subject >= 0 else -1
    top = owner if owner >= 0 else subject
    if top < 0 or words.tags[top] not in PERSONS or words.quote[top] >= 0 or words.lowers[top] == "it":
        return ()
    last = words.right(top) + 1
    return ((words.left(top), last - 1 if words.tags[last - 1] == "POS" else last),)


def is_quoted(draft: Draft) -> bool:
    """Tell whether the content of an attribution stands in quotation marks."""
    return any(draft.words.quote[low] >= 0 for low, _ in draft.content)


def is_title(draft: Draft) -> bool:
    """Tell whether the content is no more than a quoted name: capitals throughout, no finite verb."""
    words = draft.words
    inside = [i for low, high in draft.content for i in range(low, high) if words.quote[i] >= 0]
    texts = [words.texts[i] for i in inside if words.texts[i][0].isalpha()]
    long = [text for text in texts if len(text) > len("with")]
    if not long or len(texts) == 1 or not texts[0][0].isupper() or not all(text[0].isupper() for text in long):
        return False
    if words.lemmas[draft.head] in words_of("naming"):
        return True
    if draft.entry and draft.entry.kind is CueKind.SPEECH:
        return False
    outside = {words.tags[i] for low, high in draft.content for i in range(low, high) if words.quote[i] < 0}
    return outside <= NOMINAL and not {words.tags[i] for i in inside} & FINITE


def is_plan(draft: Draft) -> bool:
    """Tell whether the content is what the source itself means to do ("is willing to sell", "attempts to launch").

    That is no word of the source: the author says what it intends, and the status of the claim says it is not done.
    """
    words = draft.words
    low, _ = draft.content[0]
    top = top_of(words, *draft.content[0])
    way = words.deps[top]
    noun = words.tags[draft.head][:2] == "NN"
    if len(draft.content) > 1 or way not in ("xcomp", "pcomp", "acl")[: 2 + noun] or words.kid_of(top, *SUBJECTS) >= 0:
        return False
    return low > draft.head and words.tags[top] in ("VB", "VBG")
