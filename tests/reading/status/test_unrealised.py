"""What something else came about in the stead of, or nearly came about, is not told as done. Texts are our own."""

import pytest

from legation.reading.reader import Reader
from tests.reading.claims.test_making import read

pytestmark = pytest.mark.model


def statuses(reader: Reader, text: str) -> dict[str, str]:
    return {claim.trigger.of(text): claim.status.value for claim in read(reader, text).claims}


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Instead of meeting Ruto, Museveni flew to Kigali.", "meeting", "denied"),
        ("Togo closed the border instead of sending troops to Benin.", "sending", "denied"),
        ("Rather than bomb the camps, Ankara closed the border.", "bomb", "denied"),
        ("Rather than negotiating with Lima, Quito sent ships.", "negotiating", "denied"),
        ("Far from arming the rebels, Uganda expelled them.", "arming", "denied"),
        ("Jordan thought better of expelling the ambassador of Chad.", "expelling", "denied"),
        ("Peru came close to recalling its envoy from Quito.", "recalling", "possible"),
        ("Oman was on the verge of bombing the depots.", "bombing", "possible"),
        ("Peru came within hours of invading Ecuador.", "invading", "possible"),
        ("Finland came within a day of expelling the Russian ambassador.", "expelling", "possible"),
        ("Within weeks of expelling the Malian consul, Benin closed the border.", "expelling", "happened"),
        ("Nigeria held back from invading Niger.", "invading", "denied"),
        ("Togo backed away from recognising Kosovo.", "recognising", "denied"),
        ("The envoy of Peru came back from visiting Chad.", "visiting", "happened"),
        ("Fiji was talked out of expelling the Chinese ambassador.", "expelling", "denied"),
        ("Togo backed out of buying the jets from India.", "buying", "denied"),
        ("Peru made money out of selling arms to Chile.", "selling", "happened"),
        ("Britain refrained from sanctioning Georgia.", "sanctioning", "denied"),
        ("The sale of submarines to Pakistan by China fell through.", "sale", "denied"),
        ("A visit by Ruto to Kampala never materialised.", "visit", "denied"),
        ("Greece nearly sank a Turkish frigate.", "sank", "denied"),
        ("Ghana has almost completed its withdrawal from Mali.", "completed", "ongoing"),
        ("Ghana withdrew from Mali without informing Niger.", "withdrew", "happened"),
        ("Chadian troops clashed with rebels close to the border.", "clashed", "happened"),
        ("Togo almost immediately expelled the envoy of Benin.", "expelled", "happened"),
        ("Nearly 300 Kenyan soldiers crossed into Somalia.", "crossed", "happened"),
    ],
)
def test_what_did_not_come_about_is_not_told_as_done(reader: Reader, text: str, trigger: str, status: str) -> None:
    assert statuses(reader, text)[trigger] == status


def test_to_come_close_to_something_is_no_journey(reader: Reader) -> None:
    assert "came" not in statuses(reader, "Peru came close to recalling its envoy from Quito.")


def test_what_stands_behind_to_is_a_verb(reader: Reader) -> None:
    assert statuses(reader, "Oman offered to host talks between Chad and Niger.")["host"] == "planned"


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Instead of arming the rebels in Chad, Benin expelled them.", "Benin"),
        ("Chad closed the border instead of sending troops to Niger.", "Chad"),
        ("Far from arming the rebels, Uganda expelled them.", "Uganda"),
        ("Ghana accused Togo of arming the rebels.", "Togo"),
        ("Ghana talked Togo out of arming the rebels.", "Togo"),
    ],
)
def test_what_was_not_done_is_said_of_who_did_the_other(reader: Reader, text: str, doer: str) -> None:
    reading = read(reader, text)
    (claim,) = [claim for claim in reading.claims if claim.trigger.of(text) in ("arming", "sending")]
    assert [mention.text for mention in reading.mentions if mention.id in claim.agents] == [doer]


def test_what_was_not_done_is_not_what_the_other_was_about(reader: Reader) -> None:
    text = "Togo expelled 43 Beninese on Friday instead of charging them."
    (claim,) = [claim for claim in read(reader, text).claims if claim.trigger.of(text) == "expelled"]
    assert claim.theme is None or "charging" not in claim.theme.text


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chad managed to seize the town.", "happened"),
        ("Chad succeeded in seizing the town.", "happened"),
        ("Chad did not manage to seize the town.", "denied"),
        ("Chad never succeeded in seizing the town.", "denied"),
        ("Chad will manage to seize the town.", "planned"),
        ("Chad may succeed in seizing the town.", "possible"),
        ("If Chad succeeds in seizing the town, Libya will send troops.", "conditional"),
        ("Unless Chad manages to seize the town, Libya will send troops.", "conditional"),
    ],
)
def test_a_success_is_as_real_as_it_is_told(reader: Reader, text: str, status: str) -> None:
    found = statuses(reader, text)
    assert found.get("seize", found.get("seizing")) == status


def test_a_gerund_behind_a_charge_is_only_a_charge(reader: Reader) -> None:
    assert statuses(reader, "A newspaper accused Poland of spying.")["spying"] == "possible"


def test_aid_that_is_asked_for_is_not_given(reader: Reader) -> None:
    text = "The president has requested $50 million in emergency funding from Congress for Tanzania."
    assert statuses(reader, text)["funding"] == "called_for"
