"""Training the arbiter of event types: what is fitted is what the arbiter reads."""

from benchmarks.train_types import Row, Seen, fit
from legation.reading.pairs import ALWAYS
from legation.reading.pairtypes import make_type_arbiter


def row(kind: str, *features: str) -> Row:
    seen = Seen([ALWAYS, *features], None)
    return Row(kind, kind, [seen, seen])


ROWS = [row("AID", "word=send")] * 40 + [row("ACCUSE", "word=blame")] * 40 + [row("REJECT", "word=refuse")] * 40
ROWS += [Row("ACCUSE", "ACCUSE", [Seen([ALWAYS, "word=once"], None)])]


def test_the_arbiter_learns_the_rows() -> None:
    arbiter = make_type_arbiter(fit(ROWS))
    assert arbiter.types == ("ACCUSE", "AID", "REJECT")
    assert arbiter.decide([ALWAYS, "word=send"]).type == "AID"
    assert arbiter.decide([ALWAYS, "word=blame"]).type == "ACCUSE"


def test_rare_features_are_left_out() -> None:
    assert "word=once" not in fit(ROWS)["weights"]
