"""Governing acts: the act that a distance stands by, and the date that the document gives it.

In "two days after Peru accused it, Chile recalled its envoy on Friday" the recall is dated, so the accusation is as
well; in "the accord came two days after the raid" it is the accord, dated elsewhere, that the raid is dated from.
"""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from legation.documents.document import Document
from legation.lexicon.wordlists import words_of
from legation.reading.claim import Time
from legation.reading.parse.passages import Passage
from legation.reading.times.anchored import Phrase
from legation.reading.times.occasions import DatedMention, find_base

# The parser may hang a date before the subject on a name in it, two steps below the verb; never past another verb.
CLOSE = 2
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def date_of_act(
    phrase: Phrase, passages: Sequence[Passage], mentions: Sequence[DatedMention], document: Document
) -> Time | None:
    """Return the date of the act that a phrase of distance stands by; None if the document gives none."""
    if not phrase.measure.side:
        return None
    passage = next(passage for passage in passages if passage.extent.contains(phrase.span))
    verb = act_of(phrase, passage)
    if verb is None:
        return None
    place = passage.span(verb)
    for mention in mentions:
        near = mention.above and mention.tie <= CLOSE
        if mention.span == place and near and not mention.time.span.overlaps(phrase.span):
            return mention.time
    subject = next((kid for kid in verb.children if kid.dep_ in SUBJECTS and kid.tag_.startswith("NN")), None)
    if subject is None or verb.lower_ not in words_of("coming about"):
        return None
    names = frozenset(token.lower_ for token in subject.subtree if token.tag_.startswith("NNP"))
    told = find_base(replace(phrase, head=subject.lower_, names=names, act=False), mentions, document)
    return told[0].time if told and told[0].time.span.end < phrase.span.start else None


def act_of(phrase: Phrase, passage: Passage) -> Token | None:
    """Return the verb outside the phrase that the words of distance hang on."""
    words = passage.slice(phrase.measure_span)
    above = words[-1].ancestors if words is not None else ()
    return next((at for at in above if at.tag_.startswith("VB") and not phrase.span.contains(passage.span(at))), None)
