"""Explanations: words with the document's own offsets, slots, status words, cues and verbs without a frame."""

import json

import pytest

from legation.reading.explain import Explanation, Fired, encode_explanation, explain
from legation.reading.parse.mending.passes import REPAIRS
from legation.reading.reader import Reader
from tests.builders import make_document

pytestmark = pytest.mark.model


def fired(explanation: Explanation, start: str) -> Fired:
    return next(one for one in explanation.fired if one.rule.startswith(start))


def test_the_reading_is_the_reader_s_own(reader: Reader) -> None:
    document = make_document("Kenya sent tents to Haiti on Monday.\n\nHaiti thanked Kenya, its envoy said.")
    assert explain(document, reader).reading == reader.read(document)


def test_words_stand_at_the_document_s_characters(reader: Reader) -> None:
    document = make_document("Kenya “sent” tents.\n\nHaiti thanked\u00a0Kenya.")
    words = explain(document, reader).words
    assert [document.quote(word.span) for word in words][:4] == ["Kenya", "“", "sent", "”"]
    heads = {word.index: word for word in words}
    kenya = next(word for word in reversed(words) if word.text == "Kenya")
    assert (heads[kenya.head].text, kenya.relation) == ("thanked", "dobj")


def test_slots_and_file_of_a_frame_that_fired(reader: Reader) -> None:
    explanation = explain(make_document("Tents were sent to Haiti by Kenya."), reader)
    mentions = {mention.id: mention.text for mention in explanation.reading.mentions}
    one = fired(explanation, "aid/verb:send")
    assert [(mentions[party.mention], party.slot) for party in one.agents] == [("Kenya", "subj")]
    assert [(mentions[party.mention], party.slot) for party in one.recipients] == [("Haiti", "to")]
    assert one.file.startswith("frames/")
    assert one.file.endswith(".yml")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Kenya may send tents to Haiti.", "modal “may”: possible"),
        ("Kenya did not send tents to Haiti.", "“did not send”: denied"),
        ("If Haiti asks, Kenya will send it tents.", "a condition opens with “if”: conditional"),
        ("Kenya refused to send tents to Haiti.", "governed by “refused”: denied"),
        ("Did Kenya send tents to Haiti?", "a question: possible"),
        ("Kenya allegedly sent tents to Haiti.", "adverb “allegedly”: possible"),
    ],
)
def test_what_set_the_status(text: str, reason: str, reader: Reader) -> None:
    one = fired(explain(make_document(text), reader), "aid/verb:send")
    assert reason in one.status


def test_a_cue_names_its_entry_and_what_spoke_for_it(reader: Reader) -> None:
    (cued,) = explain(make_document("Peru is ready, the minister said."), reader).cued
    assert cued.entry == "cues.yml: say (verb, speech)"
    assert cued.probability is not None
    assert cued.probability > 0.5
    assert len(cued.features) == 3


def test_verbs_without_a_frame_are_listed(reader: Reader) -> None:
    assert explain(make_document("Peru yodelled and accused Chile."), reader).frameless == ("yodelled",)


def test_an_explanation_is_json(reader: Reader) -> None:
    row = json.loads(json.dumps(encode_explanation(explain(make_document("Kenya sent tents to Haiti."), reader))))
    assert row["reading"]["claims"][0]["rule"] == row["fired"][0]["rule"]
    assert row["words"][0]["span"] == [0, 5]


def test_a_denial_behind_a_noun_of_telling_is_named(reader: Reader) -> None:
    explanation = explain(make_document("Togo denied reports that it had expelled the consul of Mali."), reader)
    assert "what is told is contradicted by “deny”" in fired(explanation, "sanction/verb:expel").status


def test_repairs_of_the_parse_are_named_in_their_order(reader: Reader) -> None:
    text = "Oslo sent tents, Lima, Quito and Ivo Rossi of Peru and Luis Diaz of Chile met on Monday, the navy said."
    explanation = explain(make_document(text), reader)
    assert explanation.repairs
    assert set(explanation.repairs) <= {repair.name for repair in REPAIRS}
    assert encode_explanation(explanation)["repairs"] == list(explanation.repairs)
    assert explain(make_document("Peru sent tents."), reader).repairs == ()
