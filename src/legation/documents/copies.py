"""Copies: documents that carry the same words, found by bands of MinHash signatures and told by their exact overlap.

What counts are runs of five words of the title, deck and body; bylines, captions, licences and boilerplate are each
outlet's own. Whether two documents are copies is a property of the two, so that it does not matter which came first.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

from legation.documents.document import Document, ZoneKind
from legation.documents.grounds import Because, Ground
from legation.documents.words import make_table, split_ascii
from legation.lexicon.newsrooms import agency_names

REPORTING = (ZoneKind.TITLE, ZoneKind.DECK, ZoneKind.BODY, ZoneKind.CORRECTION)
WORD = re.compile(r"\w+")
# The same for ASCII text.
TABLE = make_table("_")
RUN = 5
# Bands of rows: two texts with half of their runs in common share a band in 99 of 100 cases, with three in ten in 58.
BANDS, ROWS = 32, 3
SEED = 20
# Mixes the numbers of one band: an odd multiplier of 64 bits (the golden ratio's, after Knuth), kept to a word.
MULTIPLIER, SHIFT = np.uint64(0x9E3779B97F4A7C15), np.uint64(29)
# From this share of common runs on, two texts are copies; with one agency's signature on both, fewer are enough.
COPIED, SIGNED = 0.5, 0.3
# A cut copy: so much of a shorter text stands in one at most twice as long.
CONTAINED, SHORTENED = 0.85, 0.5
# Texts of fewer runs are copies only if they are the same.
FEWEST = 10
# Where an agency signs: before the first sentence or after the last.
HEAD, FOOT = 400, 250


@dataclass(frozen=True, slots=True)
class Print:
    """What is compared of a document: its runs of words, the agency that signs it, and what it is told by."""

    document_id: str
    runs: frozenset[str]
    agency: str | None
    outlet: str | None
    published: str


@dataclass(frozen=True, slots=True)
class Copy:
    """Whose words a document carries (its own id, if nobody else's), and why, as `grounds` writes it."""

    origin: str
    reason: str | None


def make_print(document: Document) -> Print:
    """Return what is compared of a document."""
    return Print(
        document_id=document.id,
        runs=find_runs(document),
        agency=find_agency(document),
        outlet=document.outlet,
        published=document.published or "9999",
    )


def find_runs(document: Document) -> frozenset[str]:
    """Return the runs of five words in a document's reporting zones."""
    found: set[str] = set()
    for zone in document.zones_of(*REPORTING):
        folded = document.quote(zone.span).casefold()
        words = split_ascii(folded, TABLE) if folded.isascii() else WORD.findall(folded)
        found.update(map(" ".join, zip(*(words[place:] for place in range(RUN)), strict=False)))
    return frozenset(found)


def find_bands(runs: frozenset[str]) -> list[int]:
    """Return the bands of a text's signature as numbers of 64 bits; none for a text without runs."""
    return band_signatures([sign_runs(runs)])[0]


def sign_runs(runs: frozenset[str]) -> list[int]:
    """Return the signature of a text; none for a text without runs."""
    if not runs:
        return []
    signature = RMinHash(num_perm=BANDS * ROWS, seed=SEED)
    signature.update(list(runs))
    signed: list[int] = signature.digest()
    return signed


def band_signatures(signatures: Sequence[list[int]]) -> list[list[int]]:
    """Return the bands of each signature; of all at once they take half the time."""
    signed = [signature for signature in signatures if signature]
    banded = iter(hash_bands(np.array(signed, dtype=np.uint64).reshape(-1, BANDS, ROWS)).tolist())
    return [next(banded) if signature else [] for signature in signatures]


def hash_bands(rows: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Return a signed number of 64 bits for each band of each signature (signatures × bands × rows)."""
    mixed = np.arange(1, BANDS + 1, dtype=np.uint64)
    for place in range(ROWS):
        mixed = (mixed ^ rows[:, :, place]) * MULTIPLIER
        mixed ^= mixed >> SHIFT
    return mixed.view(np.int64)


@cache
def signatures() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Return the forms in which agencies sign: "(Reuters)", "/TASS/", "— AFP", "Source: Xinhua".

    Each comes with what it begins with: to look for that takes a tenth of the time, and most texts have none of it.
    """
    names = "|".join(map(re.escape, agency_names()))
    forms = (
        (r"\(", rf"\(({names})\)"),
        (r"/", rf"/({names})/"),
        (r"[—–-]", rf"[—–-]\s*({names})(?=\s*(?:$|\n))"),
        (r"Source|Via|By", rf"\b(?:Source|Via|By)\s*:?\s+({names})\b"),
    )
    return tuple((re.compile(begun), re.compile(form)) for begun, form in forms)


def find_agency(document: Document) -> str | None:
    """Return the agency that signs a document, at its head, at its foot, or as its author or outlet."""
    for name in (*document.authors, *filter(None, [document.outlet])):
        if name in agency_names():
            return name
    text = document.text
    for part in (text[:HEAD], text[-FOOT:]):
        matches = [match for begun, form in signatures() if begun.search(part) and (match := form.search(part))]
        if matches:
            return min(matches, key=re.Match.start)[1]
    return None


def find_likeness(one: Print, other: Print) -> Because | None:
    """Return why two documents are copies; None if they are not."""
    shared = len(one.runs & other.runs)
    smaller, larger = sorted((len(one.runs), len(other.runs)))
    if not shared:
        return None
    if smaller < FEWEST:
        return Because(Ground.SAME) if one.runs == other.runs else None
    jaccard = shared / (smaller + larger - shared)
    if jaccard >= COPIED:
        return Because(Ground.SHARED, {"share": percent(jaccard)})
    if one.agency and one.agency == other.agency and jaccard >= SIGNED:
        return Because(Ground.SIGNED, {"share": percent(jaccard), "agency": one.agency})
    if shared >= CONTAINED * smaller and smaller >= SHORTENED * larger:
        return Because(Ground.SHORTENED, {"share": percent(shared / smaller)})
    return None


def percent(share: float) -> int:
    """Return a share (0.0 to 1.0) in whole percent."""
    return round(share * 100)


def group_copies(prints: Iterable[Print]) -> dict[str, Copy]:
    """Return the origin of each of these documents: the earliest of those that are copies of each other."""
    by_id = {item.document_id: item for item in prints}
    banded: dict[int, list[str]] = defaultdict(list)
    for name, item in by_id.items():
        for band in find_bands(item.runs):
            banded[band].append(name)
    pairs = {(one, other) for names in banded.values() for one, other in combinations(sorted(names), 2)}
    links = [pair for pair in pairs if find_likeness(by_id[pair[0]], by_id[pair[1]])]
    groups = join_links(by_id, links)
    return {name: copy for names in groups for name, copy in name_origin([by_id[name] for name in names]).items()}


def join_links(names: Iterable[str], links: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Return the groups of names that links join."""
    parents = {name: name for name in names}

    def root(name: str) -> str:
        while parents[name] != name:
            parents[name] = parents[parents[name]]
            name = parents[name]
        return name

    for one, other in links:
        parents[root(one)] = root(other)
    groups: dict[str, list[str]] = defaultdict(list)
    for name in parents:
        groups[root(name)].append(name)
    return list(groups.values())


def name_origin(group: Sequence[Print]) -> dict[str, Copy]:
    """Return the origin of each document of a group of copies: the earliest, of several the first by id."""
    first = min(group, key=order_of)
    return {
        item.document_id: Copy(first.document_id, explain_copy(first, item).kept() if item is not first else None)
        for item in group
    }


def explain_copy(origin: Print, copy: Print) -> Because:
    """Return of which document another is a copy, and how that is known."""
    likeness = find_likeness(origin, copy) or Because(Ground.CHAINED)
    source = origin.outlet or origin.agency
    short = origin.document_id.removeprefix("sha256:")[:12]
    return Because(likeness.ground, {**likeness.values, **({"source": source} if source else {"document": short})})


def order_of(item: Print) -> tuple[str, str]:
    """Order documents by date, then by id."""
    return (item.published, item.document_id)
