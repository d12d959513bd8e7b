"""Mending: the repairs of a parse in their order, each where it may find something.

The order is part of what they do: tags come before links that are judged by them, a clause gets its verb before that
looks for its subject, and what reports a sentence is raised over it last.
"""

from collections.abc import Sequence

from legation.reading.parse.mending.adjuncts import raise_adjuncts
from legation.reading.parse.mending.aspirants import join_aspirants
from legation.reading.parse.mending.besides import set_besides
from legation.reading.parse.mending.bidden import hang_bidding
from legation.reading.parse.mending.callings import MARKS, call_in_quotes
from legation.reading.parse.mending.clausehosts import raise_clauses
from legation.reading.parse.mending.contrasts import set_contrasts
from legation.reading.parse.mending.disputes import set_disputes
from legation.reading.parse.mending.fronted import free_doer, free_names
from legation.reading.parse.mending.gapped import fill_gapped
from legation.reading.parse.mending.gardens import find_way
from legation.reading.parse.mending.givings import find_givers, lower_doers
from legation.reading.parse.mending.headline_clauses import set_headline
from legation.reading.parse.mending.headline_verbs import free_verbs
from legation.reading.parse.mending.interposed import hand_back, hand_back_results, part_tellers
from legation.reading.parse.mending.inversions import hang_conditions
from legation.reading.parse.mending.joints import HUNG, join
from legation.reading.parse.mending.misplaced import place
from legation.reading.parse.mending.namesakes import call_by_name
from legation.reading.parse.mending.ones import seat_ones
from legation.reading.parse.mending.participles import set_participles
from legation.reading.parse.mending.phoned import ring_up
from legation.reading.parse.mending.possessives import go_on, seat_possessed
from legation.reading.parse.mending.prompted import bind_infinitives
from legation.reading.parse.mending.provisos import LAST, hang_provisos
from legation.reading.parse.mending.relatives import seat_speakers
from legation.reading.parse.mending.repair import Parse, Repair
from legation.reading.parse.mending.reports import raise_reports
from legation.reading.parse.mending.semblances import name_semblances
from legation.reading.parse.mending.series import list_acts, list_names
from legation.reading.parse.mending.slips import set_right
from legation.reading.parse.mending.splits import split
from legation.reading.parse.mending.titled import join_titled
from legation.reading.parse.mending.unequal import join_equals
from legation.reading.parse.mending.unwanted import GRATA, declare_unwanted
from legation.reading.parse.mending.wished import hang_wishes

COMMA = frozenset({","})
REPAIRS = (
    Repair(call_by_name),
    Repair(join_titled, links=frozenset({"appos"}), tags=frozenset({"NNP"})),
    Repair(join_aspirants, words=frozenset({"would"})),
    Repair(set_right),
    Repair(ring_up, links=frozenset({"acl"}), words=frozenset({"called"})),
    Repair(seat_possessed, tags=frozenset({"WP$"})),
    Repair(go_on, links=frozenset({"relcl"})),
    Repair(set_participles),
    Repair(place),
    Repair(bind_infinitives, links=frozenset({"advcl", "xcomp"}), tags=frozenset({"VB"})),
    Repair(find_way),
    Repair(name_semblances, words=frozenset({"what"})),
    Repair(list_acts, links=frozenset({"advcl", "acl"}), words=COMMA),
    Repair(list_names, links=frozenset({"appos", "npadvmod"}), words=frozenset({"and"})),
    Repair(set_besides),
    Repair(call_in_quotes, words=MARKS),
    Repair(free_verbs, links=frozenset({"compound"})),
    Repair(set_headline),
    Repair(hang_wishes, tags=frozenset({"VBN"}), lemmas="wishing"),
    Repair(hang_bidding, words=COMMA, lemmas="asking"),
    Repair(hang_conditions, words=frozenset({"were", "should", "had"})),
    Repair(hang_provisos, words=LAST),
    Repair(seat_ones, words=frozenset({"one"})),
    Repair(free_doer, words=frozenset({"according"})),
    Repair(free_names, tags=frozenset({"NNP"}), words=COMMA),
    Repair(split),
    Repair(set_contrasts, words=frozenset({"it", "not", "but", "what"})),
    Repair(fill_gapped, links=frozenset({"conj"}), words=frozenset({"and"})),
    Repair(find_givers, links=frozenset({"auxpass"}), lemmas="giving"),
    Repair(lower_doers, words=frozenset({"by"})),
    Repair(join, links=HUNG),
    Repair(raise_adjuncts),
    Repair(declare_unwanted, words=GRATA),
    Repair(set_disputes, words=COMMA, lemmas="disputed"),
    Repair(raise_clauses, links=frozenset({"conj", "ccomp", "relcl"})),
    Repair(seat_speakers),
    Repair(part_tellers, words=COMMA),
    Repair(hand_back, words=COMMA),
    Repair(join_equals, links=frozenset({"conj"}), tags=frozenset({"VB", "VBG"})),
    Repair(raise_reports, words=COMMA),
    Repair(hand_back_results, words=COMMA, tags=frozenset({"VBG"})),
)


def mend(parse: Parse, repairs: Sequence[Repair] = REPAIRS) -> None:
    """Set a parse right by every repair that it wakes, in their order."""
    for repair in repairs:
        if repair.wakes(parse):
            repair.run(parse)


def find_fired(parse: Parse) -> list[str]:
    """Set a parse right as `mend` does, and return the names of the repairs that changed it, in their order."""
    fired = []
    for repair in REPAIRS:
        before = [*parse.tags], [*parse.lemmas], [*parse.deps], [*parse.heads]
        mend(parse, [repair])
        if before != (parse.tags, parse.lemmas, parse.deps, parse.heads):
            fired.append(repair.name)
    return fired
