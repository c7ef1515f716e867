"""The command line: the window, and the same operations without one."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from crossread.base import translation
from crossread.base.clock import SystemClock
from crossread.base.errors import N_, Expected
from crossread.base.folders import DataFolders, assets_folder, data_folders
from crossread.base.settings import LANGUAGE, Settings
from crossread.base.translation import _, ngettext


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; return 0, or 1 where something was found wrong or could not be done."""
    _speak()
    options = _parser().parse_args(arguments)
    folders = data_folders(options.data)
    settings = Settings(folders.settings)
    _speak(settings[LANGUAGE])
    try:
        match options.command:
            case "check":
                return _check(options.path, options.originals)
            case "attach":
                return _attach(folders, options.pack, options.files, options.encoding)
            case "fingerprint":
                return _fingerprint(options.file, options.words, options.nth)
            case _:
                return _window(folders, settings, options.pack)
    except Expected as error:
        print(error.message, file=sys.stderr)
        return 1
    except BrokenPipeError:
        # The reader of our output went away (`crossread check … | head`): nothing is wrong with us.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _speak(language: str = "") -> None:
    translation.install(translation.load(assets_folder() / "translations", [language] if language else None))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
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
            "\n"
            "Everything stays on this machine: nothing is sent, no account is needed."
        ),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help=_("tell the version and go"))
    folder = _("keep everything in this folder (also: CROSSREAD_DATA)")
    data = argparse.ArgumentParser(add_help=False)
    data.add_argument("--data", metavar="DIR", default=argparse.SUPPRESS, help=folder)
    parser.add_argument("--data", metavar="DIR", help=folder)
    parser.add_argument("--pack", metavar="PACK", default="", help=_("open the window on this pack"))
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title=_("commands"))

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
    return parser


class _Version(argparse.Action):
    """Tells the version; looked up only when it is asked for, because that takes as long as a window."""

    def __call__(self, parser: argparse.ArgumentParser, *_arguments: object) -> None:
        from importlib.metadata import version

        print(f"Crossread {version('crossread')}")
        parser.exit()


def _window(folders: DataFolders, settings: Settings, pack: str) -> int:
    if sys.platform.startswith("linux") and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        raise Expected(
            "no-display",
            N_(
                "There is no screen to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set). "
                "Start Crossread from a desktop; `crossread check` and `crossread attach` also work here."
            ),
        )
    from crossread.desktop.start import run

    return run(folders, settings, SystemClock(), pack or None)


def _check(path: Path, originals: Path | None) -> int:
    from crossread.operations.checking import check_folder

    result = check_folder(path, originals)
    for problem in result.problems:
        print(problem)
    errors = sum(problem.severity == "error" for problem in result.problems)
    warnings = len(result.problems) - errors
    print(
        _("{errors}, {warnings}.").format(
            errors=ngettext("{count} error", "{count} errors", errors).format(count=errors),
            warnings=ngettext("{count} warning", "{count} warnings", warnings).format(count=warnings),
        )
    )
    return 1 if errors else 0


def _attach(folders: DataFolders, pack_id: str, files: Sequence[Path], encoding: str | None) -> int:
    from crossread.operations.attaching import attach_files
    from crossread.operations.opening import open_shelved, shelved_library
    from crossread.packs.originals import Originals

    opened = open_shelved(shelved_library(folders), folders, pack_id)
    results = attach_files(opened.pack, Originals(folders.originals), files, encoding=encoding)
    for result in results:
        print(result.message)
    return 0 if all(result.source for result in results) else 1


def _fingerprint(file: Path, words: str | None, nth: int | None) -> int:
    from crossread.operations.checking import anchor_in_file, fingerprint_file

    print(fingerprint_file(file) if words is None else anchor_in_file(file, words, nth), end="")
    return 0
