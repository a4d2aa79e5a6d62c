"""Word vectors that take half the room on disk."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy as np
from spacy.util import registry
from spacy.vectors import Vectors  # type: ignore[import-not-found]
from spacy.vocab import Vocab


class HalfVectors(Vectors):  # type: ignore[misc]
    """Vectors saved with 16 bits a number and used with 32."""

    data: Any

    @classmethod
    def of(cls, vectors: Vectors) -> "HalfVectors":
        """Make such vectors of those that a pipeline has.

        Args:
            vectors: Subword vectors, or none at all.

        Returns:
            The same vectors, rounded as they will be saved.
        """
        if not vectors.size:
            return cls(strings=vectors.strings)
        rounded = vectors.data.astype(np.float16).astype(np.float32)
        names = ("strings", "name", "minn", "maxn", "hash_count", "hash_seed", "bow", "eow", "attr")
        return cls(data=rounded, mode="floret", **{name: getattr(vectors, name) for name in names})

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Save the vectors.

        Args:
            path: The folder.
            exclude: Parts to leave out.
        """
        full = self.data
        self.data = full.astype(np.float16)
        try:
            super().to_disk(path, exclude=list(exclude))
        finally:
            self.data = full

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "HalfVectors":
        """Load the vectors.

        Args:
            path: The folder.
            exclude: Parts to leave out.

        Returns:
            The vectors themselves.
        """
        super().from_disk(path, exclude=list(exclude))
        self.data = self.data.astype(np.float32)
        return self


@registry.vectors("graphbuilder.HalfVectors.v1")  # type: ignore[untyped-decorator]
def make_half_vectors() -> Callable[[Vocab], Any]:
    """Make what makes the vectors of a vocabulary."""

    def make(vocab: Vocab) -> HalfVectors:
        return HalfVectors(strings=vocab.strings)

    return make
