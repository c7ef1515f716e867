"""What the command line understands, and the help that teaches it."""

import argparse
import sys
from pathlib import Path

from crossread.backup_commands import add_backup
from crossread.base.translation import _
from crossread.export_commands import add_export


def parser() -> argparse.ArgumentParser:
    """Make the parser; only where there is something to parse, because that takes longer than asking."""
    made = argparse.ArgumentParser(
        prog="crossread",
        description=_(
            "Read several accounts of one event side by side, answer questions next to the text, "
            "and see what the texts can bear. Without a command the window opens."
        ),
        epilog=_(
            "Examples:\n"
            "  crossread                                   open the window\n"
            "  crossread --pack khojaly-1992               open it on one pack\n"
            "  crossread check my-pack                     say everything that is wrong with a pack\n"
            "  crossread attach khojaly-1992 article*.txt  add the authors' own texts\n"
            "  crossread compare article*.txt              see where any articles part\n"
            "  crossread new article*.txt                  make a pack of articles to go on with\n"
            "  crossread notes export khojaly-1992         take your highlights and notes along\n"
            "  crossread learners                          list who reads on this machine\n"
            "  crossread learners add --from names.txt     add a class, a name a line\n"
            "  crossread export answers --to answers.csv   take answers along as a table\n"
            "  crossread backup                            make a backup of what is kept of a learner\n"
            "  crossread verify --all                      verify all of it, of each learner, with backups\n"
            "\n"
            "A command ends with 0, or with 1 where something is wrong or could not be done, and says so;\n"
            "with 2 where it was typed in a way that is not understood.\n"
            "\n"
            "Everything stays on this machine: nothing is sent, no account is needed."
        ),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("--version", action=_Version, nargs=0, help=_("tell the version and go"))
    folder = _("keep everything in this folder (also: CROSSREAD_DATA)")
    data = argparse.ArgumentParser(add_help=False)
    data.add_argument("--data", metavar="DIR", default=argparse.SUPPRESS, help=folder)
    made.add_argument("--data", metavar="DIR", help=folder)
    made.add_argument("--learner", metavar="WHO", default="", help=_("read as this learner, by name or id"))
    made.add_argument(
        "--mode",
        choices=["myself", "classroom", "open"],
        default="",
        help=_("for this once: one person, a class with a start page, or guests of whom nothing stays"),
    )
    made.add_argument("--pack", metavar="PACK", default="", help=_("open the window on this pack"))
    # For those who translate or build: another language for once, also a made-up one (CONTRIBUTING.md).
    made.add_argument("--language", metavar="CODE", default="", help=argparse.SUPPRESS)
    commands = made.add_subparsers(dest="command", metavar="COMMAND", title=_("commands"))

    check = commands.add_parser(
        "check",
        parents=[data],
        help=_("say everything that is wrong with a pack"),
        description=_(
            "Read a pack's folder and list every problem as file:line:column. "
            "Ends with 1 where there is an error."
        ),
    )
    check.add_argument("path", metavar="PATH", type=Path, help=_("the pack's folder"))
    check.add_argument(
        "--originals",
        metavar="DIR",
        type=Path,
        help=_("a folder with the authors' own texts: check the hashed passages against them too"),
    )

    attach = commands.add_parser(
        "attach",
        parents=[data],
        help=_("add the authors' own texts to a pack"),
        description=_(
            "Recognise each file as the text of one of the pack's sources and keep a copy with the library. "
            "A file that is none of them is refused with the figure. The files themselves are not touched."
        ),
    )
    attach.add_argument("pack", metavar="PACK", help=_("the pack's id, such as khojaly-1992"))
    attach.add_argument("files", metavar="FILE", type=Path, nargs="+", help=_("text files (.txt)"))
    attach.add_argument(
        "--encoding",
        metavar="NAME",
        help=_("how the files are encoded, such as windows-1254, where letters come out wrong"),
    )

    compare = commands.add_parser(
        "compare",
        parents=[data],
        help=_("lay articles side by side: figures, dates, shared wording, names"),
        description=_(
            "Read two to twenty articles on one event and tell where their figures part, which words they "
            "share and what was changed around them, whom they name, and which words judge or leave open. "
            "No pack is needed. All of it is found by the program alone; --json says why for each finding."
        ),
    )
    compare.add_argument(
        "files", metavar="FILE", type=Path, nargs="+", help=_("articles (.txt, .md, saved .html)")
    )
    compare.add_argument("--json", action="store_true", help=_("print all of it as JSON, for other programs"))
    compare.add_argument(
        "--encoding", metavar="NAME", help=_("how the files are encoded, where letters come out wrong")
    )

    _add_new(commands, data)
    _add_notes(commands, data)
    _add_learners(commands, data)
    add_export(commands, data)

    add_backup(commands, data)

    fingerprint = commands.add_parser(
        "fingerprint",
        parents=[data],
        help=_("make what a pack needs to recognise a text without carrying it"),
        description=_(
            "Print the `original:` part of a source's card and the lines of its .hashes file for a text. "
            "Neither holds any of the text's words."
        ),
    )
    fingerprint.add_argument("file", metavar="FILE", type=Path, help=_("the author's own text (.txt)"))
    fingerprint.add_argument(
        "--words",
        metavar="WORDS",
        help=_("instead, print the anchor of a passage: its words, five or more, as they stand in the text"),
    )
    fingerprint.add_argument(
        "--nth", metavar="N", type=int, help=_("which of several such places is meant, from 1")
    )
    return made


def _add_new(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", data: argparse.ArgumentParser
) -> None:
    new = commands.add_parser(
        "new",
        parents=[data],
        help=_("make a pack of two to eight articles"),
        description=_(
            "Make a pack of articles, as a folder that a teacher can go on with: their own words as the "
            "texts, the cards as far as the files tell, and stages that end in a comparison. The articles "
            "belong to their authors: such a pack is for your own use and not to be passed on."
        ),
    )
    new.add_argument(
        "files", metavar="FILE", type=Path, nargs="+", help=_("articles (.txt, .md, saved .html)")
    )
    new.add_argument(
        "--title", metavar="TITLE", default="", help=_("the pack's title; else one from the names they share")
    )
    new.add_argument(
        "--to", metavar="FOLDER", type=Path, help=_("make it in this folder, which is not there yet")
    )
    new.add_argument(
        "--encoding", metavar="NAME", help=_("how the files are encoded, where letters come out wrong")
    )


def _add_notes(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", data: argparse.ArgumentParser
) -> None:
    notes = commands.add_parser(
        "notes",
        help=_("take highlights and notes along, or lay others' over a pack's texts"),
        description=_("Export your own highlights and notes, or import a set of someone else's as a layer."),
    )
    what = notes.add_subparsers(dest="notes", metavar="WHAT", required=True)
    export = what.add_parser(
        "export",
        parents=[data, _learner()],
        help=_("write your own highlights and notes to a file"),
        description=_(
            "Write your own highlights and notes on a pack as Markdown, as a page for the browser or as W3C "
            "Web Annotations, which other programs read."
        ),
    )
    export.add_argument("pack", metavar="PACK", help=_("the pack's id, such as khojaly-1992"))
    export.add_argument(
        "--format", choices=["md", "html", "json"], default="md", help=_("md where not given")
    )
    export.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=Path,
        help=_("write to this file, which is not there yet, not to the screen"),
    )
    export.add_argument("--replace", action="store_true", help=_("replace the file if it is there"))
    export.add_argument(
        "--title",
        metavar="TITLE",
        default="",
        help=_("make a set for others, under this title (--format json)"),
    )
    export.add_argument("--author", metavar="NAME", default="", help=_("whose set it is, as others see it"))
    imported = what.add_parser(
        "import",
        parents=[data, _learner()],
        help=_("lay a set of someone else's over the texts"),
        description=_(
            "Take a set that was exported from Crossread, or any file of W3C Web Annotations, as a layer "
            "that can be hidden. What fits no text of the pack is told and left out."
        ),
    )
    imported.add_argument("file", metavar="FILE", type=Path, help=_("the file of annotations (.json)"))
    imported.add_argument("--pack", metavar="PACK", required=True, help=_("the pack's id"))


def _learner() -> argparse.ArgumentParser:
    """Make the option that says whose record a command reads."""
    who = argparse.ArgumentParser(add_help=False)
    who.add_argument(
        "--learner",
        metavar="WHO",
        default=argparse.SUPPRESS,
        help=_("whose record: a name or an id; needed where several learners share the machine"),
    )
    return who


def _add_learners(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", data: argparse.ArgumentParser
) -> None:
    learners = commands.add_parser(
        "learners",
        parents=[data],
        help=_("list who reads on this machine; add, rename or delete learners"),
        description=_(
            "Without more: each learner with their answers, the last day, the room taken and the id. A "
            "learner is a name or a code and nothing else. Where a class uses the machine, deleting asks "
            "for the teacher word."
        ),
    )
    learners.add_argument(
        "--json",
        action="store_true",
        help=_(
            "print the list as JSON, for other programs: name, id, answers, last, bytes and open of each; "
            "answers is null where the record cannot be read, last where there is none"
        ),
    )
    what = learners.add_subparsers(dest="learners", metavar="WHAT")
    named = _("the learner's name or id")
    add = what.add_parser(
        "add",
        parents=[data],
        help=_("let somebody read here, or everybody in a list"),
        description=_(
            "Add a learner, or everybody in a list: a name or a code a line, or a table (CSV) whose first "
            "line calls a column “name”. Where a line is in the way, it is said, and nobody is added."
        ),
    )
    who = add.add_mutually_exclusive_group(required=True)
    who.add_argument("name", metavar="NAME", nargs="?", help=_("a name or a code, at most 60 characters"))
    who.add_argument("--from", dest="file", metavar="FILE", type=Path, help=_("everybody in this list"))
    add.add_argument(
        "--encoding", metavar="NAME", help=_("how the list is encoded, where letters come out wrong")
    )
    renamed = what.add_parser("rename", parents=[data], help=_("call a learner otherwise"))
    renamed.add_argument("who", metavar="WHO", help=named)
    renamed.add_argument("name", metavar="NAME", help=_("the new name"))
    unlock = what.add_parser("unlock", parents=[data], help=_("take off a pattern that was forgotten"))
    unlock.add_argument("who", metavar="WHO", help=named)
    delete = what.add_parser(
        "delete",
        parents=[data],
        help=_("delete all that is kept of a learner"),
        description=_(
            "Remove the learner's folder with record, second logs, drafts and backups, and the files that "
            "were handed on and are still there. What cannot be removed is said, and tried again later."
        ),
    )
    delete.add_argument("who", metavar="WHO", help=named)
    delete.add_argument("--yes", action="store_true", help=_("do not ask first"))
    delete.add_argument("--keep-files", action="store_true", help=_("leave the files that were handed on"))


class _Version(argparse.Action):
    """Tells the version; looked up only when it is asked for, because that takes as long as a window."""

    def __call__(self, parser: argparse.ArgumentParser, *_arguments: object) -> None:
        from importlib.metadata import version

        sys.stdout.write(f"Crossread {version('crossread')}\n")
        parser.exit()
