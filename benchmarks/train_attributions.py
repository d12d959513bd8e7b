"""Trains the weights that decide between readings of attributions.

    python -m benchmarks.train_attributions --data DIR [--out FILE]

DIR holds `gold.jsonl` and `text/*.txt` in the form of the attribution benchmark. Three linear models are fitted: is
this word the cue of an attribution; what is each stretch of the sentence to it; which of several to keep where none may
nest. Needs scikit-learn; reading does not.
"""

import argparse
import bisect
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from benchmarks.common import open_text, plain_document
from legation.lexicon.cues import CueLexicon, load_cues
from legation.reading.arbiter import WEIGHTS, make_arbiter
from legation.reading.cues import describe_cue, find_candidates
from legation.reading.lemmas import load_lemmatizer
from legation.reading.passages import parse_passages
from legation.reading.pipeline import load_pipeline
from legation.reading.quotations import POSSIBLE, Finder
from legation.reading.rivals import describe_rivalry
from legation.reading.trees import grow_tree
from legation.reading.units import Label, Unit, View, describe_unit, gold_decider, label_units
from legation.reading.words import Words, list_words

ROLES = {"source": Label.SOURCE, "cue": Label.CUE, "content": Label.CONTENT}
# Weights below this, in hundredths, are left out: they decide nothing and fill the file.
SMALL = 8
Spans = Sequence[Sequence[int]]
Example = tuple[list[str], int]
Weights = dict[str, list[int]]


@dataclass(frozen=True, slots=True)
class Gold:
    """One annotated attribution in a passage: its cue's head token and a label for every token."""

    head: int
    labels: Sequence[Label]


Passages = list[tuple[Words, list[Gold]]]


def main() -> None:
    """Read, fit, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    cues = load_cues()
    write_models(options.out, list(read_documents(options.data, cues)), cues)


def write_models(out: Path, documents: Sequence[Passages], cues: CueLexicon) -> None:
    """Fit the models and write them as JSON.

    What the third model sees must be as uncertain as in use, so each half of the documents is read by models fitted
    on the other half.
    """
    halves = documents[::2], documents[1::2]
    rivals: list[Example] = []
    for own, other in (halves, halves[::-1]):
        finder = Finder(cues, make_arbiter(fit_two(other, cues)))
        rivals.extend(
            row for document in own for words, gold in document for row in rival_examples(words, gold, finder)
        )
    models = fit_two(documents, cues) | {"rival": fit(rivals, labels=2, rare=4)}
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(models, ensure_ascii=False, sort_keys=True, separators=(",", ":")), encoding="utf-8")


def fit_two(documents: Sequence[Passages], cues: CueLexicon) -> dict[str, Weights]:
    """Fit the models of cues and of units."""
    passages = [passage for document in documents for passage in document]
    return {
        "cue": fit((row for words, gold in passages for row in cue_examples(words, gold, cues)), labels=2, rare=4),
        "unit": fit((row for words, gold in passages for row in unit_examples(words, gold, cues)), labels=5, rare=5),
        "rival": {},
    }


def read_documents(data: Path, cues: CueLexicon) -> Iterator[Passages]:
    """Yield the passages of every document with the attributions annotated in them."""
    nlp, lemmatizer = load_pipeline(), load_lemmatizer()
    for line in (data / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        document = plain_document(open_text(data / "text" / f"{row['doc']}.txt"))
        trees = [grow_tree(passage, lemmatizer) for passage in parse_passages(document, nlp)]
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
    return Gold(telling[0] if words.lemmas[head] == "be" and telling else head, labels)


def cue_examples(words: Words, golds: Sequence[Gold], cues: CueLexicon) -> Iterator[Example]:
    """Yield candidates that are cues or are not; inside quotations and contents the annotation does not tell."""
    heads = {gold.head for gold in golds}
    hidden = {i for gold in golds for i, label in enumerate(gold.labels) if label is Label.CONTENT}
    for i, entry in find_candidates(words, cues):
        if i in heads or (i not in hidden and words.quote[i] < 0):
            yield describe_cue(words, i, entry), int(i in heads)


def unit_examples(words: Words, golds: Sequence[Gold], cues: CueLexicon) -> Iterator[Example]:
    """Yield the units of each annotated attribution with their labels."""
    candidates = dict(find_candidates(words, cues))
    for gold in golds:
        rows: list[Example] = []
        right = gold_decider(gold.labels)

        def record(view: View, unit: Unit, rows: list[Example] = rows, right: Any = right) -> Label:
            label: Label = right(view, unit)
            rows.append((describe_unit(view, unit), int(label)))
            return label

        label_units(words, gold.head, candidates.get(gold.head), record)
        yield from rows


def rival_examples(words: Words, golds: Sequence[Gold], finder: Finder) -> Iterator[Example]:
    """Yield the possible attributions of a passage, annotated ones and others."""
    heads = {gold.head for gold in golds}
    drafts = finder.drafts(words, POSSIBLE, outside=True)
    for draft in drafts:
        yield describe_rivalry(draft, drafts), int(draft.head in heads)


def fit(examples: Iterable[Example], labels: int, rare: int) -> Weights:
    """Return weights by feature, in hundredths, one per label (or one for two labels); small ones left out."""
    rows = list(examples)
    counts = Counter(name for names, _ in rows for name in set(names))
    index = {name: number for number, name in enumerate(sorted(n for n, count in counts.items() if count >= rare))}
    ends: list[int] = [0]
    columns: list[int] = []
    for names, _ in rows:
        columns.extend({index[name] for name in names if name in index})
        ends.append(len(columns))
    matrix = csr_matrix((np.ones(len(columns)), np.array(columns), np.array(ends)), shape=(len(rows), len(index)))
    model = LogisticRegression(C=0.1, max_iter=150, fit_intercept=False)
    model.fit(matrix, [label for _, label in rows])
    weights = np.zeros((len(index), labels if labels > 2 else 1))
    where = [0] if labels == 2 else [int(c) for c in model.classes_]
    weights[:, where] = model.coef_.T
    hundredths = np.rint(weights * 100).astype(int)
    return {name: hundredths[i].tolist() for name, i in index.items() if np.abs(hundredths[i]).max() >= SMALL}


if __name__ == "__main__":
    main()
