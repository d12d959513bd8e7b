"""Claims of single sentences: who, to whom, what type, how real. Sentences are our own."""

import pytest

from legation.documents.document import Document, Zone, ZoneKind
from legation.documents.span import Span
from legation.reading.claim import Claim, Reading
from legation.reading.reader import Reader

pytestmark = pytest.mark.model


def read(reader: Reader, text: str, published: str | None = "2026-03-04") -> Reading:
    zone = Zone(ZoneKind.BODY, Span(0, len(text)))
    return reader.read(Document("sha256:0", text, published=published, zones=(zone,)))


def claim_at(reading: Reading, word: str) -> Claim:
    found = [claim for claim in reading.claims if claim.trigger.of(reading.document.text) == word]
    assert found, [(claim.type, claim.trigger.of(reading.document.text)) for claim in reading.claims]
    return found[0]


def names(reading: Reading, ids: tuple[str, ...]) -> list[str]:
    mentions = {mention.id: mention for mention in reading.mentions}
    return [mentions[key].text for key in ids]


STATUSES = [
    ("Kenya invaded Somalia.", "invaded", "happened"),
    ("Kenya is shelling Somalia.", "shelling", "ongoing"),
    ("Kenya will invade Somalia.", "invade", "planned"),
    ("Kenya may invade Somalia.", "invade", "possible"),
    ("Kenya should invade Somalia.", "invade", "called_for"),
    ("Kenya did not invade Somalia.", "invade", "denied"),
    ("Kenya never invaded Somalia.", "invaded", "denied"),
    ("If talks fail, Kenya will invade Somalia.", "invade", "conditional"),
    ("Unless Somalia yields, Kenya will invade it.", "invade", "conditional"),
    ("Kenya plans to invade Somalia.", "invade", "planned"),
    ("Kenya denied that it had invaded Somalia.", "invaded", "denied"),
    ("Kenya refused to release the Somali prisoners.", "release", "denied"),
    ("Kenya is likely to invade Somalia.", "invade", "possible"),
    ("It is unclear whether Kenya invaded Somalia.", "invaded", "possible"),
    ("Ghana urged Kenya to invade Somalia.", "invade", "called_for"),
    ("Kenya threatened to invade Somalia.", "invade", "possible"),
    ("Kenya allegedly invaded Somalia.", "invaded", "possible"),
    ("Will Kenya invade Somalia?", "invade", "possible"),
    ("Kenya left without invading Somalia.", "invading", "denied"),
    ("Kenya promised to release the Somali prisoners.", "release", "planned"),
    ("The planned Kenyan invasion of Somalia worries Ghana.", "invasion", "planned"),
    ("The Kenyan invasion of Somalia shocked Ghana.", "invasion", "happened"),
    ("The possibility of a Kenyan invasion of Somalia worries Ghana.", "invasion", "possible"),
    ("There was no Kenyan invasion of Somalia.", "invasion", "denied"),
    ("Talks between Oman and Iran will begin on Sunday.", "Talks", "planned"),
    ("There were no talks between Berlin and Ankara.", "talks", "denied"),
]


@pytest.mark.parametrize(("text", "word", "status"), STATUSES)
def test_status(reader: Reader, text: str, word: str, status: str) -> None:
    assert claim_at(read(reader, text), word).status == status


ROLES = [
    ("Japan condemned Peru.", "condemned", ["Japan"], ["Peru"]),
    ("Peru was condemned by Japan.", "condemned", ["Japan"], ["Peru"]),
    ("Japan, which had condemned Peru, apologised.", "condemned", ["Japan"], ["Peru"]),
    ("Japan and Chile condemned Peru and Ecuador.", "condemned", ["Japan", "Chile"], ["Peru", "Ecuador"]),
    ("Japan apologised and condemned Peru.", "condemned", ["Japan"], ["Peru"]),
    ("Japan's condemnation of Peru surprised Chile.", "condemnation", ["Japan"], ["Peru"]),
    ("Norway gave Ukraine tanks.", "gave", ["Norway"], ["Ukraine"]),
    ("Tanks were sent to Ukraine by Norway.", "sent", ["Norway"], ["Ukraine"]),
    ("Ruto was the first president to visit Peru.", "visit", ["Ruto"], ["Peru"]),
    ("Kenya bought more than $2 billion worth of Saudi oil.", "bought", ["Kenya"], ["Saudi"]),
    (
        "Peru and Chile met in May. Ghana hosted two rounds of talks between the two rivals in Accra.",
        "talks",
        ["the two rivals"] * 2,
        ["Accra"],
    ),
    ("Chile spoke on Monday. Peru accused its neighbour of spying.", "accused", ["Peru"], ["its neighbour"]),
    ("Talks between the two neighbours, Chad and Sudan, collapsed.", "Talks", ["Chad", "Sudan"], []),
    ("Kenya bought some 70% of its tanks from Serbia.", "bought", ["Kenya"], ["Serbia"]),
    ("Ghana declined to fight in 2013, when France asked Chad.", "declined", ["Ghana"], []),
    ("Kenyan and Ugandan troops fought for four days.", "fought", ["Kenyan and Ugandan troops"] * 2, []),
    ("The talks between Oman and Iran ended.", "talks", ["Oman", "Iran"], []),
    ("Peru accused Chile of shelling its border.", "accused", ["Peru"], ["Chile"]),
    ("Brazil criticised Chile for attacking Peru.", "attacking", ["Chile"], ["Peru"]),
    ("Turkey demanded that Oman pay Kurdish traders in Sudan.", "demanded", ["Turkey"], ["Oman"]),
    ("Ethiopia moved tanks to Dire Dawa.", "moved", ["Ethiopia"], []),
    ("Greece put its navy on alert.", "put", ["Greece"], []),
    ("Togo let 300 Somali workers back to their farms.", "let", ["Togo"], ["300 Somali workers"]),
    ("Oman launched two weeks of joint exercises with Iran.", "launched", ["Oman"], ["Iran"]),
    (
        "Chad's largest rebel group freed two Malian drivers.",
        "freed",
        ["Chad's largest rebel group"],
        ["two Malian drivers"],
    ),
    ("Rebels in Mali killed nine Indian peacekeepers.", "killed", ["Rebels"], ["Indian"]),
    ("The Ghanaian president's visit to Togo ended.", "visit", ["The Ghanaian president"], ["Togo"]),
]


@pytest.mark.parametrize(("text", "word", "agents", "recipients"), ROLES)
def test_roles(reader: Reader, text: str, word: str, agents: list[str], recipients: list[str]) -> None:
    reading = read(reader, text)
    claim = claim_at(reading, word)
    assert (names(reading, claim.agents), names(reading, claim.recipients)) == (agents, recipients)


def test_coordinated_months_are_two_claims_with_their_outcome(reader: Reader) -> None:
    text = "After two failed attempts to launch a satellite in May and August 2023, Iran succeeded in November."
    reading = read(reader, text, published="2024-02-01")
    times = {time.id: time.value for time in reading.times}
    found = [(claim.outcome, times[claim.time]) for claim in reading.claims if claim.time]
    assert found == [("failure", "2023-05"), ("failure", "2023-08"), ("success", "2023-11")]


DATES = [
    ("Kenya refused to join the mission in Somalia in 2015.", "refused", "2015"),
    ("Japan sent soldiers to guard the border with Russia in 1990.", "sent", "1990"),
    ("Turkey was punished by Peru in December 2020 for buying missiles.", "buying", None),
    ("Kenya refused to join the mission in Somalia next week.", "refused", None),
    ("Peru and Chile restored ties in 1974, when Peru agreed to pay damages to Chile.", "restored", "1974"),
    ("In November 2023, Ruto became the first president to address the Peruvian Congress.", "address", "2023-11"),
    ("Kenya bought tanks from Serbia over the past decade.", "bought", "P10Y"),
    ("Norway gave boats to Kenya between 2016 and 2018, and two larger ones in 2022.", "gave", "2016/2018"),
]


@pytest.mark.parametrize(("text", "word", "value"), DATES)
def test_the_date_of_an_act(reader: Reader, text: str, word: str, value: str | None) -> None:
    reading = read(reader, text)
    times = {time.id: time.value for time in reading.times}
    assert times.get(claim_at(reading, word).time or "") == value


def test_a_state_that_protests_complains(reader: Reader) -> None:
    kinds = [
        claim_at(read(reader, f"{who} protested the Egyptian visit."), "protested").type
        for who in ("Qatar", "Students")
    ]
    assert kinds == ["ACCUSE", "PROTEST"]


def test_a_date_belongs_to_the_nearest_event_word(reader: Reader) -> None:
    reading = read(reader, "Japan said on Tuesday that Chile had invaded Peru on Monday.")
    times = {time.id: time.value for time in reading.times}
    claim = claim_at(reading, "invaded")
    assert claim.time is not None
    assert times[claim.time] == "2026-03-02"


def test_the_recipient_of_an_exchange_is_carried_over(reader: Reader) -> None:
    reading = read(reader, "Iran sold drones to Sudan. It also sent ammunition.")
    claim = claim_at(reading, "sent")
    assert names(reading, claim.recipients) == ["Sudan"]
    assert claim.rule.endswith("recipient carried over")


def test_likelihood_words_have_their_published_range(reader: Reader) -> None:
    claim = claim_at(read(reader, "Kenya will very likely sign the treaty with Togo."), "sign")
    assert claim.likelihood is not None
    assert (claim.likelihood.low, claim.likelihood.high) == (0.80, 0.95)


def test_a_view_is_an_attribution_and_no_event(reader: Reader) -> None:
    reading = read(reader, "Analysts said the economy was weak.")
    assert [claim.type for claim in reading.claims] == []


def test_the_condition_is_kept_in_its_words(reader: Reader) -> None:
    text = "If the ceasefire holds, Qatar will send aid to Gaza."
    claim = claim_at(read(reader, text), "send")
    assert claim.condition is not None
    assert claim.condition.of(text).rstrip(",") == "If the ceasefire holds"


OWNERS = [
    ("Congolese forces shelled Rwandan positions near Rutshuru.", "shelled", ["Rwandan"]),
    ("Kenya bombed Somali positions in Kismayo.", "bombed", ["Somali"]),
    ("Israel shelled Hezbollah positions in Lebanon.", "shelled", ["Hezbollah"]),
    ("Turkey shelled a village in Syria.", "shelled", ["Syria"]),
    ("Kenya struck American-made radars in Somalia.", "struck", ["Somalia"]),
]


@pytest.mark.parametrize(("text", "word", "recipients"), OWNERS)
def test_whose_the_target_is_goes_before_where_it_stands(
    reader: Reader, text: str, word: str, recipients: list[str]
) -> None:
    reading = read(reader, text)
    assert names(reading, claim_at(reading, word).recipients) == recipients


def test_the_name_of_a_scheme_is_no_act(reader: Reader) -> None:
    assert [claim.type for claim in read(reader, "Chad belongs to NATO's Partnership for Peace.").claims] == ["OTHER"]


def test_the_number_of_a_ship_ends_its_name(reader: Reader) -> None:
    reading = read(reader, "Malta let the Xiang Yang Hong 3, a Chinese research ship, dock on Friday.")
    assert [mention.text for mention in reading.mentions if mention.actor and mention.actor.type == "person"] == []


def test_the_day_of_a_charge_is_no_day_of_who_is_charged(reader: Reader) -> None:
    reading = read(reader, "Peru accused the Chinese builder of Lima's airport in May of hiding debts.")
    assert claim_at(reading, "accused").time is not None


def test_who_is_helped_to_train_his_own_gives_no_aid(reader: Reader) -> None:
    reading = read(reader, "Oslo should help Bhutan train its surveyors.")
    assert [claim.trigger.of(reading.document.text) for claim in reading.claims] == ["help"]
