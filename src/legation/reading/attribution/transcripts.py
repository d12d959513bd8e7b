"""Transcripts: who speaks each paragraph of a press conference or an interview, by the name and the colon before it.

"Lin Jian: We urge the Philippines to stop." The name is no part of the sentence, which is the speaker's word. Where
no names stand before the paragraphs of an interview, the answers are the guest's word.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from legation.documents.span import Span
from legation.reading.attribution.interviews import find_turns, most_told_of
from legation.reading.claim import Attribution, Form, Mention, Speech
from legation.reading.parse.passages import Passage

# "Q:" and "A:" name nobody.
SHORTEST = 2


def attribute_speech(passages: Sequence[Passage], mentions: Sequence[Mention]) -> Iterator[Attribution]:
    """Yield for each paragraph with a speaker's name before it an attribution of the whole of it."""
    for label, passage in pairwise(passages):
        name = label.text
        if not label.label or len(name) < SHORTEST:
            continue
        named = next((one for one in mentions if one.actor is not None and is_called(one, label)), None)
        colon = Span(label.extent.end, label.extent.end + 1)
        mention = named.id if named is not None else None
        yield Attribution("", (label.extent,), (colon,), (passage.extent,), mention, name, Speech.DIRECT, None)


def attribute_answers(passages: Sequence[Passage], mentions: Sequence[Mention]) -> Iterator[Attribution]:
    """Yield for each answer of an interview an attribution of the whole of it to the guest."""
    turns = find_turns(passages)
    if not turns.told:
        return
    start = passages[turns.first].start
    before = [one for one in mentions if one.span.end <= start and one.actor is not None]
    guest = most_told_of(one.actor for one in before if one.actor is not None)
    named = [one for one in before if one.actor == guest]
    if guest is None:
        return
    said = max(named, key=lambda one: (one.form is Form.NAME, len(one.text), -one.span.start))
    for number in sorted(turns.told):
        content = (passages[number].extent,)
        yield Attribution("", (said.span,), (), content, said.id, said.text, Speech.DIRECT, None)


def is_called(mention: Mention, label: Passage) -> bool:
    """Tell whether a mention is the speaker's name before the paragraph, or the same name elsewhere."""
    return label.extent.contains(mention.span) or mention.text == label.text
