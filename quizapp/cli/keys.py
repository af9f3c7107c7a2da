"""`quizapp keys`: a teacher's keys, which sign exams and open what comes back."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.app.files import read
from quizapp.cli import files
from quizapp.cli.output import print_json
from quizapp.errors import QuizappError
from quizapp.i18n import _

if TYPE_CHECKING:
    from quizapp.classroom.keys import PublicKeys, TeacherKeys


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the command."""
    parser = commands.add_parser(
        "keys",
        help=_("make, show or restore the keys of a teacher"),
        description=_(
            "A teacher’s keys sign exams and open the attempts that come back. They lie in one "
            "file under a passphrase. Without an option the words of a key file are shown, which "
            "a class can compare."
        ),
        epilog=_("Example: quizapp keys mine.quizkey --new"),
    )
    parser.add_argument("file", type=Path, metavar="FILE.quizkey", help=_("the key file"))
    act = parser.add_mutually_exclusive_group()
    act.add_argument("--new", action="store_true", help=_("make new keys in this file"))
    act.add_argument(
        "--paper", action="store_true", help=_("print the recovery sheet, to be kept on paper")
    )
    act.add_argument(
        "--restore", action="store_true", help=_("make this file from a recovery sheet, typed in")
    )
    act.add_argument(
        "--check", action="store_true", help=_("try whether a recovery sheet, typed in, fits it")
    )
    act.add_argument(
        "--public",
        type=Path,
        metavar="FILE.quizkeypub",
        help=_("write the public key, for “pack --second”; it opens nothing"),
    )
    parser.add_argument("--json", action="store_true", help=_("print JSON, for programs"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit status: 0 well; a key file that cannot be used raises ``QuizappError``."""
    from quizapp.app import teacher_key
    from quizapp.classroom import keys

    if args.new or args.restore:
        phrase = files.passphrase()
        made = keys.restored(sys.stdin.read()) if args.restore else teacher_key.fresh()
        public = teacher_key.kept(made, args.file, phrase).public
    elif args.paper:
        print("\n".join(opened(args.file).paper.split()))
        return 0
    else:
        public = keys.public_part(read(args.file))
    if args.public:
        files.write(args.public, public.written(), anew=True)
    if args.check:
        _check(keys.restored(sys.stdin.read()), public)
    if args.json:
        print_json({"id": public.id, "words": public.fingerprint})
        return 0
    print(_("The words of this key: {words}").format(words=public.fingerprint))
    if args.check:
        print(_("The sheet fits: it brings this key back without the file."))
    if args.new:
        print(
            _(
                "Print the recovery sheet now: quizapp keys {file} --paper\n"
                "and type it in once, to be sure of it: quizapp keys {file} --check\n"
                "Without this file and without the sheet nobody can open the attempts."
            ).format(file=args.file)
        )
    return 0


def opened(file: Path) -> "TeacherKeys":
    """The keys in a file, under a passphrase that is asked for.

    Raises:
        QuizappError: the file or the passphrase cannot be used.
    """
    from quizapp.classroom.keys import public_part, unlocked

    data = read(file)
    public_part(data)  # what is no key file is refused before a passphrase is asked for
    return unlocked(data, files.passphrase())


def _check(found: "TeacherKeys", public: "PublicKeys") -> None:
    """Let a sheet be believed only if it gives this key and no other.

    Raises:
        QuizappError: it is the sheet of another key.
    """
    if found.public != public:
        text = _("This is the sheet of another key, whose words are: {words}.")
        raise QuizappError(text.format(words=found.public.fingerprint))
