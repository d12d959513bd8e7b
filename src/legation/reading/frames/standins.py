"""Stand-ins: words that stand for an act told just before, done by somebody else or at another time.

"Peru recalled its envoy, as Chile had done in March", "promised to free the sailors and did so on Monday", "Norway shut
its embassy; Denmark followed suit": who did it then is told by the stand-in, what it was by the act before.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from legation.reading.claim import Mention
from legation.reading.frames.coding import Coding
from legation.reading.frames.parties import Parties
from legation.reading.parse.trees import SUBJECTS, VERB, Tree
from legation.reading.status.likening import is_likened

SAME = frozenset({"so", "likewise", "same"})
# What stands for no act of its own: views, words, and what is spoken of.
SPOKEN = frozenset({"STATEMENT", "OTHER"})


def find_stand_ins(
    tree: Tree, codings: Mapping[int, Coding], parties: Parties, before: Sequence[Coding]
) -> Iterator[Coding]:
    """Yield the act that each stand-in of a passage repeats; `before` are the acts told in the passages before."""
    for token, lemma in enumerate(tree.lemmas):
        if lemma not in ("do", "follow") or tree.word_class(token) != VERB or not stands_in(tree, token):
            continue
        act = act_before(tree, token, codings, before)
        who = doers(tree, token, parties)
        agents = who or (act.agents if act is not None else ())
        if act is None or not agents:
            continue
        others = tuple(one for one in act.recipients if not any(is_same(one, agent) for agent in agents))
        yield replace(
            act,
            trigger=token,
            agents=agents,
            recipients=others,
            object_head=None,
            support=None,
            theme=None,
            carried=True,
        )


def stands_in(tree: Tree, verb: int) -> bool:
    """Tell whether a verb stands for an act told before: "as it did", "did so", "did the same", "followed suit"."""
    if tree.deps[verb] in ("aux", "auxpass"):
        return False
    objects = [tree.words[kid].lower() for kid in tree.children(verb, "dobj")]
    if tree.lemmas[verb] == "follow":
        return objects == ["suit"]
    beside = {tree.words[kid].lower() for kid in tree.children(verb, "advmod", "dobj")}
    return is_likened(tree, verb) or bool(SAME & beside)


def act_before(tree: Tree, verb: int, codings: Mapping[int, Coding], before: Sequence[Coding]) -> Coding | None:
    """Return the act a stand-in repeats: the one it hangs on, else the last verb before it, here or further up."""
    above = codings.get(tree.heads[verb])
    if is_likened(tree, verb) and above is not None and is_act(above):
        return above
    told = [coding for at, coding in sorted(codings.items()) if at < verb and tree.word_class(at) == VERB]
    acts = [coding for coding in (*before[-1:], *told) if is_act(coding)]
    return acts[-1] if acts else None


def is_act(coding: Coding) -> bool:
    """Tell whether a coding tells of something done."""
    return not coding.frame.entry.silent and coding.frame.type not in SPOKEN


def doers(tree: Tree, verb: int, parties: Parties) -> tuple[Mention, ...]:
    """Return whom the subject of a stand-in names."""
    return tuple(one for kid in tree.children(verb, *SUBJECTS) for one in parties.at(tree, (kid,)))


def is_same(one: Mention, other: Mention) -> bool:
    """Tell whether two mentions name one party, or one state."""
    if one.actor is None or other.actor is None:
        return False
    return one.actor.id == other.actor.id or (
        one.actor.country is not None and one.actor.country == other.actor.country
    )
