"""What was read out of each article, kept in the output folder, so that the next build reads only what is new."""

from graphbuilder.store.fingerprint import fingerprint
from graphbuilder.store.readings import ReadingStore, open_store

__all__ = ["ReadingStore", "fingerprint", "open_store"]
