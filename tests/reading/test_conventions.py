"""What a coder of events calls a claim."""

from dataclasses import replace

import pytest

from legation.documents.span import Span
from legation.reading.claim import Claim, Status
from legation.reading.conventions import coded_type, converted_root

CLAIM = Claim(
    id="c1",
    type="AID",
    mode=None,
    agents=("m1",),
    recipients=("m2",),
    theme=None,
    quantity=None,
    time=None,
    place=None,
    status=Status.HAPPENED,
    outcome=None,
    likelihood=None,
    condition=None,
    attribution=None,
    trigger=Span(0, 4),
    evidence=Span(0, 9),
    rule="aid/verb:send",
    score=0.8,
)


def test_a_declared_truce_is_a_retreat() -> None:
    truce = replace(CLAIM, type="CONCEDE", rule="concede/verb:declare(ceasefire|cease-fire|truce)")
    assert coded_type(truce) == "RETREAT"
    assert coded_type(replace(truce, status=Status.PLANNED)) == "AGREE"


@pytest.mark.parametrize(
    ("kind", "status", "coded"),
    [
        ("AID", Status.HAPPENED, "AID"),
        ("AID", Status.PLANNED, "AGREE"),
        ("AID", Status.DENIED, "REJECT"),
        ("ASSAULT", Status.PLANNED, "THREATEN"),
        ("ASSAULT", Status.DENIED, "ASSAULT"),
        ("ACCUSE", Status.PLANNED, "ACCUSE"),
    ],
)
def test_status_turns_one_type_into_another(kind: str, status: Status, coded: str) -> None:
    assert coded_type(replace(CLAIM, type=kind, status=status)) == coded


@pytest.mark.parametrize(
    ("kind", "mode", "rule", "root"),
    [
        ("SANCTION", "convict", "sanction/verb:convict", "ACCUSE"),
        ("SANCTION", None, "sanction/verb:impose(sanctions)", "COERCE"),
        ("SANCTION", "expel", "sanction/verb:expel", "SANCTION"),
        ("COERCE", "restrict", "coerce/verb:impose(blockade|siege|naval blockade)", "ASSAULT"),
        ("COERCE", "restrict", "coerce/verb:impose(curfew)", "COERCE"),
        ("COERCE", "seize", "coerce/verb:retake(town|city|village)", "ASSAULT"),
        ("COERCE", "seize", "coerce/verb:demolish(house|home|mosque)", "COERCE"),
        ("RETREAT", "release", "retreat/verb:free", "YIELD"),
        ("CONCEDE", None, "concede/verb:ease", "YIELD"),
    ],
)
def test_a_converted_set_has_its_own_roots(kind: str, mode: str | None, rule: str, root: str) -> None:
    assert converted_root(replace(CLAIM, type=kind, mode=mode, rule=rule)) == root
