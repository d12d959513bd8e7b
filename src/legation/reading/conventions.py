"""Conventions of event data: what a coder of events calls a claim, where the record keeps type and status apart."""

from legation.reading.claim import Claim, Status

COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
MATERIAL_CONFLICT = frozenset({"PROTEST", "SANCTION", "COERCE", "ASSAULT"})
UNCODED = frozenset({"STATEMENT", "OTHER"})
YIELD = frozenset({"CONCEDE", "RETREAT"})
TRUCES = ("ceasefire", "truce")
SANCTIONS = "(sanctions)"
# Blockades and the seizure of land, by the objects that rules name.
FOUGHT = ("blockade", "(territory)", "(town|city|village)", "(control")


def coded_type(claim: Claim) -> str:
    """Return the type a PLOVER coder gives a claim.

    The ontology codes cooperation that is only to come as AGREE, material conflict that is only announced as
    THREATEN, and cooperation that is refused or denied as REJECT.
    """
    if claim.type == "CONCEDE" and claim.status is Status.HAPPENED and any(word in claim.rule for word in TRUCES):
        # A truce is ceded when it is declared, as coders have it (CAMEO 0871).
        return "RETREAT"
    if claim.status is Status.DENIED and claim.type in COOPERATIVE:
        return "REJECT"
    if claim.status is Status.PLANNED and claim.type in COOPERATIVE:
        return "AGREE"
    return "THREATEN" if claim.status is Status.PLANNED and claim.type in MATERIAL_CONFLICT else claim.type


def converted_root(claim: Claim) -> str:
    """Return the root type that a set converted from CAMEO codes gives a claim, with CONCEDE and RETREAT as one.

    There a verdict is 116, an accusation in PLOVER's conversion table, and imposing sanctions is 163, coercion. To
    blockade and to seize land is to fight, 191 and 192, and stays so, though PLOVER itself moves both to coercion.
    """
    kind = coded_type(claim)
    if kind == "SANCTION" and claim.mode == "convict":
        return "ACCUSE"
    if kind == "COERCE" and any(what in claim.rule for what in FOUGHT):
        return "ASSAULT"
    return "COERCE" if kind == "SANCTION" and SANCTIONS in claim.rule else folded(kind)


def folded(kind: str) -> str:
    """Return the type with verbal and material yielding as one."""
    return "YIELD" if kind in YIELD else kind
