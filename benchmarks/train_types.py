"""Trains the weights that decide the event type of a pair, and measures them on folds they have not seen.

    python -m benchmarks.train_types --data FILE.tsv [--out FILE] [--folds N [--repeats N]]

FILE has the columns of the pair benchmark and `sentence_id gold_root`. Two models are fitted. That of features learns
from the rows and from the examples of the frame lexicon, and from both with part of the lexicon withheld: so it knows
what to do where no frame holds. That of phrases learns from the rows alone. Rows of our own, `own_pairs.tsv` beside
this file, join those of the data.

With --folds nothing is written: the rows of a sentence stay in one fold, and the figures of the frames alone and of the
arbiter are printed, each also with a share of the lexicon withheld at test, as on texts whose words it lacks.
Needs scikit-learn; reading does not.
"""

import argparse
import csv
import json
import math
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score
from sklearn.model_selection import StratifiedGroupKFold

from benchmarks.common import plain_document
from benchmarks.plv import unmark
from legation.documents.span import Span
from legation.lexicon.frames import FrameEntry, load_frames
from legation.reading.claims.making import Found, Rules, find_claims
from legation.reading.conventions import UNCODED, converted_root, folded
from legation.reading.mentions import find_mentions
from legation.reading.pairs import ALWAYS, describe_pair, list_phrases, view_pair
from legation.reading.pairtypes import WEIGHTS, make_type_arbiter
from legation.reading.parse.passages import parse_passages
from legation.reading.parse.trees import Tree, grow_trees
from legation.reading.reader import Reader, load_reader

# Rows of our own, after the codebook, most of types that the data has few of.
OWN = Path(__file__).parent / "own_pairs.tsv"
# How much of the lexicon the withheld versions lack: measured on folds, from none to 30 %.
WITHHELD = 0.15
VERSIONS = 2
# How much an example of the lexicon counts beside a row of the data.
EXAMPLE_WEIGHT = 0.15
# A feature must be seen so often, in whatever version of a row: those of a single example of the lexicon are kept.
RARE = 2
# How much more the rare features tell, and how little large weights are punished. The four together were chosen of some
# thirty settings on two divisions into folds, so that what they gain is a little less on new data.
RARITY = 1.5
STRENGTH = 0.15
# The same for phrases, and how much they say beside the features. They gain .01 on folds, .02 with part of the lexicon
# withheld; shares from .4 to 1 do alike, probabilities fit best here. Examples of the lexicon do phrases no good.
PHRASE_STRENGTH = 1.0
PHRASE_SHARE = 0.67
FOLD = {"DEMAND": "REQUEST"}


Weights = dict[str, list[int]]


@dataclass(frozen=True, slots=True)
class Seen:
    """One pair as the models see it: its features, the phrases of its text, and the type that the frames alone give."""

    features: Sequence[str]
    phrases: Sequence[str]
    framed: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled pair: its group (rows of one sentence), and how it looks under each version of the lexicon."""

    group: str
    type: str
    versions: Sequence[Seen]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Pair:
    """A parsed text and where source and target stand in it."""

    text: str
    spans: dict[str, Span]
    trees: Sequence[Tree]


def main() -> None:
    """Read, then measure or fit and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--folds", type=int)
    parser.add_argument("--repeats", type=int, default=2)
    options = parser.parse_args()
    reader = load_reader()
    rows, examples, own = (
        list(read_rows(options.data, reader)),
        list(read_examples(reader)),
        list(read_rows(OWN, reader)),
    )
    if options.folds:
        for seed in range(options.repeats):
            print_figures(rows, own, examples, options.folds, seed)
        return
    text = json.dumps(fit([*rows, *own], examples), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    options.out.write_text(text.replace('],"', '],\n"') + "\n", encoding="utf-8")


def read_rows(path: Path, reader: Reader) -> Iterator[Row]:
    """Yield the rows of the data, each seen with the whole lexicon first, then with parts of it withheld."""
    csv.field_size_limit(10**9)
    rules = [reader.rules, *(withhold(reader.rules, seed) for seed in range(VERSIONS + 1))]
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            text, spans = unmark(row["marked_sentence"])
            pair = Pair(text, spans, parse(text, reader))
            kind = folded(FOLD.get(row["gold_root"], row["gold_root"]))
            yield Row(row.get("sentence_id", text), kind, [see(pair, version) for version in rules])


def parse(text: str, reader: Reader) -> list[Tree]:
    """Return the trees of a text."""
    return grow_trees(parse_passages(plain_document(text), reader.nlp), reader.lemmatizer)


def see(pair: Pair, rules: Rules) -> Seen:
    """Return how a pair looks under a lexicon."""
    view = view_pair(pair.text, pair.spans, pair.trees, rules)
    return Seen(describe_pair(view, rules), list_phrases(view), view.framed)


def withhold(rules: Rules, seed: int) -> Rules:
    """Return the rules without a share of the opening words, drawn by the seed.

    Each word is drawn for itself, so that a word more in the lexicon leaves the fate of the others as it was.
    """
    kept = {
        key: found for key, found in rules.book.frames.items() if random.Random(f"{seed} {key}").random() >= WITHHELD
    }
    return replace(rules, book=replace(rules.book, frames=kept))


def read_examples(reader: Reader) -> Iterator[Row]:
    """Yield the examples of the frame lexicon as the reader codes them, with and without the words of their entry."""
    for entry in load_frames():
        if entry.type not in UNCODED:
            yield from read_example(entry, reader)


def read_example(entry: FrameEntry, reader: Reader) -> Iterator[Row]:
    """Yield one example, if it has a claim of the entry's type with an agent."""
    document, text = plain_document(entry.example), entry.example
    passages = parse_passages(document, reader.nlp)
    trees = grow_trees(passages, reader.lemmatizer)
    mentions = find_mentions(trees, reader.gazetteer, document)
    claims = find_claims(trees, Found(text, mentions, [], [], []), reader.rules)
    claims = [c for c in claims if c.type in (entry.type, entry.negated) and c.agents]
    if not claims:
        return
    claim = max(claims, key=lambda claim: (bool(claim.recipients), claim.score))
    spans = {mention.id: mention.span for mention in mentions}
    others = (*claim.recipients, *claim.agents[1:])
    pair = Pair(text, {"s": spans[claim.agents[0]]} | ({"t": spans[others[0]]} if others else {}), trees)
    words = {*entry.verb, *entry.noun, *entry.adjective}
    kept = {key: frames for key, frames in reader.rules.book.frames.items() if key[1] not in words}
    without = replace(reader.rules, book=replace(reader.rules.book, frames=kept))
    yield Row(text, converted_root(claim), [see(pair, reader.rules), see(pair, without)], EXAMPLE_WEIGHT)


def fit(rows: Sequence[Row], examples: Sequence[Row] = ()) -> dict[str, Any]:
    """Return both models as their file holds them; `examples` are for the first alone."""
    types, weights = fit_features([*rows, *examples])
    phrases, leaning = fit_phrases(rows)
    # How the phrases lean before any is seen counts as well: half a point on folds, most of it in the rarer types.
    weights[ALWAYS] = [weight + more for weight, more in zip(weights[ALWAYS], leaning, strict=True)]
    return {"types": types, "weights": weights, "phrases": phrases}


def fit_features(rows: Sequence[Row]) -> tuple[list[str], Weights]:
    """Return the types, and the weights of features in their order."""
    seen = [
        (view.features, row.type, row.weight / len(row.versions[: VERSIONS + 1]))
        for row in rows
        for view in row.versions[: VERSIONS + 1]
    ]
    counts = Counter(name for features, _, _ in seen for name in features)
    index = number(counts)
    # What is rare tells more: one and a half points on folds with part of the lexicon withheld.
    rarity = (np.log(1 + len(seen) / (1 + np.array([counts[name] for name in index]))) / 3) ** RARITY
    model = solve(
        matrix((features for features, _, _ in seen), index) @ diags(rarity),
        [kind for _, kind, _ in seen],
        [weight for _, _, weight in seen],
        STRENGTH,
    )
    weights = model.coef_.T * rarity[:, None]
    weights[index[ALWAYS]] += model.intercept_
    return [str(kind) for kind in model.classes_], hundredths(weights, index)


def fit_phrases(rows: Sequence[Row]) -> tuple[Weights, list[int]]:
    """Return the weights of phrases, and how much each type has without any.

    Phrases stand in their rows as rare as they are, and less in a long text.
    """
    seen = [row.versions[0].phrases for row in rows]
    counts = Counter(phrase for phrases in seen for phrase in phrases)
    index = number(counts)
    rarity = np.log((1 + len(seen)) / (1 + np.array([counts[phrase] for phrase in index]))) + 1
    lengths = diags([1 / math.sqrt(max(len(phrases), 1)) for phrases in seen])
    model = solve(
        lengths @ matrix(seen, index) @ diags(rarity), [row.type for row in rows], [1.0] * len(rows), PHRASE_STRENGTH
    )
    leaning: list[int] = np.rint(model.intercept_ * PHRASE_SHARE * 100).astype(int).tolist()
    return hundredths(model.coef_.T * rarity[:, None] * PHRASE_SHARE, index), leaning


def number(counts: Mapping[str, int]) -> dict[str, int]:
    """Return a number for each name that is not too rare."""
    return {name: i for i, name in enumerate(sorted(n for n, count in counts.items() if count >= RARE))}


def solve(rows: csr_matrix, kinds: Sequence[str], weights: Sequence[float], strength: float) -> LogisticRegression:
    """Fit a logistic regression in which all types together weigh the same."""
    shares: dict[str, float] = {}
    for kind, weight in zip(kinds, weights, strict=True):
        shares[kind] = shares.get(kind, 0.0) + weight
    mean = sum(shares.values()) / len(shares)
    balanced = [weight * mean / shares[kind] for kind, weight in zip(kinds, weights, strict=True)]
    return LogisticRegression(C=strength, max_iter=150).fit(rows, kinds, sample_weight=balanced)


def hundredths(weights: NDArray[np.float64], index: Mapping[str, int]) -> Weights:
    """Return weights in hundredths by name, without the rows that say nothing.

    Small weights stay: there are so many that together they decide some pairs, a third of a point on folds.
    """
    rounded = np.rint(weights * 100).astype(int)
    return {name: rounded[i].tolist() for name, i in index.items() if rounded[i].any()}


def matrix(rows: Iterable[Sequence[str]], index: dict[str, int]) -> csr_matrix:
    """Return rows of features as a sparse matrix of ones."""
    ends, columns = [0], []
    for features in rows:
        columns.extend(index[name] for name in features if name in index)
        ends.append(len(columns))
    return csr_matrix((np.ones(len(columns)), np.array(columns), np.array(ends)), shape=(len(ends) - 1, len(index)))


def print_figures(rows: Sequence[Row], own: Sequence[Row], examples: Sequence[Row], folds: int, seed: int) -> None:
    """Print macro F1 and accuracy of frames and arbiter on held-out folds."""
    kinds = [row.type for row in rows]
    splitter = StratifiedGroupKFold(folds, shuffle=True, random_state=seed)
    whole, poor = [""] * len(rows), [""] * len(rows)
    last = VERSIONS + 1
    for train, test in splitter.split(kinds, kinds, [row.group for row in rows]):
        arbiter = make_type_arbiter(fit([*(rows[i] for i in train), *own], examples))
        for i in test:
            whole[i], poor[i] = (
                arbiter.decide(seen.features, seen.phrases).type
                for seen in (rows[i].versions[0], rows[i].versions[last])
            )
    print_line(f"{seed} frames alone", kinds, [str(row.versions[0].framed) for row in rows])
    print_line(f"{seed} arbiter", kinds, whole)
    print_line(f"{seed} frames alone, {WITHHELD:.0%} withheld", kinds, [str(r.versions[last].framed) for r in rows])
    print_line(f"{seed} arbiter, {WITHHELD:.0%} withheld", kinds, poor)


def print_line(name: str, gold: Sequence[str], given: Sequence[str]) -> None:
    """Print one line of figures."""
    macro = f1_score(gold, given, average="macro", labels=sorted(set(gold)))
    print(f"{name:36} macro F1 {macro:.4f}  accuracy {accuracy_score(gold, given):.4f}", flush=True)


if __name__ == "__main__":
    main()
