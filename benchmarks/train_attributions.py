"""Trains the weights that decide between readings of attributions.

    python -m benchmarks.train_attributions --data DIR [DIR …] [--out FILE] [--all]

Each DIR holds `gold.jsonl` and `text/*.txt` in the form of the attribution benchmark. Three linear models are fitted:
is this word the cue of an attribution; what is each stretch of the sentence to it; which of several to keep where none
may nest. Every tenth document is kept aside, so that there is always a part of the set on which to see how the weights
do on text they were not made from; `--all` takes these in too. The weights that ship were made of train and dev without
it. No feature with a name in it gets a weight.
Needs SciPy; reading does not.
"""

import argparse
import bisect
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import expit, logsumexp

from benchmarks.common import open_text, plain_document
from legation.lexicon.cues import CueLexicon, load_cues
from legation.reading.attribution.arbiter import WEIGHTS, complement, make_arbiter
from legation.reading.attribution.cues import describe_cue, find_candidates
from legation.reading.attribution.quotations import POSSIBLE, Finder
from legation.reading.attribution.rivals import Draft, describe_rivalry
from legation.reading.attribution.units import Label, Unit, View, describe_unit, gold_decider, label_units
from legation.reading.attribution.words import Words, list_words
from legation.reading.parse.lemmas import load_lemmatizer
from legation.reading.parse.passages import parse_passages
from legation.reading.parse.pipeline import load_pipeline
from legation.reading.parse.trees import grow_trees

ROLES = {"source": Label.SOURCE, "cue": Label.CUE, "content": Label.CONTENT}
# Weights below this, in hundredths, are left out: they decide nothing and fill the file.
SMALL = 8
# The file does without these as well, to stay small.
SLIGHT = 11
Spans = Sequence[Sequence[int]]
Weights = dict[str, list[int]]
Matrix = NDArray[np.float64]
# The documents are read in so many parts for the third model.
PARTS = 2
# Vectors are made this much shorter beside the ones and zeros of the features, so that their weights stay small.
SCALE = 0.3
# Of every ten documents the one with this number is kept aside.
TENTH, ASIDE = 10, 7
# Words of which more than this share stand with a capital within sentences are names; the parts of features are words.
CAPITAL = 0.7
BETWEEN = re.compile(r"[=|:>/+]")
# How much the examples count against the penalty on large weights, and when the search for weights ends.
STRENGTH = 0.1
ROUNDS = 150


class Example(NamedTuple):
    """What is to be decided: names of features, the right label, and vectors of the words in question."""

    names: list[str]
    label: int
    vector: NDArray[np.float32] = np.zeros(0, np.float32)


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated attribution in a passage: its cue's head token and a label for every token."""

    head: int
    labels: Sequence[Label]


Passages = list[tuple[Words, list[Gold]]]


def main() -> None:
    """Read, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, nargs="+")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--all", action="store_true", help="keep no document aside")
    options = parser.parse_args()
    cues = load_cues()
    documents = enumerate(document for data in options.data for document in read_documents(data, cues))
    kept = [document for number, document in documents if options.all or number % TENTH != ASIDE]
    write_models(options.out, kept, cues)


def write_models(out: Path, documents: Sequence[Passages], cues: CueLexicon) -> None:
    """Fit the models and write them as JSON.

    What the third model sees must be as uncertain as in use, and the second must know what to do after a mistake of its
    own, so each part of the documents is read by models fitted on the others.
    """
    names = list_names(documents)
    rivals: list[Example] = []
    strayed: list[Example] = []
    for part in range(PARTS):
        others = [document for number, document in enumerate(documents) if number % PARTS != part]
        finder = Finder(cues, make_arbiter(fit_two(others, cues, names)))
        for words, gold in chain.from_iterable(documents[part::PARTS]):
            rivals.extend(rival_examples(words, gold, finder))
            strayed.extend(strayed_examples(words, gold, finder))
    models = fit_two(documents, cues, names, strayed) | {"rival": fit(rivals, 2, 4, names)[0]}
    for model in ("cue", "unit", "rival"):
        models[model] = {name: row for name, row in models[model].items() if max(map(abs, row)) >= SLIGHT}
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(models, ensure_ascii=False, sort_keys=True, separators=(",", ":")), encoding="utf-8")


def list_names(documents: Sequence[Passages]) -> frozenset[str]:
    """Return the words that are names: whose words are reported is chance, and no weight may rest on it."""
    seen: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for words in (words for document in documents for words, _ in document):
        for i, text in enumerate(words.texts):
            if (
                i > words.sentence[i][0]
                and text[0].isalpha()
                and (words.texts[i - 1][-1].isalnum() or words.texts[i - 1] == ",")
            ):
                forms = {words.lowers[i], words.lemmas[i]}
                seen.update(forms)
                named.update(forms if text[0].isupper() and words.tags[i][:2] in ("NN", "JJ") else ())
    # Single letters are none; and what a dependency is called may be written as a name is.
    labels = {dep for document in documents for words, _ in document for dep in words.deps}
    return frozenset(
        form for form, count in seen.items() if named[form] > CAPITAL * count and len(form) > 1 and form not in labels
    )


def fit_two(
    documents: Sequence[Passages], cues: CueLexicon, names: Set[str], strayed: Iterable[Example] = ()
) -> dict[str, Any]:
    """Fit the models of cues and of units; `strayed` are units seen after mistakes, beside those seen after none."""
    passages = [passage for document in documents for passage in document]
    rows = (row for words, gold in passages for row in cue_examples(words, gold, cues))
    cue, cue_dense = fit(rows, 2, 4, names)
    rows = (row for words, gold in passages for row in unit_examples(words, gold, cues))
    unit, unit_dense = fit(chain(rows, strayed), 5, 5, names)
    # Columns as the arbiter of attributions names them: three vectors of a cue, two of a unit with five labels each.
    columns = np.concatenate([*np.split(cue_dense, 3), *np.split(unit_dense, 2)], axis=1)
    return {"cue": cue, "unit": unit, "rival": {}, "dense": np.rint(columns * 10).astype(int).tolist()}


def read_documents(data: Path, cues: CueLexicon) -> Iterator[Passages]:
    """Yield the passages of every document with the attributions annotated in them."""
    nlp, lemmatizer = load_pipeline(), load_lemmatizer()
    for line in (data / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        document = plain_document(open_text(data / "text" / f"{row['doc']}.txt"))
        trees = grow_trees(parse_passages(document, nlp), lemmatizer)
        yield list(join_gold([list_words(tree) for tree in trees], row["attributions"], cues))


def join_gold(
    passages: Sequence[Words], annotated: Iterable[Mapping[str, Any]], cues: CueLexicon
) -> Iterator[tuple[Words, list[Gold]]]:
    """Yield each passage of a document with the annotations whose cue stands in it."""
    firsts = [words.starts[0] for words in passages]
    golds: list[list[Gold]] = [[] for _ in passages]
    for attribution in annotated:
        if attribution["cue"]:
            number = max(bisect.bisect_right(firsts, attribution["cue"][0][0]) - 1, 0)
            gold = align(passages[number], attribution, cues)
            if gold is not None:
                golds[number].append(gold)
    yield from zip(passages, golds, strict=True)


def align(words: Words, attribution: Mapping[str, Spans], cues: CueLexicon) -> Gold | None:
    """Lay an annotation over tokens; None if its cue covers none."""
    labels = [Label.NONE] * len(words)
    for role, label in ROLES.items():
        for start, end in attribution[role]:
            low, high = bisect.bisect_right(words.ends, start), bisect.bisect_left(words.starts, end)
            labels[low:high] = [label] * (high - low)
    cue = [i for i, label in enumerate(labels) if label is Label.CUE]
    tops = [i for i in cue if labels[words.heads[i]] is not Label.CUE or words.heads[i] == i]
    if not tops:
        return None
    head = min(tops, key=lambda i: (words.tags[i][0] != "V", words.tags[i][:2] not in ("NN", "JJ"), i))
    # "is aware that": the cue turns on the adjective, if the lexicon has it.
    telling = [i for i in words.kids_of(head, "acomp") if i in cue and cues.get(words.lemmas[i], "adjective")]
    if words.lemmas[head] == "be" and telling:
        return Gold(telling[0], labels)
    return Gold(telling_word(words, head, cue, cues), labels)


def telling_word(words: Words, head: int, cue: Sequence[int], cues: CueLexicon) -> int:
    """Return the word of the lexicon under a cue's head that is none itself: "began by telling", "has fears"."""
    known = {i for i, entry in find_candidates(words, cues) if entry is not None}
    if head in known:
        return head
    below = [(sum(1 for _ in climb(words, i, head)), i) for i in cue if i in known]
    return min(below, default=(0, head))[1]


def climb(words: Words, i: int, top: int) -> Iterator[int]:
    """Yield token i and the words above it, up to `top`, which is left out."""
    while i != top and words.heads[i] != i:
        yield i
        i = words.heads[i]


def cue_examples(words: Words, golds: Sequence[Gold], cues: CueLexicon) -> Iterator[Example]:
    """Yield candidates that are cues or are not; inside quotations and contents the annotation does not tell."""
    heads = {gold.head for gold in golds}
    hidden = {i for gold in golds for i, label in enumerate(gold.labels) if label is Label.CONTENT}
    for i, entry in find_candidates(words, cues):
        if i in heads or (i not in hidden and words.quote[i] < 0):
            near = words.vectors[[i, words.heads[i], complement(words, i)]].ravel()
            yield Example(describe_cue(words, i, entry, cues), int(i in heads), near)


def unit_examples(words: Words, golds: Sequence[Gold], cues: CueLexicon) -> Iterator[Example]:
    """Yield the units of each annotated attribution with their labels."""
    candidates = dict(find_candidates(words, cues))
    for gold in golds:
        rows: list[Example] = []
        right = gold_decider(gold.labels)

        def record(view: View, unit: Unit, rows: list[Example] = rows, right: Any = right) -> Label:
            label: Label = right(view, unit)
            near = view.words.vectors[[unit.head, view.cue]].ravel()
            rows.append(Example(describe_unit(view, unit), int(label), near))
            return label

        label_units(words, gold.head, candidates.get(gold.head), record)
        yield from rows


def strayed_examples(words: Words, golds: Sequence[Gold], finder: Finder) -> Iterator[Example]:
    """Yield the units that come after a first mistake of the finder, with the labels they should have.

    The features of a unit tell of the decisions before it: models that have only seen right ones go from bad to worse.
    Method: imitation of the right decisions along one's own way (DAgger: Ross, Gordon and Bagnell 2011), one round.
    """
    if not golds:
        return
    candidates, judge = dict(find_candidates(words, finder.cues)), finder.arbiter.judge(words)
    for gold in golds:
        rows: list[Example] = []
        mistakes: list[Label] = []
        right = gold_decider(gold.labels)

        def decide(
            view: View, unit: Unit, rows: list[Example] = rows, right: Any = right, mistakes: list[Label] = mistakes
        ) -> Label:
            made, wanted = judge.decide(view, unit), right(view, unit)
            if mistakes:
                near = view.words.vectors[[unit.head, view.cue]].ravel()
                rows.append(Example(describe_unit(view, unit), int(wanted), near))
            if made is not wanted:
                mistakes.append(made)
            return made

        label_units(words, gold.head, candidates.get(gold.head), decide)
        yield from rows


def rival_examples(words: Words, golds: Sequence[Gold], finder: Finder) -> Iterator[Example]:
    """Yield the possible attributions of a passage: those that are annotated so, in part at least, and others."""
    drafts = finder.drafts(words, list(find_candidates(words, finder.cues)), POSSIBLE, outside=True)
    for draft in drafts:
        yield Example(describe_rivalry(draft, drafts), int(any(agrees(draft, gold) for gold in golds)))


def agrees(draft: Draft, gold: Gold) -> bool:
    """Tell whether a draft has the cue of the annotation, and some of its content and source."""
    return draft.head == gold.head and all(
        any(gold.labels[i] is label for low, high in part for i in range(low, high))
        or not (part or label in gold.labels)
        for part, label in ((draft.source, Label.SOURCE), (draft.content, Label.CONTENT))
    )


def fit(examples: Iterable[Example], labels: int, rare: int, names: Set[str]) -> tuple[Weights, Matrix]:
    """Return weights in hundredths, one per label (or one for two labels): by feature, and by dimension of the vectors.

    Features with a name in them and small weights are left out.
    """
    rows = list(examples)
    counts = Counter(name for row in rows for name in set(row.names))
    common = (n for n, count in counts.items() if count >= rare)
    index = {
        n: i for i, n in enumerate(sorted(n for n in common if names.isdisjoint(BETWEEN.split(n.partition("=")[2]))))
    }
    ends: list[int] = [0]
    columns: list[int] = []
    for row in rows:
        columns.extend({index[name] for name in row.names if name in index})
        ends.append(len(columns))
    matrix = csr_matrix((np.ones(len(columns)), np.array(columns), np.array(ends)), shape=(len(rows), len(index)))
    vectors = np.array([row.vector for row in rows], dtype=np.float64) * SCALE
    weights = solve(matrix, vectors, np.array([row.label for row in rows]), labels) * 100
    hundredths = np.rint(weights[: len(index)]).astype(int)
    named = {name: hundredths[i].tolist() for name, i in index.items() if np.abs(hundredths[i]).max() >= SMALL}
    return named, weights[len(index) :] * SCALE


def solve(matrix: csr_matrix, vectors: Matrix, right: NDArray[np.int64], labels: int) -> Matrix:
    """Return the weights of a logistic regression, features first: a column per label, one for two labels.

    The usual objective with its quadratic penalty; features and vectors stay apart, since most of the former are zero
    and none of the latter.
    """
    width = labels if labels > 2 else 1
    wanted = np.eye(labels)[right] if labels > 2 else right[:, None].astype(np.float64)
    turned, split = matrix.T.tocsr(), matrix.shape[1]

    def lose(flat: Matrix) -> tuple[float, Matrix]:
        weights = flat.reshape(-1, width)
        sums = matrix @ weights[:split] + vectors @ weights[split:]
        if labels > 2:
            logs = sums - logsumexp(sums, axis=1, keepdims=True)
            loss, miss = -float((wanted * logs).sum()), np.exp(logs) - wanted
        else:
            loss, miss = float((np.logaddexp(0, sums) - wanted * sums).sum()), expit(sums) - wanted
        slope = np.concatenate([turned @ miss, vectors.T @ miss]) * STRENGTH + weights
        return STRENGTH * loss + float((weights**2).sum()) / 2, slope.ravel()

    start = np.zeros((split + vectors.shape[1]) * width)
    found: Matrix = minimize(lose, start, jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS}).x
    return found.reshape(-1, width)


if __name__ == "__main__":
    main()
