"""What the content of an attribution covers, but is the author's own word."""

import pytest

from benchmarks.common import plain_document
from legation.reading.reader import Reader


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "act", "source"),
    [
        ("Somalia denounced the deal as an insult, recalled its ambassador and left the talks.", "recalled", None),
        ("The rebels accuse Egypt of bombing a camp, an allegation that Cairo denied.", "denied", None),
        ("The rebels accuse Egypt of bombing a camp, an allegation that Cairo denied.", "bombing", "The rebels"),
        ("Kenya says Somalia shelled the town, which Mogadishu disputes.", "disputes", None),
        ("Kenya says Somalia shelled the town, something Mogadishu disputes.", "disputes", None),
        ("Kenya says Somalia shelled the town, which Mogadishu disputes.", "shelled", "Kenya"),
        ("The pact, which Peru signed in May, was described by officials as a milestone.", "signed", None),
        ("Algeria refused to accept the verdict of Mali.", "accept", None),
        ("According to a diplomat, Tokyo is considering the transfer of tanks to Manila.", "transfer", "a diplomat"),
        ("Norway condemned the Russian invasion of Ukraine.", "invasion", None),
        ("Asked whether Chad might expel the envoy, the minister said that nothing was settled.", "expel", None),
        ("Baku said that it would not yield, and its envoy visited Tbilisi on Friday.", "visited", None),
        ("Baku said that its envoy had visited Tbilisi on Friday.", "visited", "Baku"),
        ("Police have beaten protesters and, according to Amnesty, arrested editors.", "beaten", None),
        ("Police have beaten protesters and, according to Amnesty, arrested editors.", "arrested", "Amnesty"),
        ("Teo agreed to ratify the pact after Australia promised a cable.", "promised", None),
        ("Lima responded by expelling the Chilean envoy.", "expelling", None),
        ("Lima promised to send tents to Mali.", "send", None),
        ("The union condemned the raid; Ghana, too, voiced alarm.", "condemned", None),
        ("Oslo praised the treaty that Chad and Libya signed in March.", "signed", None),
        # A demand tells of nothing; what is told in passing of what it is about is the author's.
        ("Chad urged Mali to expel the mercenaries, whom Russia had sent in 2021.", "sent", None),
        ("Chad is pressing France for jets, which Niger opposes.", "opposes", None),
        ("Chad urged Mali to expel the men, whom Russia had sent in 2021.", "expel", "Chad"),
        # In what somebody spoke, and what is told of who is reported on by the way.
        ("Rossi called Chad a rogue state in a post that he later blamed on Mali.", "blamed", None),
        (
            "Turkey, which recalled its envoy in May 2024, has sent engineers to Mali, Turkish media reported.",
            "recalled",
            None,
        ),
        (
            "Turkey, which recalled its envoy in May 2024, has sent rifles to Mali, Turkish media reported.",
            "sent",
            "Turkish media",
        ),
        # What is told of the thing that is backed, where "that" is tagged as what opens a clause.
        (
            "Talon had backed the sanctions that the African Union imposed after Tiani overthrew Bazoum in July.",
            "overthrew",
            None,
        ),
        # What somebody only seems to have done is nobody's word.
        ("Rossi appears to have rejected the offer of Chad.", "rejected", None),
        # A promise binds, and what is given in return is given.
        ("Rossi, who swept to power on a promise to expel French troops, left.", "expel", None),
        ("Trump recognized the claim of Morocco in return for relations with Israel.", "relations", None),
        ("The kingdom might offer to host talks, an idea that Oman first floated in May.", "floated", None),
        ("It should release the money to Kosovo, as Kosovo promised to do in 2013.", "release", None),
        ("Turkish papers claimed that Greece had militarised the island, which Athens denied.", "denied", None),
        ("Togo's president, Le Monde reported on Tuesday, has accused Benin of theft.", "accused", "Le Monde"),
        ("The foreign minister of Peru, El Comercio said, had asked Chile for a loan.", "asked", "El Comercio"),
        ("Chad rejected calls for a truce with Libya.", "truce", None),
        ("Lima quoted Quito as saying that Chad had sent arms to the rebels.", "sent", "Quito"),
        ("State radio quoted the general as saying Mali would expel the French.", "expel", "the general"),
    ],
)
def test_whose_word(reader: Reader, text: str, act: str, source: str | None) -> None:
    reading = reader.read(plain_document(text))
    made = {attribution.id: attribution for attribution in reading.attributions}
    claim = next(claim for claim in reading.claims if claim.trigger.of(text) == act)
    given = made[claim.attribution].source_text if claim.attribution else None
    assert given == source


@pytest.mark.model
def test_two_that_hold_each_other_are_read_to_the_end(reader: Reader) -> None:
    reading = reader.read(plain_document("It looks as if Russia has attacked Georgia."))
    parents = {made.id: made.parent for made in reading.attributions}
    for at in parents:
        seen: set[str | None] = set()
        here: str | None = at
        while here is not None:
            assert here not in seen
            seen.add(here)
            here = parents[here]
