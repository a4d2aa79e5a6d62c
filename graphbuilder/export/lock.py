"""A lock on a folder that dies with the process that holds it, however that ends."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graphbuilder.errors import OutputError

try:
    import fcntl
except ImportError:  # Windows has no flock: there two builds at once are not refused
    fcntl = None  # type: ignore[assignment]


@contextmanager
def locked(path: Path, owner: Path) -> Iterator[None]:
    """Hold a lock for the length of the context.

    The system drops the lock when the process ends, also by a kill or a power cut, so that none is ever left behind;
    the file itself means nothing.

    Args:
        path: The file to lock; made and removed here.
        owner: The folder that the lock is for, named in the error.

    Raises:
        OutputError: Another process, or another build of this process, holds it.
    """
    descriptor = _acquire(path, owner)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        os.close(descriptor)


def _acquire(path: Path, owner: Path) -> int:
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        try:
            if fcntl is not None:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_same(descriptor, path):
                return descriptor
        except BlockingIOError as error:
            os.close(descriptor)
            message = f"another build is writing to {owner}; wait until it ends or name another folder"
            raise OutputError(message) from error
        except OSError:
            os.close(descriptor)
            raise
        os.close(descriptor)  # its holder removed the file between our opening and locking it


def _is_same(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False
