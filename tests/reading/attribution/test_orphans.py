"""Quoted sentences without a cue, quoted names, and what someone means to do, over the model."""

import pytest
from spacy.language import Language

from legation.lexicon.cues import load_cues
from legation.reading.attribution.quotations import find_attributions
from legation.reading.parse.lemmas import load_lemmatizer
from legation.reading.parse.passages import parse_passages
from tests.builders import make_document

pytestmark = pytest.mark.model


def sources(nlp: Language, text: str) -> list[tuple[str | None, str]]:
    passages = parse_passages(make_document(text), nlp)
    found = find_attributions(passages, (), load_cues(), load_lemmatizer())
    return [(a.source_text, " … ".join(part.of(text) for part in a.content)) for a in found]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The minister was blunt. “Nobody asked us before the gas was cut.”", "The minister"),
        ("Her answer was short: “We shall not pay the fine.”", "Her"),
        ("“The pass is open,” the elder said. Snow fell. “It will be shut by night.”", "the elder"),
        ("“Nobody asked us before the gas was cut.”", None),
    ],
)
def test_a_quoted_sentence_without_a_cue_has_the_speaker_before(nlp: Language, text: str, speaker: str | None) -> None:
    source, content = sources(nlp, text)[-1]
    assert source == speaker
    assert content in text.split("“")[-1]


@pytest.mark.parametrize(
    "text",
    [
        "The drill, code-named “Iron Shield”, ended on Sunday.",
        "The senate passed the “Foreign Agents Act” after a night of debate.",
        "The islanders love the song “Return of the Rivers”.",
        "The bridge was named “Hope of the North” in May.",
    ],
)
def test_a_quoted_name_is_nobodys_word(nlp: Language, text: str) -> None:
    assert sources(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Oslo is willing to sell the frigates.", False),
        ("Oslo may think twice about selling the frigates.", False),
        ("Oslo wants Lima to sell the frigates.", True),
        ("Oslo promised to sell the frigates.", True),
        ("Oslo hopes that the frigates will be sold.", True),
    ],
)
def test_what_the_source_means_to_do_is_told_by_the_author(nlp: Language, text: str, found: bool) -> None:
    assert bool(sources(nlp, text)) is found
