"""`quizapp doctor`: what the program found on this machine, and what to do about it."""

import argparse
import os
import platform
import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from importlib import import_module, metadata
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp import __version__
from quizapp.cli.output import print_json
from quizapp.errors import FileError, QuizappError
from quizapp.i18n import _, n_

if TYPE_CHECKING:
    from quizapp.store import Address, Health

LEAST_FREE = 50_000_000


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. ``remedy`` is empty where all is well."""

    name: str
    found: str
    remedy: str = ""


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the command."""
    parser = commands.add_parser(
        "doctor",
        help=_("say whether everything is in order"),
        description=_("Look at versions, display, data folder, database and included banks."),
        epilog=_("Example: quizapp doctor --json"),
    )
    parser.add_argument("--json", action="store_true", help=_("print JSON, for programs"))
    parser.add_argument(
        "--update",
        action="store_true",
        help=_("make the tables of a database on a server, or bring them up to date"),
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit status: 0 if all is well, 1 if there is something to do."""
    findings = [*versions(), display(), *data(update=args.update), *included()]
    wrong = [finding for finding in findings if finding.remedy]
    if args.json:
        told = {f.name: {"found": f.found, "remedy": f.remedy} for f in findings}
        print_json({"well": not wrong, "findings": told})
        return 1 if wrong else 0
    width = max(len(finding.name) for finding in findings)
    for finding in findings:
        print(f"{finding.name:<{width}}  {finding.found}")
    if not wrong:
        print(_("All well."))
        return 0
    print(n_("{n} thing to do:", "{n} things to do:", len(wrong)).format(n=len(wrong)))
    for finding in wrong:
        print(f"  {finding.name}: {finding.remedy}")
    return 1


def versions() -> list[Finding]:
    """The versions that a report of a fault should name."""
    return [
        Finding("quizapp", __version__),
        Finding("Python", platform.python_version()),
        Finding("Qt", *_version("PySide6-Essentials", "PySide6")),
        Finding("SQLAlchemy", *_version("SQLAlchemy", "sqlalchemy")),
        Finding("SQLite", sqlite3.sqlite_version),
    ]


def _version(distribution: str, package: str) -> tuple[str, str]:
    """The version, and what to do where there is none; a packed program has no list of them."""
    try:
        return metadata.version(distribution), ""
    except metadata.PackageNotFoundError:
        pass
    try:
        return str(import_module(package).__version__), ""
    except ImportError:
        return _("not installed"), _("Run make setup.")


def display() -> Finding:
    """Where a window would be shown; without a display the quiz is played in the terminal."""
    from quizapp.app.display import has_display

    if not has_display(os.environ, sys.platform):
        return Finding(_("Display"), _("none; a quiz is taken in the terminal"))
    names = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")
    found = [f"{name}={os.environ[name]}" for name in names if os.environ.get(name)]
    return Finding(_("Display"), ", ".join(found) or sys.platform)


def data(*, update: bool) -> list[Finding]:
    """The data folder, its settings and its database; ``update`` as ``Store`` has it."""
    from quizapp.app.places import chosen, data_folder, settings_file
    from quizapp.settings import load

    name = _("Data folder")
    try:
        folder = data_folder(os.environ)
    except QuizappError as error:
        return [Finding(name, _("cannot be used"), str(error))]
    free = shutil.disk_usage(folder).free
    remedy = "" if free >= LEAST_FREE else _("Free some space on its disk.")
    found = _("{folder}, {free:.0f} MB free").format(folder=folder, free=free / 1e6)
    warning = load(settings_file(folder)).warning
    settings = Finding(
        _("Settings"), _("cannot all be used") if warning else _("in order"), warning
    )
    try:
        place = chosen(folder, os.environ)
    except QuizappError as error:
        database = Finding(_("Database"), _("cannot be used"), str(error))
    else:
        database = health(place, update=update)
    return [Finding(name, found, remedy), settings, database]


def health(place: "Path | Address", *, update: bool = False) -> Finding:
    """How the database is. One that was not made yet is not made here, unless to ``update`` it."""
    name = _("Database")
    if isinstance(place, Path) and not place.exists():
        return Finding(name, _("none yet; the first quiz makes it"))
    from quizapp.store import Store, StoreError, examine

    try:
        with closing(Store(place, make=update, update=update)) as store:
            seen = examine(store)
    except StoreError as error:
        if error.reason == "empty":
            return Finding(name, str(error))
        return Finding(name, _("cannot be used"), str(error))
    text = _state(seen)
    if seen.sound:
        return Finding(name, text)
    broken = "; ".join(f"{chain.attempt}: {chain.fault}" for chain in seen.broken)
    remedy = _("The answer log of some attempts does not hold together ({what}). Restore a backup.")
    return Finding(name, _("not sound"), remedy.format(what=broken))


def _state(seen: "Health") -> str:
    if seen.journal:
        found = _(
            "sound; revision {revision}, journal {journal}, synchronous {synchronous}, "
            "{size:.1f} MB, attempts: {attempts}"
        )
    else:
        found = _(
            "{place}, {engine}: sound; revision {revision}, synchronous_commit {synchronous}, "
            "{size:.1f} MB, attempts: {attempts}, answer logs followed: {followed}"
        )
    names = ("place", "engine", "revision", "journal", "synchronous", "attempts", "followed")
    values = {name: getattr(seen, name) for name in names}
    return found.format(size=seen.size / 1e6, **values)


def included() -> list[Finding]:
    """The banks that come with the program."""
    from quizapp.app.bank_files import open_bank, shipped

    return [_included(folder, open_bank) for folder in shipped()]


def _included(folder: Path, read: "Callable[[Path], object]") -> Finding:
    name = _("Bank {name}").format(name=folder.name)
    try:
        read(folder)
    except FileError as error:
        return Finding(name, _("cannot be used"), f"{error.problems[0]}")
    return Finding(name, _("sound"))
