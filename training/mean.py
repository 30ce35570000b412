"""The plain mean of weights along a training: between two good states of a model lies a better one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.language import Language
from spacy.pipeline import TrainablePipe
from thinc.api import Model

Key = tuple[str, int, str]


def models(nlp: Language) -> Iterator[tuple[str, Model[Any, Any]]]:
    """What can be trained in `nlp`, with the names of its components."""
    for name, pipe in nlp.pipeline:
        if isinstance(pipe, TrainablePipe):
            yield name, pipe.model


def nodes(nlp: Language) -> Iterator[tuple[Key, Model[Any, Any]]]:
    """Every parameter's key, the same in every process, and the part of the model that holds it."""
    for pipe_name, model in models(nlp):
        for index, node in enumerate(model.walk()):
            for name in node.param_names:
                yield (pipe_name, index, name), node


class Mean:
    """Adds up the weights of a pipeline at several times and gives it their mean."""

    def __init__(self) -> None:
        """Nothing is added yet."""
        self.count = 0
        self.total: dict[Key, Any] = {}

    def add(self, nlp: Language, times: int = 1) -> None:
        """Take in the weights that `nlp` has now, as if it had had them several times."""
        self.count += times
        for key, node in nodes(nlp):
            weights = times * node.get_param(key[2])
            if key in self.total:
                self.total[key] += weights
            else:
                self.total[key] = weights

    def use(self, nlp: Language) -> None:
        """Give `nlp` the mean of what was added; without any, leave it as it is."""
        for key, node in nodes(nlp):
            if key in self.total:
                node.set_param(key[2], self.total[key] / self.count)
