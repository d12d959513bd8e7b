"""The reader: a `Document` → a `Reading`, by every finder in order. Same document, lexicon and version: same bytes."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from legation.documents.document import Document
from legation.lexicon.actors import load_actors
from legation.lexicon.cues import CueLexicon, load_cues
from legation.lexicon.frames import load_classes, load_frames
from legation.lexicon.overlay import laid_over
from legation.lexicon.status import load_status
from legation.lexicon.titles import load_titles
from legation.reading.amounts.quantities import find_quantities
from legation.reading.attribution.arbiter import load_arbiter
from legation.reading.attribution.quotations import find_attributions
from legation.reading.claim import Form, Reading
from legation.reading.claims.making import Found, Rules, find_claims
from legation.reading.frames.framebook import compile_frames
from legation.reading.frames.partykinds import is_person
from legation.reading.mentions import find_mentions
from legation.reading.names.gazetteer import Gazetteer, build_gazetteer
from legation.reading.parse.lemmas import Lemmatizer, load_lemmatizer
from legation.reading.parse.passages import Passage, find_stretches, parse_passages
from legation.reading.parse.pipeline import load_pipeline
from legation.reading.parse.trees import grow_trees
from legation.reading.status.ahead import plan_ahead
from legation.reading.status.headlines import read_headlines
from legation.reading.status.statuswords import index_status
from legation.reading.times.anchors import anchor_times
from legation.reading.times.finding import cut_tokens, times_of

# Raised whenever the same text may read differently: records keep the readings of each version apart.
VERSION = "reader/14"
# New objects after which the garbage collector looks for circles among them; some documents make half as many.
SWEEP = 50_000


@dataclass(frozen=True, slots=True)
class Reader:
    """The model and the compiled lexicons; holds no state, so that one reader can serve many documents or processes.

    `folder` is the analyst's own lexicon folder, laid over the word lists that the finders ask for.
    """

    nlp: Language
    lemmatizer: Lemmatizer
    gazetteer: Gazetteer
    cues: CueLexicon
    rules: Rules
    version: str = VERSION
    folder: Path | None = None

    def read(self, document: Document) -> Reading:
        """Return everything the document says, as frozen values."""
        with laid_over(self.folder):
            return self.read_passages(document, parse_passages(document, self.nlp, self.gazetteer.known_name))

    def read_passages(self, document: Document, passages: Sequence[Passage]) -> Reading:
        """Return the reading of a document that has been parsed already."""
        with laid_over(self.folder):
            return self.find_all(document, passages)

    def find_all(self, document: Document, passages: Sequence[Passage]) -> Reading:
        """Return what every finder finds, in order."""
        trees = grow_trees(passages, self.lemmatizer)
        mentions = find_mentions(trees, self.gazetteer, document)
        stretches = [span for span, _ in find_stretches(document)]
        tokens = cut_tokens(document, stretches)
        names = [mention.span for mention in mentions if mention.form is Form.NAME and is_person(mention)]
        times = anchor_times(times_of(tokens, document, names), passages, document)
        quantities = find_quantities(passages, times, document, tokens, mentions)
        attributions = find_attributions(passages, mentions, self.cues, self.lemmatizer, trees=trees)
        found = Found(document.text, mentions, times, quantities, attributions)
        claims = read_headlines(find_claims(trees, found, self.rules), trees, (mentions, times), document)
        claims = plan_ahead(claims, times, trees, document)
        return Reading(document, tuple(mentions), tuple(times), tuple(quantities), tuple(attributions), tuple(claims))

    def read_many(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """Yield the readings of the documents, in their order."""
        return (self.read(document) for document in documents)


def load_reader(extra: Path | None = None) -> Reader:
    """Load the model and compile the lexicons, with an analyst's own folder laid over them.

    Raises BadLexicon naming the file and the entry that does not fit.
    """
    rules = Rules(compile_frames(load_frames(extra), load_classes(extra)), index_status(load_status(extra)))
    reader = Reader(
        load_pipeline(),
        load_lemmatizer(),
        build_gazetteer(load_actors(extra), load_titles(extra)),
        load_cues(extra),
        rules,
        folder=extra,
    )
    load_arbiter()
    # The lexicons and weights are some hundred thousand objects that stay: looked through by the garbage collector
    # again and again, they cost a tenth of the time of reading. What a reading makes goes without the collector, as
    # nothing in it goes in circles; swept as often as by default, it costs another thirtieth.
    gc.freeze()
    gc.set_threshold(max(SWEEP, gc.get_threshold()[0]))
    return reader
