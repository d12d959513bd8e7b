"""Events of sentences as event sets have them: whose unnamed people are, and whom an act is done to."""

import pytest

from benchmarks.gsr import find_events
from benchmarks.gsr_gold import codes
from legation.reading.reader import Reader

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "kind", "source", "target"),
    [
        # Nobody says whose they are: of where it happened.
        ("Gunmen killed nine villagers in the hills of Chiapas.", "ASSAULT", "MEX", "MEX"),
        ("Insurgents fired mortars at Kenyan troops guarding the port of Kismayo.", "ASSAULT", "SOM", "KEN"),
        # Of the only state that the sentence knows.
        ("Rebels ambushed an army convoy on Monday, the Chadian military said.", "ASSAULT", "TCD", "TCD"),
        # Of the body in whose phrase they stand.
        ("Prosecutors at a UN tribunal indicted a Croatian general.", "ACCUSE", "IGO", "HRV"),
        # For a body speaks who bears its title, for his state a president of whose surname there are several.
        ("UN envoy Ibrahim Gambari arrived in Yangon for talks with Myanmar's generals.", "CONSULT", "IGO", "MMR"),
        ("President Bush urged Pakistan to close the camps.", "REQUEST", "USA", "PAK"),
        # Who attacks alone, and who is charged, though nobody knows him.
        ("A gunman killed three policemen in the Iraqi city of Basra.", "ASSAULT", "IRQ", "IRQ"),
        ("Kenyan police charged a student leader with plotting a riot.", "ACCUSE", "KEN", "KEN"),
        # "The South" is no people of the only state named.
        ("Pyongyang warned of war if leaflets kept arriving from the South.", "THREATEN", "PRK", "KOR"),
        # Whom the words under the act name.
        ("Thailand massed troops along its border with Cambodia.", "MOBILIZE", "THA", "KHM"),
        ("Students rallied in Lome to demand that President Gnassingbe Eyadema resign.", "PROTEST", "TGO", "TGO"),
        ("Police fanned out across Nairobi before a march by opposition supporters.", "MOBILIZE", "KEN", "KEN"),
        # Not who is only named beside it.
        ("Bosnian Serb gunners shelled the town of Gorazde despite a NATO ultimatum.", "ASSAULT", "BIH", "BIH"),
        # Nobody's own people.
        ("Greece put its navy on alert as Turkish ships sailed past.", "MOBILIZE", "GRC", "TUR"),
        # To whom it is said.
        ("Iran would never give up its reactors, its negotiator told the European Union.", "REJECT", "IRN", "IGO"),
        # Where an act of force is set.
        ("Guerrillas blew up two bridges in Peru on Sunday.", "ASSAULT", "PER", "PER"),
        # Who does it stands in the same act told again.
        ("Nine soldiers were killed when Eritrean gunners shelled Zalambessa.", "ASSAULT", "ERI", "ETH"),
        ("A bomb planted by Basque separatists exploded in Bilbao, wounding two people.", "ASSAULT", "ESP", "ESP"),
        # Where sets converted from other codes draw another line, the record's stands.
        ("A Spanish gunboat seized a Moroccan trawler.", "COERCE", "ESP", "MAR"),
        # Where a report was written has no part in what it tells.
        ("LIMA, Peru -- A Chilean military airstrike has killed a worker in Bolivia.", "ASSAULT", "CHL", "BOL"),
        # What a body has voted to do is coded as done.
        ("The Security Council voted on Friday to impose an arms embargo on Eritrea.", "SANCTION", "IGO", "ERI"),
    ],
)
def test_first_event(reader: Reader, text: str, kind: str, source: str, target: str) -> None:
    event = find_events(reader, text)[0]
    found = (event["event"], *(" ".join(sorted(codes(event[side]))) for side in ("source", "target")))
    assert found == (kind, source, target)


def test_what_two_sides_do_together_has_no_target_beside_them(reader: Reader) -> None:
    event = find_events(reader, "Norway's premier and Sweden's king held talks in Finland.")[0]
    assert (event["event"], codes(event["source"]), event["target"]) == ("CONSULT", {"NOR", "SWE"}, [])


def test_a_call_that_is_rejected_rejects_nothing(reader: Reader) -> None:
    events = find_events(reader, "Peru's president has rejected a call from Chile's premier to postpone the vote.")
    found = [(event["event"], codes(event["source"]), codes(event["target"])) for event in events]
    assert found == [("REJECT", {"PER"}, {"CHL"}), ("REQUEST", {"CHL"}, {"PER"})]
