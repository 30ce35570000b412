"""The training loop: words in, weights out; goes on from its last checkpoint when it was stopped."""

from __future__ import annotations

import pickle
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.training import Example
from thinc.api import Adam, Optimizer, fix_random_seed

from training.examples import Vary, examples
from training.mean import Key, Mean, models, nodes
from training.sentence import Sentence

CHECKPOINT = "checkpoint.pickle"
MOMENTS = ("mom1", "mom2", "averages", "nr_update", "last_seen")
MEAN_EVERY = 10  # steps


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to learn. The rate rises over `warm_up` steps, then falls to `least_rate` of itself.

    Weights are averaged as Adam goes on, over about its last tenth; with `mean_from`, all that come behind that share
    of the training count alike instead.
    """

    epochs: int
    rate: float = 0.002
    least_rate: float = 0.02
    drop: float = 0.15
    warm_up: int = 250
    mean_from: float | None = None
    least_words: int = 500
    most_words: int = 1500
    seed: int = 20261121


def train(
    nlp: Language,
    sentences: Sequence[Sentence],
    vary: Vary,
    plan: Plan,
    folder: Path,
    log: Callable[[str], None],
    trained: bool = False,
) -> None:
    """Trains `nlp` in place and leaves it with averaged weights; each epoch leaves a checkpoint in `folder`.

    What is `trained` already keeps its weights to begin with.
    """
    fix_random_seed(plan.seed)
    if not trained:
        first = examples(nlp, sentences, plan.seed, vary=None)
        nlp.initialize(lambda: first)
    optimizer = Adam(plan.rate, L2=0.01, L2_is_weight_decay=True, grad_clip=1.0, use_averages=plan.mean_from is None)
    epoch, step, mean = _resume(nlp, optimizer, folder)
    while epoch < plan.epochs:
        fix_random_seed(plan.seed + epoch)
        began, words = time.perf_counter(), 0
        losses: dict[str, float] = {}
        made = examples(nlp, sentences, plan.seed + epoch, vary)
        for share, batch in _batches(made, _batch_size(plan, epoch)):
            done = (epoch + share) / plan.epochs
            optimizer.learn_rate = plan.rate * min(1.0, (step + 1) / plan.warm_up) * _fallen(plan, done)
            nlp.update(batch, sgd=optimizer, losses=losses, drop=plan.drop)
            step += 1
            if plan.mean_from is not None and done >= plan.mean_from and step % MEAN_EVERY == 0:
                mean.add(nlp)
            words += sum(len(example.reference) for example in batch)
        epoch += 1
        _save(nlp, optimizer, mean, folder, epoch, step)
        summary = " ".join(f"{name} {value:.0f}" for name, value in losses.items())
        log(f"epoch {epoch}/{plan.epochs}: {words / (time.perf_counter() - began):,.0f} words a second; loss {summary}")
    mean.use(nlp)
    _use_averages(nlp, optimizer)


def _fallen(plan: Plan, done: float) -> float:
    return 1.0 - (1.0 - plan.least_rate) * done


def _batch_size(plan: Plan, epoch: int) -> int:
    grown = epoch / max(1, plan.epochs - 1)
    return round(plan.least_words + grown * (plan.most_words - plan.least_words))


def _batches(made: Sequence[Example], size: int) -> Iterator[tuple[float, list[Example]]]:
    batch: list[Example] = []
    words = 0
    for index, example in enumerate(made):
        batch.append(example)
        words += len(example.reference)
        if words >= size or index == len(made) - 1:
            yield index / len(made), batch
            batch, words = [], 0


def _keys(nlp: Language) -> dict[tuple[int, str], Key]:
    """From thinc's keys, which differ from process to process, to keys that do not."""
    return {(node.id, key[2]): key for key, node in nodes(nlp)}


def _save(nlp: Language, optimizer: Optimizer, mean: Mean, folder: Path, epoch: int, step: int) -> None:
    stable = _keys(nlp)
    state: dict[str, Any] = {
        moment: {stable[key]: value for key, value in (getattr(optimizer, moment) or {}).items() if key in stable}
        for moment in MOMENTS
    }
    weights = {name: model.to_bytes() for name, model in models(nlp)}
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = folder / f"{CHECKPOINT}.part"
    with unfinished.open("wb") as out:
        pickle.dump({"epoch": epoch, "step": step, "weights": weights, "optimizer": state, "mean": mean}, out)
    unfinished.replace(folder / CHECKPOINT)


def _resume(nlp: Language, optimizer: Optimizer, folder: Path) -> tuple[int, int, Mean]:
    path = folder / CHECKPOINT
    if not path.is_file():
        return 0, 0, Mean()
    with path.open("rb") as stored:  # written by _save on this machine, never fetched
        saved = pickle.load(stored)
    for name, model in models(nlp):
        model.from_bytes(saved["weights"][name])
    keys = {stable: key for key, stable in _keys(nlp).items()}
    for moment, values in saved["optimizer"].items():
        if values:
            getattr(optimizer, moment).update({keys[stable]: value for stable, value in values.items()})
    return saved["epoch"], saved["step"], saved["mean"]


def _use_averages(nlp: Language, optimizer: Optimizer) -> None:
    averages = optimizer.averages or {}
    for key, node in nodes(nlp):
        if (node.id, key[2]) in averages:
            node.set_param(key[2], averages[node.id, key[2]])
