"""`crossread export`: what is kept of learners, to the screen or to a file."""

import argparse
import io
import sys
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crossread.base.clock import SystemClock
from crossread.base.folders import DataFolders
from crossread.base.settings import Settings
from crossread.base.translation import _

if TYPE_CHECKING:
    from crossread.operations.handing_on.exported_pieces import Order
    from crossread.operations.handing_on.exporting import Exporting


def add_export(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", data: argparse.ArgumentParser
) -> None:
    """Teach the command line the command."""
    export = commands.add_parser(
        "export",
        parents=[data],
        help=_("take along what is kept: answers, learners, everything, a report, the data sheet"),
        description=_(
            "Write what is kept of learners to a file: their answers (a row an answer), the learners (a row "
            "each), everything about one learner, a report on one to read and print, or the data sheet, "
            "which says what each part means. Results that are held back stay held back. A record that is "
            "open in a window is read as it is at that moment; where one of several cannot be read, the "
            "others are written, it is said who is left out, and the command ends with 1."
        ),
    )
    export.add_argument(
        "what",
        metavar="WHAT",
        choices=["answers", "learners", "everything", "report", "data-sheet"],
        help=_("answers, learners, everything, report or data-sheet"),
    )
    export.add_argument(
        "--learner",
        metavar="NAME",
        default="",
        help=_("of this learner alone, by name or id; of all, where it can be and this is not given"),
    )
    export.add_argument("--pack", metavar="PACK", default="", help=_("of this pack alone, by its id"))
    export.add_argument(
        "--to",
        metavar="FILE",
        type=Path,
        help=_("write to this file, which is not there yet, not to the screen"),
    )
    export.add_argument("--replace", action="store_true", help=_("replace the file if it is there"))
    form = export.add_mutually_exclusive_group()
    for name, told in (
        ("csv", _("as a table for a spreadsheet (answers, learners)")),
        ("json", _("as JSON, for programs (answers, learners, everything)")),
        ("html", _("as a page to read and print (everything, report)")),
    ):
        form.add_argument(f"--{name}", dest="form", action="store_const", const=name, default="", help=told)


def do_export(folders: DataFolders, settings: Settings, options: Any) -> int:
    """Do it; return 0, or 1 where somebody is left out. Raises Expected where nothing can be written."""
    from crossread.operations.handing_on.exported_pieces import FORMS, Order
    from crossread.operations.handing_on.exporting import Exporting, is_of_one, meant, remember_file

    order = Order(what=options.what, form=options.form or FORMS[options.what][0], pack=options.pack)
    learners = meant(folders, settings, order, options.learner)
    exporting = Exporting(folders=folders, settings=settings, clock=SystemClock(), learners=learners)
    if options.to is None:
        _print(exporting, order)
    else:
        exporting.write(order, options.to, replace=options.replace)
        print(_("Written to {file}.").format(file=options.to))
        if is_of_one(order, learners):
            remember_file(exporting, order, options.to)
    for sentence in exporting.running.told():
        print(sentence, file=sys.stderr)
    return 1 if exporting.running.left_out else 0


def _print(exporting: "Exporting", order: "Order") -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")  # rows end as they are written
    pieces = exporting.pieces(order)
    begun = tuple(islice(pieces, 1))  # what keeps a record from being read comes before anything is said
    for piece in chain(begun, pieces):
        print(piece, end="")
