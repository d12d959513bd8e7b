"""Vectors of words in their place: what the shipped model makes of them, worked out without its layers in between.

Those layers are made for training: each allocates its arrays anew, through the whole batch, and keeps what a step back
would need, which costs as much as the products themselves.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from numpy import add, array, concatenate, dot, empty, float32, maximum, multiply, square, uint64, unique, zeros
from numpy.typing import NDArray
from thinc.api import Model, with_array

Rows = NDArray[float32]
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
# Added to the variance before it divides.
LEAST = 1e-08


@dataclass(frozen=True, slots=True)
class Mixer:
    """A product, the largest of each `pieces` columns of it, then every row brought to mean 0 and variance 1, scaled.

    `weights` has a row per dimension of the input; its columns are the first pieces of all dimensions of the output,
    then the second ones, and so on: what is compared lies in memory as what comes of it does.
    """

    weights: Rows
    bias: Rows
    scale: Rows
    shift: Rows
    pieces: int

    def mix(self, rows: Rows, products: Rows) -> Rows:
        """Return the mixed rows; `products`, which has a column per weight, is only room to work in."""
        dot(rows, self.weights, out=products)
        add(products, self.bias, out=products)
        width = len(self.scale)
        mixed: Rows = maximum(products[:, :width], products[:, width : 2 * width])
        for piece in range(2, self.pieces):
            maximum(mixed, products[:, piece * width : (piece + 1) * width], out=mixed)
        mixed -= mixed.mean(axis=1, keepdims=True)
        variance = square(mixed).mean(axis=1, keepdims=True) + LEAST
        mixed *= variance ** (-1.0 / 2.0)
        multiply(mixed, self.scale, out=mixed)
        return add(mixed, self.shift, out=mixed)


def take_mixer(layers: Any) -> Mixer:
    """Return the mixer that stands among these layers, which hold one maxout and one normalisation."""
    nodes = {node.name: node for node in layers.walk()}
    weights, bias = (nodes["maxout"].get_param(name) for name in ("W", "b"))
    scale, shift = (nodes["layernorm"].get_param(name) for name in ("G", "b"))
    outputs, pieces, inputs = weights.shape
    apart = weights.transpose(1, 0, 2).reshape(pieces * outputs, inputs)
    return Mixer(apart.T, bias.T.reshape(-1), scale, shift, pieces)


def streamline(tok2vec: Any) -> None:
    """Let a tok2vec component work without its layers in between; it can no longer be trained.

    The vectors differ from those of the component as shipped in their last bits only.
    """
    embed, encode = tok2vec.model.layers
    extract, flatten, tables, mix, unflatten = embed.layers
    hashed = [node for node in tables.walk() if node.name == "hashembed"]
    once: Any = Model("embed-once", embed_distinct, layers=hashed, attrs={"mixer": take_mixer(mix)})
    embed._layers = [extract, flatten, with_array(once), unflatten]
    mixers = [take_mixer(layer) for layer in encode.layers[0].layers]
    whole: Any = Model("encode-at-once", encode_paragraphs, attrs={"mixers": mixers, "gap": encode.attrs["pad"]})
    tok2vec.model._layers = [embed, whole]


def embed_distinct(model: Any, rows: Any, *, is_train: bool) -> tuple[Rows, Callable[[Any], Any]]:
    """Return a vector for each row of a token's features, worked out once for each distinct row of the batch.

    The embedding of a token hangs on its form alone, and half the tokens of a text are repeated forms.
    """
    refuse(is_train)
    keys = (rows * MIXING[: rows.shape[1]]).sum(axis=1, dtype=uint64)
    _, first, back = unique(keys, return_index=True, return_inverse=True)
    distinct, mixer = rows[first], model.attrs["mixer"]
    found = concatenate([look_up(table, distinct[:, table.attrs["column"]]) for table in model.layers], axis=1)
    return mixer.mix(found, empty((len(first), len(mixer.bias)), float32))[back], refuse


def look_up(table: Any, features: Any) -> Rows:
    """Return what a table of the model holds for each value of a feature, looked up once for each distinct one."""
    distinct, back = unique(features, return_inverse=True)
    found: Rows = table.predict(distinct)[back]
    return found


def encode_paragraphs(
    model: Any, paragraphs: Sequence[Rows], *, is_train: bool
) -> tuple[list[Rows], Callable[[Any], Any]]:
    """Return the vectors of the words of paragraphs: every mixer adds what it makes of a word and its neighbours.

    All paragraphs stand in one array with rows of noughts between them, so many that none sees into the next.
    """
    refuse(is_train)
    mixers, gap = model.attrs["mixers"], model.attrs["gap"]
    width = len(mixers[0].scale)
    ends = list(accumulate(gap + len(paragraph) for paragraph in paragraphs))
    rows = zeros((ends[-1] + gap, width), float32)
    for paragraph, end in zip(paragraphs, ends, strict=True):
        rows[end - len(paragraph) : end] = paragraph
    seen = zeros((len(rows), 3 * width), float32)
    products = empty((len(rows), len(mixers[0].bias)), float32)
    for mixer in mixers:
        seen[1:, :width], seen[:, width : 2 * width], seen[:-1, 2 * width :] = rows[:-1], rows, rows[1:]
        rows += mixer.mix(seen, products)
    return [rows[end - len(paragraph) : end] for paragraph, end in zip(paragraphs, ends, strict=True)], refuse


def refuse(asked: object) -> None:
    """Raise ValueError where something is asked that only training needs; the shape of a thinc callback."""
    if asked is not False:
        raise ValueError("this pipeline only reads; train the model as it is shipped")
