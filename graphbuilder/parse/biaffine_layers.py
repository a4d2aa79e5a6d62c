"""The arithmetic of the parser, one text at a time: what a text gives depends on no other text."""

from collections.abc import Mapping
from functools import cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Weights = Mapping[str, Floats]

# Numbers for each word in context; layers; and the widths of what scores heads and labels.
WIDTH, LAYERS = 256, 3
ARC, LABEL, PRODUCT = 192, 128, 64

# Distances up to eight stand alone, longer ones in classes; left and right differ.
_EDGES = np.array([9, 12, 16, 23, 32, 48])
_NEAR = 8
BUCKETS = 2 * (_NEAR + len(_EDGES)) + 1


@cache
def distance_buckets(size: int) -> NDArray[np.int64]:
    """Class the distance of each pair of places.

    Args:
        size: The number of places.

    Returns:
        For each place (row) and each other place (column) the class of the way from the first to the second.
    """
    way = np.arange(size)[None, :] - np.arange(size)[:, None]
    length = np.abs(way)
    level = np.where(length <= _NEAR, length, _NEAR + np.searchsorted(_EDGES, length, side="right"))
    return np.asarray(np.sign(way) * level + BUCKETS // 2)


def enter(weights: Weights, parts: Floats) -> Floats:
    """Mix what is known of one word alone.

    One word at a time: a product of matrices may round a row differently when other rows stand beside it.

    Args:
        weights: Arrays by name.
        parts: The word's vectors, its own rows summed, and the rows of its parts summed, one behind the other.

    Returns:
        `WIDTH` numbers, not yet normalised.
    """
    return parts @ weights["input.W"] + weights["input.b"]


def encode(weights: Weights, words: Floats, blanks: Floats) -> Floats:
    """Give every word of a text its numbers in context.

    Args:
        weights: Arrays by name.
        words: What `enter` gives, a row for each word.
        blanks: 1 where a blank follows the word, else 0.

    Returns:
        Words by `WIDTH`.
    """
    x = words + blanks[:, None] * weights["blank"]
    x = _normalise(x, weights["input.gain"], weights["input.shift"])
    for layer in range(LAYERS):
        name = f"layer{layer}"
        x = x + _remember(weights, name, x)
        x = _normalise(x, weights[f"{name}.gain"], weights[f"{name}.shift"])
    return x


def _normalise(x: Floats, gain: Floats, shift: Floats) -> Floats:
    x = x - x.mean(axis=1, keepdims=True)
    scale = 1 / np.sqrt(np.einsum("ij,ij->i", x, x) / np.float32(x.shape[1]) + np.float32(1e-5))
    x *= scale[:, None]
    x *= gain
    x += shift
    return x


def _remember(weights: Weights, name: str, x: Floats) -> Floats:
    """Read a text from both ends with gated memories; the gates see a word and its neighbours."""
    size, half = len(x), WIDTH // 2
    window = np.zeros((size, 3 * WIDTH), dtype=np.float32)
    window[1:, :WIDTH] = x[:-1]
    window[:, WIDTH : 2 * WIDTH] = x
    window[:-1, 2 * WIDTH :] = x[1:]
    gates = window @ weights[f"{name}.W"]
    gates += weights[f"{name}.b"]
    keep = _sigmoid(gates[:, WIDTH : 2 * WIDTH])
    new = np.tanh(gates[:, :WIDTH]) * (1 - keep)
    for values in (keep, new):
        values[:, half:] = values[::-1, half:].copy()
    before = new[0]
    for kept, now in zip(keep[1:], new[1:], strict=True):
        kept *= before
        now += kept
        before = now
    new[:, half:] = new[::-1, half:].copy()
    new *= _sigmoid(gates[:, 2 * WIDTH :])
    return np.asarray(new @ weights[f"{name}.V"])


def _sigmoid(x: Floats) -> Floats:
    y = np.exp(-x)
    y += 1
    return np.reciprocal(y, out=y)


def start_scores(weights: Weights, x: Floats) -> Floats:
    """Score every word as the first of a sentence; above 0 it is more likely than not."""
    return np.asarray(x @ weights["start.W"][:, 0] + weights["start.b"][0])


def arc_parts(weights: Weights, x: Floats) -> tuple[Floats, Floats, Floats, Floats]:
    """Prepare the scores of arcs for all words of a text.

    Args:
        weights: Arrays by name.
        x: What `encode` gives.

    Returns:
        For each word: itself as a dependent, as a head, and either's liking for distances.
    """
    both = np.maximum(x @ weights["arc.W"] + weights["arc.b"], 0)
    low, high = np.ascontiguousarray(both[:, :ARC]), np.ascontiguousarray(both[:, ARC:])
    return low @ weights["arc.U"], high, low @ weights["arc.near"], high @ weights["arc.far"]


def arc_scores(parts: tuple[Floats, Floats, Floats, Floats], places: NDArray[np.int64]) -> Floats:
    """Score the words of one sentence as heads of one another; a word as its own head is the root.

    Args:
        parts: What `arc_parts` gives.
        places: The words of the sentence.

    Returns:
        Words by heads.
    """
    low, high, near, far = (part[places] for part in parts)
    buckets = _buckets_up_to(len(places))[: len(places), : len(places)]
    row = np.arange(len(places))
    scores = low @ high.T
    scores += near[row[:, None], buckets]
    scores += far[row[None, :], buckets]
    return np.asarray(scores)


def _buckets_up_to(size: int) -> NDArray[np.int64]:
    return distance_buckets(64 * -(-size // 64))


def label_scores(weights: Weights, x: Floats, heads: NDArray[np.int64]) -> Floats:
    """Score the labels of the arcs from the heads.

    Args:
        weights: Arrays by name.
        x: What `encode` gives.
        heads: The place of each word's head.

    Returns:
        Words by labels.
    """
    both = x @ weights["label.W"]
    low, high = both[:, : LABEL + PRODUCT], both[heads, LABEL + PRODUCT :]
    joined = np.empty_like(low)
    np.maximum(low[:, :LABEL] + high[:, :LABEL] + weights["label.b"], 0, out=joined[:, :LABEL])
    np.multiply(low[:, LABEL:], high[:, LABEL:], out=joined[:, LABEL:])
    return np.asarray(joined @ weights["label.U"] + weights["label.c"])
