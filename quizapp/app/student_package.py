"""The program’s own folder with a pack inside, to hand out where nothing is installed.

Memory sticks and shares lose links and the mark of what can be started. So the folder travels as
one archive, and beside it lies a small script that unpacks it on the student’s computer and opens
the pack. The pack is used that lies beside the script, so that what is handed in lies there too.
"""

import io
import os
import platform
import sys
import tarfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from quizapp import disk
from quizapp.classroom.keys import digest
from quizapp.errors import QuizappError
from quizapp.i18n import _

SUFFIX = ".tar.gz"
Report = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class Package:
    """What was written: the archive, and the script that starts it."""

    archive: Path
    launcher: Path


def program_folder() -> Path:
    """The folder of the packed program that runs now.

    Raises:
        QuizappError: it runs from a checkout or an environment, which cannot be handed out.
    """
    if not getattr(sys, "frozen", False):
        text = _(
            "A student package is made by the packed program from its own folder. This one runs "
            "from its source. Build it first (make build), then use dist/quizapp/quizapp."
        )
        raise QuizappError(text)
    return Path(sys.executable).resolve().parent


def system() -> str:
    """The kind of computer that a package of this program runs on, such as ``Linux x86_64``."""
    return f"{platform.system()} {platform.machine()}".strip()


def package_names(stem: str) -> tuple[str, str]:
    """What the archive and its script are called."""
    return f"{stem}{SUFFIX}", f"start-{stem}{'.cmd' if os.name == 'nt' else '.sh'}"


def make_package(
    pack: bytes, name: str, target: Path, program: Path, report: Report | None = None
) -> Package:
    """Write the archive and its script, each whole or not at all.

    Args:
        pack: the pack that is opened.
        name: what the pack is called, without an ending.
        target: the archive, which ends in ``.tar.gz``.
        program: the folder of the packed program, from ``program_folder``.
        report: is told how many files of how many are in; what it raises ends the work.

    Raises:
        QuizappError: the name has another ending, or nothing can be written there.
    """
    if not target.name.endswith(SUFFIX):
        text = _("A student package is an archive; call it something that ends in {suffix}.")
        raise QuizappError(text.format(suffix=SUFFIX))
    stem = target.name.removesuffix(SUFFIX)
    launcher = target.with_name(package_names(stem)[1])
    script = _script(stem, f"{name}.quizpack", digest("package", pack).hex()[:12])
    beside = target.with_name(f".{target.name}.new")
    try:
        _archive(beside, stem, program, {f"{name}.quizpack": pack}, report)
        disk.sync(beside)
        beside.replace(target)
        disk.replace(launcher, script)
        launcher.chmod(0o755)
        disk.replace(target.with_name(f"{name}.quizpack"), pack)
    except OSError as error:
        text = _("{file} cannot be written ({reason}).")
        raise QuizappError(text.format(file=target, reason=error.strerror)) from error
    finally:
        beside.unlink(missing_ok=True)
    return Package(target, launcher)


def _archive(
    place: Path, stem: str, program: Path, more: dict[str, bytes], report: Report | None
) -> None:
    """The program and what is beside it. Links stay links, and what can be started stays so."""
    files = sorted(program.rglob("*"))
    with tarfile.open(place, "w:gz", compresslevel=5) as archive:
        for n, file in enumerate(files, start=1):
            inside = f"{stem}/quizapp/{file.relative_to(program).as_posix()}"
            archive.add(file, inside, recursive=False, filter=_nobody)
            if report is not None:
                report(n, len(files))
        for name, data in more.items():
            entry = tarfile.TarInfo(f"{stem}/{name}")
            entry.size = len(data)
            entry.mode = 0o644
            archive.addfile(entry, io.BytesIO(data))


def _nobody(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """A file that tells nobody’s name, and that its finder may read."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mode |= 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
    return entry


def _script(stem: str, pack: str, mark: str) -> bytes:
    """What unpacks the archive once and opens the pack. ``mark`` tells one package from another."""
    if os.name == "nt":  # pragma: no cover  (made there only)
        lines = _WINDOWS.format(stem=stem, pack=pack, mark=mark)
        return lines.replace("\n", "\r\n").encode("utf-8")
    return _UNIX.format(stem=_quoted(stem), pack=_quoted(pack), mark=mark, system=system()).encode()


def _quoted(word: str) -> str:
    return "'" + word.replace("'", "'\\''") + "'"


_UNIX = """#!/bin/sh
# Unpacks the quiz once and opens it. Runs on {system}.
stem={stem}
pack={pack}
here=$(cd "$(dirname "$0")" && pwd) || exit 2
place="${{XDG_CACHE_HOME:-$HOME/.cache}}/quizapp-{mark}"
program="$place/$stem/quizapp/quizapp"
if [ ! -f "$place/ready" ]; then
    mkdir -p "$place" && tar -xzf "$here/$stem.tar.gz" -C "$place" && : >"$place/ready" || {{
        echo "The quiz could not be unpacked into $place. Is the disk full?" >&2
        exit 2
    }}
fi
[ -f "$here/$pack" ] || here="$place/$stem"
exec "$program" ${{1+"$@"}} "$here/$pack"
"""

_WINDOWS = """@echo off
rem Unpacks the quiz once and opens it.
set "place=%LOCALAPPDATA%\\quizapp-{mark}"
if not exist "%place%\\ready" (
    mkdir "%place%" 2>nul
    tar -xzf "%~dp0{stem}.tar.gz" -C "%place%" || exit /b 2
    echo ready>"%place%\\ready"
)
set "pack=%~dp0{pack}"
if not exist "%pack%" set "pack=%place%\\{stem}\\{pack}"
"%place%\\{stem}\\quizapp\\quizapp.exe" %* "%pack%"
"""
