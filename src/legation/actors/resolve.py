"""Resolves what readings mention into actors: those of the lexicon as they are, others by name and state, cautiously.

Two unknown names become one actor only if they are of one kind, score as the same name, and no state speaks against
it. A name of one word is never joined to another spelling.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from legation.actors.actor import Actor
from legation.actors.names import SAME_NAME, Score, compare_names, keys_of, read_name
from legation.actors.registry import Registry
from legation.reading.claim import ActorRef, ActorType, Reading

# How the ids of actors begin that a reading knows only by name.
BY_NAME = "name:"


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a reference of a reading is, with how sure that is and why."""

    ref: ActorRef
    actor: Actor
    score: Score


@dataclass(slots=True)
class Cluster:
    """Unknown references taken for one party so far; the first one names it."""

    first: ActorRef
    members: list[tuple[ActorRef, Score]] = field(default_factory=list)
    country: str | None = None

    def fit(self, ref: ActorRef) -> Score | None:
        """Return how well a reference fits; None if kind or state speak against it or the names are not the same."""
        if ref.type != self.first.type or (ref.country and self.country and ref.country != self.country):
            return None
        score = compare_names(ref.name, self.first.name)
        if score.value < SAME_NAME or (score.value < 1.0 and is_single_word(ref.name, self.first.name)):
            return None
        return score

    def add(self, ref: ActorRef, score: Score) -> None:
        """Take a reference in."""
        self.members.append((ref, score))
        self.country = self.country or ref.country


def resolve_actors(readings: Iterable[Reading], registry: Registry) -> dict[ActorRef, Identity]:
    """Return who every actor is that the readings mention; the order of the readings makes no difference."""
    refs = {mention.actor for reading in readings for mention in reading.mentions if mention.actor is not None}
    found: dict[ActorRef, Identity] = {}
    unknown: list[ActorRef] = []
    for ref in sorted(refs, key=sort_key):
        identity = recognise(ref, registry)
        if identity is None:
            unknown.append(ref)
        else:
            found[ref] = identity
    for identity in join_unknown(unknown):
        found[identity.ref] = identity
    return found


def sort_key(ref: ActorRef) -> tuple[bool, str, str, str]:
    """Return where a reference stands: those whose state is known first, since they say more."""
    return (ref.country is None, ref.id, ref.country or "", ref.type)


def recognise(ref: ActorRef, registry: Registry) -> Identity | None:
    """Return the identity of a reference the lexicon has, or that is a description; None for an unknown name."""
    known = registry.actors.get(ref.id)
    if known is not None:
        return Identity(ref, known, Score(1.0, "known to the lexicon"))
    if not ref.id.startswith(BY_NAME):
        return Identity(ref, make_own(ref.id, ref, (ref.name,)), Score(1.0, "described by whom it belongs to"))
    similar = registry.find_similar(ref.name, ref.country, ref.type)
    if len(similar) == 1 and not is_single_word(ref.name, ref.name):
        return Identity(ref, similar[0].actor, similar[0].score)
    return None


def join_unknown(refs: Iterable[ActorRef]) -> Iterator[Identity]:
    """Yield the identities of references known only by name."""
    blocks: dict[str, list[Cluster]] = {}
    clusters: list[Cluster] = []
    for ref in refs:
        keys = keys_of(ref.name)
        near = {id(cluster): cluster for key in keys for cluster in blocks.get(key, ())}
        fits = [(cluster, score) for cluster in near.values() if (score := cluster.fit(ref)) is not None]
        # With two parties of one name in two states, a third mention without a state is neither for sure.
        if len(fits) == 1:
            fits[0][0].add(ref, fits[0][1])
            continue
        cluster = Cluster(ref)
        cluster.add(ref, Score(1.0, "known only by this name"))
        clusters.append(cluster)
        for key in keys:
            blocks.setdefault(key, []).append(cluster)
    yield from name_clusters(clusters)


def name_clusters(clusters: Iterable[Cluster]) -> Iterator[Identity]:
    """Yield the members of clusters as identities; of clusters with one id, the later ones bear their state in it."""
    taken: set[str] = set()
    for cluster in clusters:
        actor_id = cluster.first.id
        if actor_id in taken:
            actor_id = f"{actor_id}@{cluster.country or cluster.first.type}"
        taken.add(actor_id)
        names = tuple(dict.fromkeys(ref.name for ref, _ in cluster.members))
        actor = make_own(actor_id, cluster.first, names, cluster.country)
        for ref, score in cluster.members:
            yield Identity(ref, actor, score)


def make_own(actor_id: str, ref: ActorRef, names: tuple[str, ...], country: str | None = None) -> Actor:
    """Return an actor that only the readings know."""
    return Actor(actor_id, ref.name, ActorType(ref.type), country or ref.country, names)


def is_single_word(one: str, two: str) -> bool:
    """Tell whether either name is of one word only."""
    return min(len(read_name(one).words), len(read_name(two).words)) < 2
