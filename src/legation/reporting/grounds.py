"""Why words are of an origin, in words."""

from collections.abc import Mapping

from legation.documents.grounds import Ground, read_ground
from legation.lexicon.saying import say

COPY = "a copy of the report in {source}: {how}"
COPIES: Mapping[Ground, str] = {
    Ground.SAME: "the same text",
    Ground.SHARED: "{share}% of the words in common",
    Ground.SIGNED: "signed by {agency}, {share}% of the words in common",
    Ground.SHORTENED: "a shortened copy, {share}% of it in the longer text",
    Ground.CHAINED: "by way of another copy",
}
VOICES: Mapping[Ground, str] = {
    Ground.QUOTED: "quotes {name}",
    Ground.RELEASED: "hands on a statement of {name}",
}


def ground_words(kept: str | None) -> str | None:
    """Return in words what a record keeps as the reason of an origin; None for a report's own words.

    What a record from before there were codes keeps are words already.
    """
    because = read_ground(kept) if kept else None
    if because is None:
        return kept
    if because.ground in VOICES:
        return say(VOICES[because.ground], **because.values)
    values = dict(because.values)
    document = values.pop("document", None)
    source = values.pop("source", None) or say("document {id}", id=document)
    return say(COPY, source=source, how=say(COPIES[because.ground], **values))
