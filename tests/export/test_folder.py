"""The output folder: never somebody else's, never half a build, never two builds at once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from graphbuilder.errors import OutputError
from graphbuilder.export.folder import MARKER, check_output, finish_output, open_output
from graphbuilder.export.lock import locked

posix = pytest.mark.skipif(os.name != "posix", reason="the lock and the kill are those of POSIX")


def _build(path: Path, **files: str) -> None:
    with open_output(path) as folder:
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")


def _files(path: Path) -> dict[str, str]:
    return {file.name: file.read_text(encoding="utf-8") for file in path.iterdir() if file.name != MARKER}


def test_a_new_folder_is_made(tmp_path: Path) -> None:
    _build(tmp_path / "a" / "b", one="1")
    assert _files(tmp_path / "a" / "b") == {"one": "1"}


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    _build(tmp_path, one="1")
    assert _files(tmp_path) == {"one": "1"}


def test_a_build_replaces_the_one_before_and_keeps_what_a_user_added(tmp_path: Path) -> None:
    _build(tmp_path, one="1", two="2")
    (tmp_path / "notes").write_text("mine", encoding="utf-8")
    _build(tmp_path, two="II", three="III")
    assert _files(tmp_path) == {"two": "II", "three": "III", "notes": "mine"}


def test_the_same_build_leaves_the_same_bytes(tmp_path: Path) -> None:
    _build(tmp_path / "a", one="1", two="2")
    _build(tmp_path / "b", two="2", one="1")
    _build(tmp_path / "b", two="2", one="1")
    assert (tmp_path / "a" / MARKER).read_bytes() == (tmp_path / "b" / MARKER).read_bytes()
    assert b"\r" not in (tmp_path / "a" / MARKER).read_bytes()


def test_an_error_leaves_the_build_before(tmp_path: Path) -> None:
    _build(tmp_path, one="1")
    with pytest.raises(UnicodeEncodeError):
        _build(tmp_path, one="new", two="\ud800")
    assert _files(tmp_path) == {"one": "1"}


def test_an_error_leaves_no_new_folder(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), open_output(tmp_path / "new"):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis").write_text("mine", encoding="utf-8")
    for refused in (check_output, lambda path: _build(path, thesis="")):
        with pytest.raises(OutputError, match="holds files that graphbuilder did not write; name a folder"):
            refused(tmp_path)
    assert _files(tmp_path) == {"thesis": "mine"}


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="is a file; name a folder"):
        check_output(tmp_path / "file")
    with pytest.raises(OutputError, match=r"cannot be written \(Not a directory\)"):
        _build(tmp_path / "file" / "below", one="1")


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="/proc is where even root cannot make a folder")
def test_a_place_that_cannot_be_written() -> None:
    with pytest.raises(OutputError, match="cannot be written"):
        _build(Path("/proc/graph"), one="1")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is a disk that is always full")
def test_a_full_disk(tmp_path: Path) -> None:
    _build(tmp_path, one="1")
    with pytest.raises(OutputError, match="No space left on device"), open_output(tmp_path):
        Path("/dev/full").write_text("x", encoding="utf-8")
    assert _files(tmp_path) == {"one": "1"}


def test_an_error_of_an_input_is_not_taken_for_one_of_the_output(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), open_output(tmp_path / "out"):
        (tmp_path / "article.txt").read_bytes()


@pytest.mark.parametrize("listed", ['["../outside"]', '["/etc/passwd"]', '"outside"', "[1]", "not json"])
def test_an_altered_marker_deletes_nothing_outside(listed: str, tmp_path: Path) -> None:
    (tmp_path / "outside").write_text("mine", encoding="utf-8")
    out = tmp_path / "out"
    out.mkdir()
    (out / MARKER).write_text(f'{{"files": {listed}}}', encoding="utf-8")
    _build(out, one="1")
    assert (tmp_path / "outside").exists()
    assert _files(out) == {"one": "1"}


# A child is ended without notice at its N-th touch of the file system, for every N until one gets through.
_CRASHES = """
import os, sys
from pathlib import Path
from graphbuilder.export.folder import finish_output, open_output

TOUCHES = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir"}

def build(path, files):
    with open_output(path) as folder:
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")

def files(path):
    return {file.name: file.read_text(encoding="utf-8") for file in path.iterdir() if not file.name.startswith(".")}

def crash_at(last, path):
    count = 0
    def hook(event, arguments):
        nonlocal count
        if event in TOUCHES:
            count += 1
            if count == last:
                os._exit(9)
    sys.addaudithook(hook)
    build(path, NEW)
    os._exit(0)

NEW = {"kept": "new", "added": "new"}
outcomes = []
for last in range(1, 1000):
    path = Path(sys.argv[1]) / str(last)
    old = {"kept": "old", "gone": "old"} if sys.argv[2] == "again" else {}
    if old:
        build(path, old)
    child = os.fork()
    if child == 0:
        crash_at(last, path)
    _, code = os.waitpid(child, 0)
    if path.exists():
        finish_output(path)
    found = files(path) if path.exists() else {}
    assert found in (old, NEW), (last, found)
    outcomes.append(found == NEW)
    build(path, NEW)
    assert files(path) == NEW, (last, "rebuilt")
    if code == 0:
        break
assert outcomes == sorted(outcomes) and set(outcomes) == {False, True}
print(len(outcomes))
"""


@posix
@pytest.mark.parametrize("times", ["first", "again"])
def test_a_crash_at_any_step_leaves_one_whole_build(times: str, tmp_path: Path) -> None:
    ran = subprocess.run([sys.executable, "-c", _CRASHES, tmp_path, times], capture_output=True, text=True, check=False)
    assert ran.stderr == ""
    assert int(ran.stdout) > 15


_HOLDER = """
import sys, time
from pathlib import Path
from graphbuilder.export.folder import open_output

with open_output(Path(sys.argv[1])):
    print("open", flush=True)
    sys.stdin.read()
"""


@posix
def test_a_second_build_is_refused_until_the_first_ends_however_it_ends(tmp_path: Path) -> None:
    out = tmp_path / "out"
    arguments = [sys.executable, "-c", _HOLDER, str(out)]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        with pytest.raises(OutputError, match="another build is writing to"):
            _build(out, one="1")
        holder.kill()
    _build(out, one="1")
    assert _files(out) == {"one": "1"}


@posix
def test_a_second_build_in_the_same_process_is_refused(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with locked(lock, tmp_path), pytest.raises(OutputError, match="another build"), locked(lock, tmp_path):
        pass
    assert not lock.exists()


def test_finishing_a_finished_folder_does_nothing(tmp_path: Path) -> None:
    _build(tmp_path, one="1")
    finish_output(tmp_path)
    finish_output(tmp_path / "missing")
    assert _files(tmp_path) == {"one": "1"}
