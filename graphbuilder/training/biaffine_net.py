"""The network of the parser while it learns: the arithmetic of `parse.biaffine` in batches, with what it gets wrong.

Names of weights are those that the component reads.
"""

import importlib
from typing import Any

import numpy as np

from graphbuilder.parse.biaffine_layers import ARC, BUCKETS, LABEL, LAYERS, PRODUCT, WIDTH
from graphbuilder.parse.biaffine_words import OWN_ROWS, TABLE_ROWS

# jax is needed for training alone.
jax: Any = importlib.import_module("jax")
jnp: Any = importlib.import_module("jax.numpy")

Params = dict[str, Any]
Batch = dict[str, Any]

TABLE_WIDTH = 96
WORD_DROPOUT = 0.15
_WEIGHTS = {"arc": 1.0, "label": 1.0, "start": 0.5, "tag": 0.3, "morph": 0.3, "lemma": 0.3}


def initial_params(seed: int, vector_width: int, sizes: dict[str, int]) -> Params:
    """Draw the weights.

    Args:
        seed: Fixes them.
        vector_width: Numbers in what `word_vector` gives.
        sizes: How many labels each head has: "label", "tag", "morph", "lemma".

    Returns:
        Arrays by name.
    """
    rng = np.random.default_rng(seed)

    def matrix(rows: int, columns: int, scale: float = 1.0) -> Any:
        return rng.normal(0, scale / np.sqrt(rows), (rows, columns)).astype(np.float32)

    def vector(size: int, value: float = 0.0) -> Any:
        return np.full(size, value, dtype=np.float32)

    params: Params = {
        "table": rng.normal(0, 0.3, (TABLE_ROWS, TABLE_WIDTH)).astype(np.float32),
        "input.W": matrix(vector_width + 2 * TABLE_WIDTH, WIDTH),
        "input.b": vector(WIDTH),
        "blank": vector(WIDTH),
        "input.gain": vector(WIDTH, 1.0),
        "input.shift": vector(WIDTH),
    }
    for layer in range(LAYERS):
        gates = vector(3 * WIDTH)
        # Some memories hold long and some forget at once, from the start.
        gates[WIDTH : 2 * WIDTH] = np.tile(np.linspace(-1.5, 2.5, WIDTH // 2), 2)
        params |= {
            f"layer{layer}.W": matrix(3 * WIDTH, 3 * WIDTH),
            f"layer{layer}.b": gates,
            f"layer{layer}.V": matrix(WIDTH, WIDTH),
            f"layer{layer}.gain": vector(WIDTH, 1.0),
            f"layer{layer}.shift": vector(WIDTH),
        }
    params |= {"arc.W": matrix(WIDTH, 2 * ARC), "arc.b": vector(2 * ARC), "arc.U": matrix(ARC, ARC, 0.3)}
    params |= {"arc.near": matrix(ARC, BUCKETS, 0.3), "arc.far": matrix(ARC, BUCKETS, 0.3)}
    params |= {"label.W": matrix(WIDTH, 2 * (LABEL + PRODUCT)), "label.b": vector(LABEL)}
    params |= {"label.U": matrix(LABEL + PRODUCT, sizes["label"]), "label.c": vector(sizes["label"])}
    for head in ("tag", "morph", "lemma"):
        params |= {f"{head}.W": matrix(WIDTH, sizes[head], 0.5), f"{head}.b": vector(sizes[head])}
    params |= {"start.W": matrix(WIDTH, 1), "start.b": vector(1)}
    return {name: jnp.asarray(value) for name, value in params.items()}


def _dropout(x: Any, key: Any, rate: float) -> Any:
    """Drop the same numbers of all words of a text."""
    if rate == 0:
        return x
    return x * (jax.random.bernoulli(key, 1 - rate, (x.shape[0], 1, x.shape[2])) / (1 - rate))


def _normalise(x: Any, gain: Any, shift: Any) -> Any:
    x = x - x.mean(-1, keepdims=True)
    return x * jax.lax.rsqrt((x * x).mean(-1, keepdims=True) + 1e-5) * gain + shift


def encode(params: Params, batch: Batch, key: Any, rate: float) -> Any:
    """Give every word of a batch its numbers in context.

    Args:
        params: Weights.
        batch: "rows", "vectors", "blank" and "mask" of texts of one padded length.
        key: Draws what is dropped.
        rate: The share of numbers dropped; 0 when nothing is learnt.

    Returns:
        Texts by words by `WIDTH`; zeros where a text has ended.
    """
    keys = jax.random.split(key, 3 + 2 * LAYERS)
    mask = batch["mask"][..., None].astype(jnp.float32)
    parts = params["table"][batch["rows"]]
    own, affixes = parts[:, :, :OWN_ROWS].sum(2), parts[:, :, OWN_ROWS:].sum(2)
    if rate:
        own = jnp.where(jax.random.bernoulli(keys[0], 1 - WORD_DROPOUT, (*own.shape[:2], 1)), own, 0)
    x = _dropout(jnp.concatenate([batch["vectors"], own, affixes], -1), keys[1], rate)
    x = x @ params["input.W"] + params["input.b"] + batch["blank"][..., None] * params["blank"]
    x = _normalise(x, params["input.gain"], params["input.shift"]) * mask
    for layer in range(LAYERS):
        y = _layer(params, f"layer{layer}", _dropout(x, keys[2 + 2 * layer], rate), mask)
        x = x + _dropout(y, keys[3 + 2 * layer], rate)
        x = _normalise(x, params[f"layer{layer}.gain"], params[f"layer{layer}.shift"]) * mask
    return x


def _layer(params: Params, name: str, x: Any, mask: Any) -> Any:
    padded = jnp.pad(x, ((0, 0), (1, 1), (0, 0)))
    window = jnp.concatenate([padded[:, :-2], x, padded[:, 2:]], -1)
    gates = window @ params[f"{name}.W"] + params[f"{name}.b"]
    new, keep, out = jnp.split(gates, 3, -1)
    keep = jax.nn.sigmoid(keep)
    new = jnp.tanh(new) * mask * (1 - keep)
    half = WIDTH // 2

    def both_ways(values: Any) -> Any:
        return jnp.concatenate([values[..., :half], values[:, ::-1, half:]], -1)

    def step(memory: Any, now: tuple[Any, Any]) -> tuple[Any, Any]:
        memory = now[0] * memory + now[1]
        return memory, memory

    steps = (both_ways(keep).swapaxes(0, 1), both_ways(new).swapaxes(0, 1))
    _, memory = jax.lax.scan(step, jnp.zeros_like(steps[0][0]), steps)
    return (jax.nn.sigmoid(out) * both_ways(memory.swapaxes(0, 1))) @ params[f"{name}.V"]


def arc_scores(params: Params, x: Any, buckets: Any) -> Any:
    """Score every word as the head of every other; a word as its own head is the root.

    Args:
        params: Weights.
        x: What `encode` gives.
        buckets: The distance class of each pair of places.

    Returns:
        Texts by words by heads.
    """
    both = jax.nn.relu(x @ params["arc.W"] + params["arc.b"])
    low, high = both[..., :ARC], both[..., ARC:]
    scores = (low @ params["arc.U"]) @ high.swapaxes(1, 2)
    near, far = low @ params["arc.near"], high @ params["arc.far"]
    size = x.shape[1]
    near = near[:, np.arange(size)[:, None], buckets]
    far = far[:, np.arange(size)[None, :], buckets]
    return scores + near + far


def label_scores(params: Params, x: Any, heads: Any) -> Any:
    """Score the labels of the arcs to the given heads."""
    both = x @ params["label.W"]
    low, high = both[..., : LABEL + PRODUCT], both[..., LABEL + PRODUCT :]
    high = jnp.take_along_axis(high, heads[..., None], 1)
    added = jax.nn.relu(low[..., :LABEL] + high[..., :LABEL] + params["label.b"])
    product = low[..., LABEL:] * high[..., LABEL:]
    return jnp.concatenate([added, product], -1) @ params["label.U"] + params["label.c"]


def within_sentences(batch: Batch) -> Any:
    """Tell which words may be heads of which: those of the same sentence that are no white space."""
    same = batch["sentence"][:, :, None] == batch["sentence"][:, None, :]
    return same & batch["real"][:, None, :]


def _cross_entropy(scores: Any, right: Any, counts: Any) -> Any:
    logs = jax.nn.log_softmax(scores)
    chosen = jnp.take_along_axis(logs, jnp.maximum(right, 0)[..., None], -1)[..., 0]
    return -jnp.where(counts & (right >= 0), chosen, 0).sum() / jnp.maximum(counts.sum(), 1)


def loss(params: Params, batch: Batch, buckets: Any, key: Any, rate: float) -> Any:
    """Sum up, by weight, how far the network is from the right answers on one batch."""
    first, second = jax.random.split(key)
    x = encode(params, batch, first, rate)
    keys = jax.random.split(second, 2)
    scores = arc_scores(params, _dropout(x, keys[0], rate), buckets)
    scores = jnp.where(within_sentences(batch), scores, -1e9)
    labels = label_scores(params, _dropout(x, keys[1], rate), batch["heads"])
    real, mask = batch["real"], batch["mask"]
    losses = {
        "arc": _cross_entropy(scores, batch["heads"], real),
        "label": _cross_entropy(labels, batch["label"], real),
    }
    for head in ("tag", "morph", "lemma"):
        losses[head] = _cross_entropy(x @ params[f"{head}.W"] + params[f"{head}.b"], batch[head], mask)
    start = (x @ params["start.W"] + params["start.b"])[..., 0]
    each = jax.nn.softplus(jnp.where(batch["start"], -start, start))
    losses["start"] = jnp.where(real, each, 0).sum() / jnp.maximum(real.sum(), 1)
    return sum(_WEIGHTS[name] * value for name, value in losses.items())
