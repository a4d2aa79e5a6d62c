"""The output folder: whose it is, who may write to it, and how a build replaces the one before.

A folder that this program wrote holds a marker, `.graphbuilder.json`, which lists the files of the build. A folder
with anything else in it and no marker is somebody's, and is never written to. Files that a user adds later stay.

A build writes into `.graphbuilder/next` inside the folder. When all is there and on disk, that folder is renamed to
`.graphbuilder/ready`, and its files then replace the old ones. A crash before the renaming leaves the previous build
as it was. A crash after it leaves a few files still to be moved, and the next opening of the folder, for writing or
for reading, moves them. So a build is there either as a whole or not at all.
"""

import errno
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graphbuilder.errors import OutputError
from graphbuilder.export.lock import locked

MARKER = ".graphbuilder.json"
FORMAT = 1

_WORKSHOP = ".graphbuilder"
_STORE = "store.sqlite"
_NEXT = "next"
_READY = "ready"
_FULL_OR_BROKEN = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EROFS}


@contextmanager
def open_output(path: Path) -> Iterator[Path]:
    """Open an output folder for one build.

    Leaving the context replaces the files of the build before by those written into the folder it gave; leaving it by
    an error throws them away. The folder is made where it does not exist.

    Args:
        path: The output folder.

    Returns:
        An empty folder to write the files of this build into.

    Raises:
        OutputError: The path is a file, the folder is not ours or cannot be written, another build writes to it,
            or the disk is full.
    """
    check_output(path)
    workshop = path / _WORKSHOP
    made = not path.exists()
    try:
        workshop.mkdir(parents=True, exist_ok=True)
        with locked(workshop / "lock", path):
            _finish(path)
            _discard(workshop / _NEXT)
            (workshop / _NEXT).mkdir()
            try:
                yield workshop / _NEXT
                _commit(path)
            finally:
                _discard(workshop / _NEXT)
    except OSError as error:
        if _is_output(error, path):
            raise OutputError(_unwritable(path, error)) from error
        raise
    finally:
        _remove_if_empty(workshop)
        if made:
            _remove_if_empty(path)


def check_output(path: Path) -> None:
    """Refuse a folder that a build may not write to, before any work is done. Changes nothing.

    Raises:
        OutputError: The path is a file, or a folder with files that this program did not write.
    """
    try:
        if path.exists() and not path.is_dir():
            raise OutputError(f"the output {path} is a file; name a folder that is new, empty or from an earlier build")
        if path.is_dir() and not _is_ours(path):
            raise OutputError(
                f"the output folder {path} holds files that graphbuilder did not write;"
                " name a folder that is new, empty or from an earlier build"
            )
    except OSError as error:
        raise OutputError(_unwritable(path, error)) from error


def store_in(path: Path) -> Path:
    """Give the path of the store of readings in an output folder; it is no output, and no build replaces it."""
    return path / _WORKSHOP / _STORE


def written_files(path: Path) -> list[str]:
    """Give the names of the files of the build that a folder holds, as its marker lists them; none without a marker."""
    return _listed(path / MARKER)


def finish_output(path: Path) -> None:
    """Complete a build that was cut off while its files were moved into place; do nothing where none was."""
    if (path / _WORKSHOP / _READY).is_dir():
        with locked(path / _WORKSHOP / "lock", path):
            _finish(path)
        _remove_if_empty(path / _WORKSHOP)


def _is_ours(path: Path) -> bool:
    names = set(os.listdir(path))
    return MARKER in names or names <= {_WORKSHOP} or (path / _WORKSHOP / _READY / MARKER).is_file()


def _commit(path: Path) -> None:
    """Make the new build the folder's build: from the renaming on, nothing can undo it."""
    workshop = path / _WORKSHOP
    new = workshop / _NEXT
    names = sorted(file.name for file in new.iterdir())
    marker = {"program": "graphbuilder", "format": FORMAT, "files": names}
    (new / MARKER).write_text(json.dumps(marker, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
    for file in new.iterdir():
        _flush(file)
    _flush(new)
    os.rename(new, workshop / _READY)
    _flush(workshop)
    _finish(path)


def _finish(path: Path) -> None:
    """Move the files of a committed build into place and remove what the build before it wrote and this one did not.

    Every step can be repeated, so that a crash anywhere in it is made good by running it again. The marker is moved
    last: until then the old one still lists the old files.
    """
    ready = path / _WORKSHOP / _READY
    if not ready.is_dir():
        return
    marker = ready / MARKER
    if marker.is_file():
        stale = set(_listed(path / MARKER)) - set(_listed(marker))
        for name in sorted(file.name for file in ready.iterdir() if file.name != MARKER):
            os.replace(ready / name, path / name)
        for name in sorted(stale):
            (path / name).unlink(missing_ok=True)
        os.replace(marker, path / MARKER)
        _flush(path)
    _discard(ready)


def _listed(marker: Path) -> list[str]:
    """Read the file names off a marker; a damaged or altered one lists nothing outside its folder."""
    try:
        listed = json.loads(marker.read_text(encoding="utf-8")).get("files", [])
    except (OSError, ValueError, AttributeError):
        return []
    return [name for name in listed if isinstance(name, str) and name == Path(name).name and name != MARKER]


def _flush(path: Path) -> None:
    """Have a file, or the names in a folder, written to the disk itself, where the system can."""
    if path.is_dir() and os.name == "nt":
        return  # Windows opens no folder as a file
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _discard(folder: Path) -> None:
    if folder.is_dir():
        shutil.rmtree(folder)


def _remove_if_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:
        return  # not empty, or never made


def _is_output(error: OSError, path: Path) -> bool:
    """Tell an error of the output folder from one of the work done while it was open (an input that went away)."""
    if error.errno in _FULL_OR_BROKEN:
        return True
    names = [name for name in (error.filename, error.filename2) if isinstance(name, str)]
    return any(Path(name) == path or path in Path(name).parents or Path(name) in path.parents for name in names)


def _unwritable(path: Path, error: OSError) -> str:
    return f"the output folder {path} cannot be written ({error.strerror}); free the space or name another folder"
