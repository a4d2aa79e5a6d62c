"""Learn the weights of the parser: Adam with a falling rate, and means of the late weights."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO, Any

import numpy as np

from graphbuilder.parse.biaffine_layers import distance_buckets

from .biaffine_data import Targets, Text, Words, batches, group_arrays, training_groups, with_names
from .biaffine_net import Params, arc_scores, encode, initial_params, jax, jnp, label_scores, loss, within_sentences
from .conllu import Sentence

LAST_SHARE, WARMUP = 0.02, 250


@dataclass(frozen=True)
class Round:
    """One training: how often the treebanks are read, the highest rate, and what is dropped.

    The rate falls along a cosine, of which `way` is the share that is gone when the round ends. `renamed` is the share
    of groups of sentences whose names are changed. The weights as they are after each of the `late` last epochs count.
    """

    epochs: int
    rate: float
    way: float
    dropout: float
    renamed: float
    late: int


# The second round goes on from the first with more dropout, and with names that the treebanks do not hold.
ROUNDS = (Round(11, 0.002, 11 / 13, 0.25, 0.0, 3), Round(3, 0.0005, 1.0, 0.35, 0.3, 3))
# Decay of the means of gradients, of their squares, and of the weights.
_MEAN, _SQUARE, _AVERAGE = 0.9, 0.98, 0.998
_LARGEST_NORM, _DECAY = 2.0, 0.01


def learn_parser(
    banks: Sequence[Sequence[Sentence]],
    held_out: Sequence[Text],
    words: Words,
    targets: Targets,
    seed: int,
    log: IO[str],
    steps: int | None = None,
) -> Params:
    """Train on treebanks in all rounds.

    Args:
        banks: Sentences of each treebank, in corpus order.
        held_out: Texts to measure on after each epoch.
        words: The words seen so far.
        targets: Numbers of labels.
        seed: Fixes every random choice.
        log: Where the progress is written.
        steps: Stop each round after so many batches, or None.

    Returns:
        The mean of the late weights of all rounds.
    """
    params = initial_params(seed, words.vectors[0].size, targets.sizes)
    late: list[Params] = []
    for number, plan in enumerate(ROUNDS):
        found = learn_round(plan, params, banks, held_out, words, targets, seed + number, log, steps)
        late += found[-plan.late :]
        params = {name: jnp.asarray(value) for name, value in found[-1].items()}
    return {name: np.mean([each[name] for each in late], axis=0).astype(np.float32) for name in params}


def learn_round(
    plan: Round,
    params: Params,
    banks: Sequence[Sequence[Sentence]],
    held_out: Sequence[Text],
    words: Words,
    targets: Targets,
    seed: int,
    log: IO[str],
    steps: int | None = None,
) -> list[Params]:
    """Train in one round, the treebanks grouped anew in each epoch.

    The arguments are those of `learn_parser`, with the plan of the round and the weights to start from; what comes back
    is a running mean of the weights after each epoch.
    """
    rng = random.Random(seed)
    first = _epoch(plan, banks, words, targets, rng)
    state = {"mean": _zeros(params), "square": _zeros(params), "average": {n: value + 0 for n, value in params.items()}}
    total = min(steps or 10**9, plan.epochs * sum(1 for _ in batches(first, words, rng)))
    done = 0
    found: list[Params] = []
    for epoch in range(plan.epochs):
        texts = first if epoch == 0 else _epoch(plan, banks, words, targets, rng)
        lost = []
        for batch in batches(texts, words, rng):
            if done >= total:
                break
            key = jax.random.fold_in(jax.random.PRNGKey(seed), done)
            rate = _rate(plan, done, total)
            params, state, value = _update(
                params, state, batch, _buckets(batch), key, rate, dropout=plan.dropout, done=done
            )
            lost.append(float(value))
            done += 1
        # A copy: the next step takes the memory of what it is given.
        found.append({name: np.array(value) for name, value in state["average"].items()})
        scores = measure(found[-1], held_out, words)
        log.write(f"{epoch}\t{done}\t{np.mean(lost):.3f}\t" + "\t".join(f"{v:.4f}" for v in scores.values()) + "\n")
        log.flush()
        if done >= total:
            break
    return found


def _epoch(
    plan: Round, banks: Sequence[Sequence[Sentence]], words: Words, targets: Targets, rng: random.Random
) -> list[Text]:
    groups = [group for bank in banks for group in with_names(training_groups(bank, rng), rng, plan.renamed)]
    return group_arrays(groups, words, targets)


def _zeros(params: Params) -> Params:
    return {name: jnp.zeros_like(value) for name, value in params.items()}


def _rate(plan: Round, done: int, total: int) -> float:
    if done < WARMUP:
        return plan.rate * (done + 1) / WARMUP
    left = 0.5 + 0.5 * float(np.cos(np.pi * plan.way * done / total))
    return plan.rate * (LAST_SHARE + (1 - LAST_SHARE) * left)


def _one_update(
    params: Params, state: dict[str, Params], batch: Any, buckets: Any, key: Any, rate: Any, dropout: float, done: Any
) -> tuple[Params, dict[str, Params], Any]:
    value, slopes = jax.value_and_grad(loss)(params, batch, buckets, key, dropout)
    norm = jnp.sqrt(sum((slope * slope).sum() for slope in slopes.values()))
    shrink = jnp.minimum(1.0, _LARGEST_NORM / norm)
    fresh: dict[str, Params] = {"mean": {}, "square": {}, "average": {}}
    after: Params = {}
    keep = jnp.minimum(_AVERAGE, (1.0 + done) / (10.0 + done))
    for name, slope in slopes.items():
        slope = slope * shrink
        mean = _MEAN * state["mean"][name] + (1 - _MEAN) * slope
        square = _SQUARE * state["square"][name] + (1 - _SQUARE) * slope * slope
        step = mean / (1 - _MEAN ** (done + 1)) / (jnp.sqrt(square / (1 - _SQUARE ** (done + 1))) + 1e-8)
        decay = _DECAY if name.endswith((".W", ".U", ".V")) else 0.0
        after[name] = params[name] - rate * (step + decay * params[name])
        fresh["mean"][name], fresh["square"][name] = mean, square
        fresh["average"][name] = keep * state["average"][name] + (1 - keep) * after[name]
    return after, fresh, value


_update: Any = jax.jit(_one_update, donate_argnums=(0, 1), static_argnames=("dropout",))


def _batch_answers(params: Params, batch: Any, buckets: Any) -> dict[str, Any]:
    x = encode(params, batch, jax.random.PRNGKey(0), 0.0)
    scores = jnp.where(within_sentences(batch), arc_scores(params, x, buckets), -1e9)
    heads = scores.argmax(-1)
    found = {"heads": heads, "label": label_scores(params, x, heads).argmax(-1)}
    for head in ("tag", "morph", "lemma"):
        found[head] = (x @ params[f"{head}.W"] + params[f"{head}.b"]).argmax(-1)
    return found | {"start": (x @ params["start.W"] + params["start.b"])[..., 0] > 0}


_answers: Any = jax.jit(_batch_answers)


def measure(params: Params, texts: Sequence[Text], words: Words) -> dict[str, float]:
    """Measure on gold words and sentences, each word with its best head, tree or not.

    Args:
        params: Weights.
        texts: Annotated texts.
        words: The words they are made of.

    Returns:
        Shares of words that are right, and F1 of the first words of sentences.
    """
    right = dict.fromkeys(("UAS", "LAS", "tag", "morph", "lemma"), 0)
    real = starts = guessed = found = 0
    for batch in batches(texts, words, None):
        answer = {name: np.asarray(v) for name, v in _answers(params, batch, _buckets(batch)).items()}
        counts = batch["real"]
        hits = {name: (answer[name] == batch[name]) & counts for name in answer}
        right["UAS"] += hits["heads"].sum()
        right["LAS"] += (hits["heads"] & hits["label"]).sum()
        for head in ("tag", "morph", "lemma"):
            right[head] += hits[head].sum()
        real += counts.sum()
        starts += (batch["start"] & counts).sum()
        guessed += (answer["start"] & counts).sum()
        found += (answer["start"] & batch["start"] & counts).sum()
    return {name: count / real for name, count in right.items()} | {"start": 2 * found / (starts + guessed)}


def _buckets(batch: dict[str, Any]) -> Any:
    return distance_buckets(batch["mask"].shape[1])
