"""The network of who does what to whom as GraphML: actors are nodes, directed acts of one type are edges."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import IO

from lxml import etree

from legation.reading.claim import ActorRef
from legation.record.event import REAL, Event
from legation.record.merge import MUTUAL
from legation.reporting.exporters.parcel import Exporter, Parcel

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
NODE_KEYS = (("name", "string"), ("type", "string"), ("country", "string"))
EDGE_KEYS = (("kind", "string"), ("events", "int"), ("real", "int"), ("first", "string"), ("last", "string"))

# Source, target and type of acts.
Arc = tuple[str, str, str]


@dataclass(slots=True)
class Tally:
    """What is counted of one arc while events stream by: events, those that took place, first and last day."""

    events: int = 0
    real: int = 0
    first: str | None = None
    last: str | None = None

    def add(self, event: Event) -> None:
        """Count one event."""
        self.events += 1
        self.real += event.status in REAL
        day = event.first_day.isoformat() if event.first_day else None
        if day is not None:
            self.first = min(self.first or day, day)
            self.last = max(self.last or day, day)


def write_graphml(parcel: Parcel, file: IO[bytes]) -> None:
    """Write nodes with name, type, country; edges with type, events, those that took place, first and last day."""
    actors: dict[str, ActorRef] = {}
    arcs: dict[Arc, Tally] = defaultdict(Tally)
    for item in parcel.items:
        found = [party.actor for account in item.event.accounts for party in account.parties if party.actor]
        actors.update((actor.id, actor) for actor in found)
        for arc in set(find_arcs(item.event)):
            arcs[arc].add(item.event)
    root = etree.fromstring(f'<graphml xmlns="{NAMESPACE}"/>')
    declare(root)
    graph = etree.SubElement(root, f"{{{NAMESPACE}}}graph", id="record", edgedefault="directed")
    for actor in sorted(actors.values(), key=lambda actor: actor.id):
        node = etree.SubElement(graph, f"{{{NAMESPACE}}}node", id=actor.id)
        fill(node, {"name": actor.name, "type": actor.type.value, "country": actor.country})
    for number, ((source, target, kind), tally) in enumerate(sorted(arcs.items())):
        edge = etree.SubElement(graph, f"{{{NAMESPACE}}}edge", id=f"e{number}", source=source, target=target)
        fill(edge, {"kind": kind, "events": str(tally.events), "real": str(tally.real)})
        fill(edge, {"first": tally.first, "last": tally.last})
    file.write(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def find_arcs(event: Event) -> Iterator[Arc]:
    """Yield who acts on whom; what two do together goes from the first to the second in alphabetical order."""
    for account in event.accounts:
        agents = [party.actor.id for party in account.agents if party.actor]
        recipients = [party.actor.id for party in account.recipients if party.actor]
        for one, other in product(agents, recipients if recipients else agents):
            if one != other:
                pair = sorted((one, other)) if event.type in MUTUAL or not recipients else (one, other)
                yield pair[0], pair[1], event.type


def declare(root: etree._Element) -> None:
    """Declare the attributes of nodes and edges."""
    for target, keys in (("node", NODE_KEYS), ("edge", EDGE_KEYS)):
        for name, kind in keys:
            attributes = {"id": name, "for": target, "attr.name": name, "attr.type": kind}
            etree.SubElement(root, f"{{{NAMESPACE}}}key", attributes)


def fill(element: etree._Element, values: Mapping[str, str | None]) -> None:
    """Give a node or an edge its values; those not known are left out."""
    for name, value in values.items():
        if value is not None:
            etree.SubElement(element, f"{{{NAMESPACE}}}data", key=name).text = clean(value)


def clean(value: str) -> str:
    """Return a value without the control characters that XML has no place for."""
    return "".join(letter for letter in value if letter >= " " or letter in "\t\n")


GRAPHML = Exporter("graphml", ".graphml", "actors as nodes, acts as directed edges, for network tools", write_graphml)
