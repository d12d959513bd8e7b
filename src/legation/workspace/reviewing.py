"""Reviewing with others: what waits for one person, what the others said, and how far all agree."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from legation.record.decision import REMARKS, Decision, Ruling
from legation.record.decisions import UnknownDecisionError, get_decision, named_decisions, undone_decisions
from legation.record.verdicts import count_rulings, find_joins, find_verdicts
from legation.reporting.agreement import Agreement, measure_agreement
from legation.workspace import deciding
from legation.workspace.bench import Bench
from legation.workspace.deciding import Queue, find_subject
from legation.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Standing:
    """How far several reviewers agree, on claims and on which claims are one, and how much each has done."""

    claims: Agreement
    joins: Agreement
    people: Mapping[str, Counter[Ruling]]


def get_queue(workspace: Workspace, limit: int, actors: Sequence[str] = (), reviewer: str | None = None) -> Queue:
    """Return the claims to look at first, of events of one actor or between two if they are named.

    With a `reviewer`, what this person has not ruled on waits; without, what nobody has. ValueError for three actors.
    """
    with workspace.looking() as session:
        bench = Bench(session, workspace.clock(), workspace.lexicon)
        return deciding.get_queue(bench, limit, actors, reviewer)


def rulings_on(workspace: Workspace, claim: str) -> list[Decision]:
    """Return the rulings of everybody on a claim that stand, remarks left out, the first made first."""
    with workspace.looking() as session:
        anchor = find_subject(Bench(session, workspace.clock(), workspace.lexicon), claim)
        undone = undone_decisions(session)
        found = named_decisions(session, anchor)
    aside = {Ruling.NOTE, Ruling.GRADE, Ruling.UNDO}
    return [decision for decision in found if decision.uid not in undone and decision.ruling not in aside]


def standing_ruling(workspace: Workspace, uid: str) -> Decision | None:
    """Return a ruling by its uid; None if it has been taken back, or there is none."""
    with workspace.looking() as session:
        try:
            found = get_decision(session, uid)
        except UnknownDecisionError:
            return None
        return None if found.uid in undone_decisions(session) else found


def measure_review(workspace: Workspace) -> Standing:
    """Return how far the reviewers agree beyond chance (Krippendorff's alpha, nominal), and what each has done.

    On claims the values are accept, reject and amend ("unsure" is no judgement), on pairs same and different.
    """
    with workspace.looking() as session:
        verdicts, joins, people = find_verdicts(session), find_joins(session), count_rulings(session)
    judged = ({who: ruling for who, ruling in by.items() if ruling not in REMARKS} for by in verdicts.values())
    return Standing(measure_agreement(judged), measure_agreement(joins.values()), people)
