"""The command line: the window, and the same operations without one."""

import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from crossread.base import translation
from crossread.base.clock import SystemClock
from crossread.base.declared import LANGUAGE
from crossread.base.errors import N_, Expected, why_of
from crossread.base.folders import DataFolders, data_folders, locale_folder
from crossread.base.settings import Settings
from crossread.base.translation import _, ngettext

# What holds where nothing was given: there is no need to make a parser first.
_JUST_THE_WINDOW = SimpleNamespace(command="", data="", pack="", language="", mode="", learner="")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; return 0, or 1 where something was found wrong or could not be done."""
    try:
        return _run(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
        return 130  # what shells expect of a program that was stopped by Ctrl+C


def _run(given: Sequence[str]) -> int:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a console that lacks a letter still gets the rest
    _speak()
    options: Any = _parsed(given) if given else _JUST_THE_WINDOW
    folders = data_folders(options.data)
    settings = Settings(folders.settings)
    options.language = options.language or os.environ.get("CROSSREAD_LANGUAGE") or settings[LANGUAGE]
    _speak(options.language)
    try:
        if options.command:
            _raise_if_no_folder(folders)
        result = _do(options, folders, settings)
        if sys.stdout is not None:
            sys.stdout.flush()  # here, where it is still told why what was said could not be written
    except BrokenPipeError:
        # The reader of our output went away (`crossread check … | head`): nothing is wrong with us.
        _say_no_more()
        return 0
    except Expected as error:
        print(error.message, file=sys.stderr)
        return 1
    except OSError as error:
        return _refused(error, options.command)
    return result


def _raise_if_no_folder(folders: DataFolders) -> None:
    """Raise Expected `data-no-folder`: of a file it would be said that nobody reads here."""
    if folders.root.is_file():
        raise Expected(
            "data-no-folder",
            N_("{name} is a file. Say the folder in which Crossread keeps everything: --data DIR."),
            name=folders.root.name,
        )


def _refused(error: OSError, command: str) -> int:
    """Say what the system refused to a command; of the window it is an error of ours, and is raised."""
    if sys.stdout is None or (error.filename is not None and not command):
        raise error
    if error.filename is None:
        _say_no_more()
        told = _("The output could not be written: {why}.").format(why=why_of(error))
    else:
        told = _("{name} cannot be used ({why}). Check that the disk is connected, and that you may open it.")
        told = told.format(name=Path(os.fsdecode(error.filename)).name, why=why_of(error))
    print(told, file=sys.stderr)
    return 1


def _do(options: Any, folders: DataFolders, settings: Settings) -> int:
    match options.command:
        case "check":
            return _check(options.path, options.originals)
        case "attach":
            return _attach(folders, options.pack, options.files, options.encoding)
        case "compare":
            return _compare(options.files, options.encoding, as_json=options.json)
        case "new":
            return _new(options.files, options.title, options.to, options.encoding)
        case "notes" if options.notes == "export":
            return _export_notes(folders, settings, options)
        case "notes":
            return _import_notes(folders, settings, options.file, options.pack, options.learner)
        case "export" | "learners" | "backup" | "verify":
            return _of_learners(folders, settings, options)
        case "fingerprint":
            return _fingerprint(options.file, options.words, options.nth)
        case _:
            return _window(folders, settings, options)


def _of_learners(folders: DataFolders, settings: Settings, options: Any) -> int:
    match options.command:
        case "export":
            from crossread.export_commands import do_export

            return do_export(folders, settings, options)
        case "learners":
            return _learners(folders, settings, options)
        case _:
            from crossread.backup_commands import do_backups

            return do_backups(folders, settings, options)


def _say_no_more() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parsed(given: Sequence[str]) -> Any:
    from crossread.arguments import parser

    return parser().parse_args(given)


def _speak(language: str = "") -> None:
    translation.install(translation.choose(locale_folder(), language))


def _window(folders: DataFolders, settings: Settings, options: Any) -> int:
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
    import gc

    gc.disable()  # nothing of the start is garbage; the window turns it on again once it is painted
    from crossread.desktop.start import run

    return run(
        folders,
        settings,
        SystemClock(),
        options.pack or None,
        options.language,
        options.mode,
        _known(folders, options.learner),
    )


def _known(folders: DataFolders, learner: str) -> str:
    """Return the id of a learner who was named, "" for none; raises Expected `no-such-learner`."""
    if not learner:
        return ""
    from crossread.operations.learners.learners import find_learner

    return find_learner(folders, learner).id


def _learners(folders: DataFolders, settings: Settings, options: Any) -> int:
    import getpass

    from crossread.operations.learners.learners_by_command import Console, do_learners

    is_seen = sys.stdin is None or not sys.stdin.isatty()
    console = Console(print, input, input if is_seen else getpass.getpass)
    return do_learners(folders, settings, options, console)


def _check(path: Path, originals: Path | None) -> int:
    from crossread.operations.opening.checking import check_folder

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
    from crossread.operations.opening.attaching import attach_files
    from crossread.operations.opening.opening import open_shelved, shelved_library
    from crossread.packs.library.originals import Originals

    opened = open_shelved(shelved_library(folders), folders, pack_id)
    results = attach_files(opened.pack, Originals(folders.originals), files, encoding=encoding)
    for result in results:
        print(result.message)
    return 0 if all(result.source for result in results) else 1


def _compare(files: Sequence[Path], encoding: str | None, *, as_json: bool) -> int:
    from crossread.operations.opening.comparing import compare_files

    compared = compare_files(files, encoding)
    names = {letter: article.name for letter, article in compared.articles.items()}
    if as_json:
        from crossread.reports.comparison_json import comparison_json

        print(comparison_json(compared.comparison, compared.texts, names), end="")
    else:
        from crossread.reports.comparison_text import comparison_text

        print(comparison_text(compared.comparison, compared.texts, names), end="")
    return 0


def _new(files: Sequence[Path], title: str, to: Path | None, encoding: str | None) -> int:
    from crossread.operations.opening.new_pack_keeping import write_new

    folder, pack_id = write_new(files, title, to, encoding)
    told = _("The pack {pack} is in {folder}. Go on there; `crossread check {folder}` says what is missing.")
    print(told.format(pack=pack_id, folder=folder))
    return 0


def _export_notes(folders: DataFolders, settings: Settings, options: Any) -> int:
    from crossread.operations.handing_on.handing_on import hand_on_notes, notes_as
    from crossread.operations.handing_on.writing_files import refuse_where_it_is
    from crossread.operations.sessions.sitting import sitting
    from crossread.reports.notes_annotation import ForOthers

    is_set = bool(options.title or options.author)
    if is_set and options.format != "json":
        raise Expected("sets-are-json", N_("A set for others is a JSON file. Add --format json."))
    if is_set and not options.title.strip():
        # Without one it would be the learner's own export, with words of the authors' texts in it.
        raise Expected("set-without-title", N_("A set for others needs a title. Add --title."))
    if options.output is not None and not options.replace:
        refuse_where_it_is(options.output)
    for_others = ForOthers(options.title, options.author) if is_set else None
    with sitting(folders, settings, SystemClock(), options.learner) as sat:
        opened = sat.open(options.pack)
        sat.wait_for(lambda: not sat.session.noted(opened).loading)
        rows = sat.session.board(opened)
    if options.output is None:
        print(notes_as(opened.pack, rows, options.format, for_others), end="")
        return 0
    hand_on_notes(opened.pack, rows, options.output, options.format, for_others)
    print(_("Written to {file}.").format(file=options.output))
    return 0


def _import_notes(folders: DataFolders, settings: Settings, file: Path, pack_id: str, learner: str) -> int:
    from crossread.operations.noting.layers import LayerTaken
    from crossread.operations.sessions.sitting import sitting

    with sitting(folders, settings, SystemClock(), learner) as sat:
        opened = sat.open(pack_id)
        got: list[LayerTaken | Expected] = []
        sat.session.add_layer(opened, file, got.append)
        taken = sat.result(got)
    count = taken.layer.count
    told = ngettext(
        "“{title}” lies over “{pack}” now: {count} highlight or note.",
        "“{title}” lies over “{pack}” now: {count} highlights and notes.",
        count,
    )
    print(told.format(title=taken.layer.title, pack=opened.pack.title, count=count))
    for sentence in taken.told:
        print(sentence)
    return 0


def _fingerprint(file: Path, words: str | None, nth: int | None) -> int:
    from crossread.operations.opening.checking import anchor_in_file, fingerprint_file

    if nth is not None and words is None:
        raise Expected("nth-of-nothing", N_("--nth says which of several passages is meant. Add --words."))
    print(fingerprint_file(file) if words is None else anchor_in_file(file, words, nth), end="")
    return 0
