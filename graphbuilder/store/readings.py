"""The store of readings: one SQLite file in the output folder, by the content of articles.

It saves time and holds nothing that the articles do not: it may be deleted at any moment, and one that is damaged, or
that the disk has no room for, is done without. What was committed outlives a kill or a power cut (SQLite's write-ahead
log), so that a build that was cut off goes on where it was.
"""

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from graphbuilder.records import Article, Mention, Reading, Statement, Thing
from graphbuilder.store.packing import pack, unpack

_SCHEMA = "CREATE TABLE IF NOT EXISTS readings (key BLOB PRIMARY KEY, reading BLOB NOT NULL) WITHOUT ROWID"
_Parts = tuple[tuple[tuple[int, int], ...], tuple[Mention, ...], tuple[Thing, ...], tuple[Statement, ...]]


class ReadingStore:
    """Readings by the content of their articles.

    The file is made when the first reading is put in. After an error of the file or the disk, nothing is found in it
    or put into it any more.

    Attributes:
        broken: What went wrong with the file; empty while it is sound.
    """

    def __init__(self, path: Path, fingerprint: str, fresh: bool = False) -> None:
        """Open a store where there is one.

        Args:
            path: The file, which need not be there.
            fingerprint: What readings depend on beside the article; those made under another one are not found.
            fresh: Begin with nothing, whatever the file holds.
        """
        self.path, self.broken = path, ""
        self._fingerprint = fingerprint.encode("ascii")
        self._connection: sqlite3.Connection | None = None
        self._asked: set[bytes] = set()
        if fresh:
            remove(path)
        elif path.is_file():
            self._open()

    def get(self, article: Article) -> Reading | None:
        """Give the reading of an article with the same content, None where there is none."""
        key = self._key(article)
        self._asked.add(key)
        if self._connection is None:
            return None
        try:
            row = self._connection.execute("SELECT reading FROM readings WHERE key = ?", (key,)).fetchone()
            return None if row is None else Reading(article, *unpack(_Parts, row[0]))
        except ValueError:
            return None  # one damaged row costs one article's time
        except sqlite3.Error as error:
            self._give_up(error)
            return None

    def put(self, readings: Sequence[Reading]) -> None:
        """Put readings in and commit them together."""
        if self._connection is None and readings and not self.broken:
            self._open()
        if self._connection is None:
            return
        rows = [
            (self._key(each.article), pack((each.sentences, each.mentions, each.things, each.statements)))
            for each in readings
        ]
        self._change("INSERT OR REPLACE INTO readings VALUES (?, ?)", rows)

    def drop_rest(self) -> None:
        """Drop the readings that this build has not asked for: their articles are gone, or were read in another way."""
        if self._connection is None:
            return
        try:
            kept = [row[0] for row in self._connection.execute("SELECT key FROM readings")]
        except sqlite3.Error as error:
            self._give_up(error)
            return
        self._change("DELETE FROM readings WHERE key = ?", [(key,) for key in kept if key not in self._asked])

    def close(self) -> None:
        """Close the file; what was put in is there."""
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None

    def _key(self, article: Article) -> bytes:
        """Give the key of an article: all that its reading depends on. A file that was only moved keeps its key."""
        told = pack((replace(article, path="", repairs=()),))
        return hashlib.sha256(self._fingerprint + told).digest()

    def _open(self) -> None:
        """Open the file; one that is no store is begun anew."""
        try:
            self._connection = _connected(self.path)
        except sqlite3.Error:
            try:
                remove(self.path)
                self._connection = _connected(self.path)
            except (sqlite3.Error, OSError) as error:
                self._give_up(error)

    def _change(self, statement: str, rows: Sequence[tuple[bytes, ...]]) -> None:
        if self._connection is None:
            return
        try:
            with self._connection as connection:
                connection.executemany(statement, rows)
        except sqlite3.Error as error:
            self._give_up(error)

    def _give_up(self, error: Exception) -> None:
        self.broken = str(error)
        self.close()


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(_SCHEMA)
        connection.commit()
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def remove(path: Path) -> None:
    """Remove a store, with what SQLite keeps beside it."""
    for ending in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


@contextmanager
def open_store(path: Path, fingerprint: str, fresh: bool = False) -> Iterator[ReadingStore]:
    """Open a store for the length of the context; see `ReadingStore`."""
    store = ReadingStore(path, fingerprint, fresh)
    try:
        yield store
    finally:
        store.close()


def count_readings(path: Path) -> int:
    """Give the number of readings that a store holds, 0 where there is no store that can be read. Changes nothing."""
    if not path.is_file():
        return 0
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        try:
            return int(connection.execute("SELECT count(*) FROM readings").fetchone()[0])
        finally:
            connection.close()
    except sqlite3.Error:
        return 0
