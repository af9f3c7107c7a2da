"""`quizapp join`: a bank without its article, put together with one’s own copy of that."""

import argparse
import os
from datetime import UTC, datetime
from pathlib import Path

from quizapp.cli.output import print_json
from quizapp.i18n import _, n_


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Register the command."""
    parser = commands.add_parser(
        "join",
        help=_("open a bank that comes without its article, with your own copy"),
        description=_(
            "Recognise your copy of the article, whichever way it is set, and keep the bank with "
            "it. Nothing of the copy leaves this computer."
        ),
        epilog=_("Example: quizapp join lesson.quizbare article.pdf"),
    )
    parser.add_argument("file", type=Path, metavar="FILE.quizbare", help=_("what was handed out"))
    parser.add_argument(
        "article", type=Path, metavar="ARTICLE", help=_("your copy: text, HTML, DOCX or PDF")
    )
    parser.add_argument(
        "--to", type=Path, metavar="FOLDER", help=_("a folder for the bank; else it is on home")
    )
    parser.add_argument("--json", action="store_true", help=_("print JSON, for programs"))
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Exit status: 0 well, 1 if questions are withheld, 2 if it is another article."""
    from quizapp.app.desk import open_desk
    from quizapp.app.joining import join, keep, open_bare, text_of
    from quizapp.bank.bare import joined

    bare, copy, now = open_bare(args.file), text_of(args.article), datetime.now(UTC)
    with open_desk(os.environ) as desk:
        if args.to:
            path, found = args.to, joined(bare, copy)
            keep(found, path, desk.store, now)
        else:
            path, found = join(bare, copy, desk.folder, desk.store, now)
    asked, whole = len(found.bank.usable), len(found.bank.items)
    if args.json:
        counts = {"found": found.found, "spans": found.spans, "items": whole, "usable": asked}
        print_json({"bank": str(path), "share": round(found.share, 4), **counts})
        return int(asked < whole)
    share = round(100 * found.share)
    print(_("Your copy has {share} % of the article.").format(share=share))
    if asked < whole:
        withheld = n_(
            "{n} question is withheld, since your copy has other words for it.",
            "{n} questions are withheld, since your copy has other words for them.",
            whole - asked,
        )
        print(withheld.format(n=whole - asked))
    print(_("The bank is ready. Take it with: quizapp take {path}").format(path=path))
    return int(asked < whole)
