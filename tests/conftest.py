"""What many tests share: the model and the compiled lexicon, each built once."""

import pytest
from spacy.language import Language

from legation.lexicon.actors import load_actors
from legation.reading.names.gazetteer import Gazetteer, build_gazetteer
from legation.reading.parse.pipeline import load_pipeline
from legation.reading.reader import Reader, load_reader


@pytest.fixture(scope="session")
def nlp() -> Language:
    """Return the pipeline; tests that use it are marked `model`."""
    return load_pipeline()


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """Return the actor lexicon, compiled."""
    return build_gazetteer(load_actors())


@pytest.fixture(scope="session")
def reader() -> Reader:
    """Return the whole reader; tests that use it are marked `model`."""
    return load_reader()
