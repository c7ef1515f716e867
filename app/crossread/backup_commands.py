"""`crossread backup` and `crossread verify`: backups made, listed and restored, and all of it verified."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from crossread.base.clock import SystemClock
from crossread.base.errors import N_, Expected
from crossread.base.folders import DataFolders
from crossread.base.settings import Settings
from crossread.base.translation import _
from crossread.verify_commands import answers_words, verify

if TYPE_CHECKING:
    from crossread.operations.backups.backups import BackupSeen
    from crossread.operations.learners.learners import Learner
    from crossread.operations.sessions.sitting import Sitting


def add_backup(commands: Any, data: argparse.ArgumentParser) -> None:
    """Teach the command line the two commands."""
    backup = commands.add_parser(
        "backup",
        parents=[data],
        help=_("make a backup of what is kept of a learner, list backups, put one back"),
        description=_(
            "Make a verified backup of what is kept of a learner, or of each with --all. Crossread makes "
            "them by itself, at a start when something changed and before all that changes much; they are "
            "kept beside the record, and thinned out as they grow old. Ends with 1 where one could not be "
            "made."
        ),
    )
    _add_whose(backup)
    what = backup.add_mutually_exclusive_group()
    what.add_argument(
        "--to",
        metavar="FILE",
        type=Path,
        help=_("copy the backup that is made to this file as well, verified"),
    )
    what.add_argument("--list", action="store_true", help=_("list the backups, the newest first"))
    what.add_argument(
        "--restore",
        metavar="NAME",
        help=_(
            "put back the backup of this name or number, or a copy that was made with --to; what is there "
            "now is backed up first"
        ),
    )
    verify = commands.add_parser(
        "verify",
        parents=[data],
        help=_("verify what is kept of a learner: the record, its second log, its backups"),
        description=_(
            "Compare every entry of the record, of its second log and of its backups with its checksum; of "
            "each learner with --all. What is open in a window is read as it is at that moment. Nothing is "
            "repaired: that happens when the window opens. Ends with 1 where something is wrong, or could "
            "not be read."
        ),
    )
    _add_whose(verify)


def _add_whose(command: argparse.ArgumentParser) -> None:
    whose = command.add_mutually_exclusive_group()
    whose.add_argument("--learner", metavar="NAME", default="", help=_("whose, by name or id"))
    whose.add_argument("--all", action="store_true", help=_("of each learner, one after another"))


def do_backups(folders: DataFolders, settings: Settings, options: Any) -> int:
    """Do one of the two; return 0, or 1 where something is wrong with anybody's. Raises Expected."""
    from crossread.operations.learners.learners import all_learners

    verifies = options.command == "verify"
    if not verifies:
        _raise_if_it_cannot_be(options)
    if options.all:
        return _each(folders, settings, options)
    learner = _whose(folders, settings, options.learner)
    if not options.learner and len(all_learners(folders)) > 1:
        print(f"{learner.shown}:")  # nobody was named, so it is to be seen whose it is
    return verify(learner) if verifies else _do(folders, settings, learner, options)


def _raise_if_it_cannot_be(options: Any) -> None:
    if options.all and (options.to is not None or options.restore is not None):
        raise Expected(
            "one-at-a-time",
            N_("A backup is copied or put back of one learner at a time. Say whose: --learner NAME."),
        )
    if options.to is not None and options.to.exists():
        raise Expected(
            "file-there", N_("{name} is there already. Choose another name."), name=options.to.name
        )


def _each(folders: DataFolders, settings: Settings, options: Any) -> int:
    """Do it for each learner; who cannot be read keeps no other from it."""
    from crossread.operations.learners.learners import all_learners

    there = all_learners(folders)
    if not there:
        print(_("Nobody reads here yet."))
    wrong: list[str] = []
    for learner in there:
        print(f"{learner.shown}:")
        try:
            result = (
                verify(learner) if options.command == "verify" else _do(folders, settings, learner, options)
            )
        except Expected as error:
            print(_("{name}: {why}").format(name=learner.shown, why=error), file=sys.stderr)
            result = 1
        if result:
            wrong.append(learner.shown)
    if wrong:
        print(_("Not well, or not done: {names}.").format(names=", ".join(wrong)), file=sys.stderr)
    return 1 if wrong else 0


def _whose(folders: DataFolders, settings: Settings, asked: str) -> "Learner":
    from crossread.operations.learners.who import who_is_meant

    try:
        return who_is_meant(folders, settings, asked)
    except Expected as error:
        if error.code != "which-learner":
            raise
        raise Expected(
            "which-learner",
            N_(
                "Several learners use this machine. Say whose is meant: --learner NAME, or --all for each of "
                "them. `crossread learners` lists them."
            ),
        ) from error


def _do(folders: DataFolders, settings: Settings, learner: "Learner", options: Any) -> int:
    from crossread.operations.learners.learners import has_begun
    from crossread.operations.sessions.sitting import sitting

    if options.list:
        return _list(learner)
    if not has_begun(learner) and (options.restore is None or not Path(options.restore).is_file()):
        # To open a record would make one, and who comes first would not be met as somebody new.
        if options.restore is not None:
            raise Expected(
                "backup-not-there",
                N_("There is no backup or file called {name}, and nothing is kept of this learner yet."),
                name=Path(options.restore).name,
            )
        print(_("There is nothing to back up yet."))
        return 0
    try:
        asked = learner.id if learner.folder.is_dir() else ""  # before anybody was here nobody can be named
        with sitting(folders, settings, SystemClock(), asked) as sat:
            if options.restore is not None:
                return _restore(sat, options.restore)
            return _back_up(sat, options.to)
    except Expected as error:
        raise _open_elsewhere(error) from error


def _open_elsewhere(error: Expected) -> Expected:
    """Say of a record that is open in a window what can be done all the same."""
    if error.code != "record-locked":
        return error
    return Expected(
        "record-locked",
        N_(
            "{why} `crossread backup --list` works meanwhile, and the page “Backups” in the window makes and "
            "restores backups too."
        ),
        why=error.message,
    )


def _back_up(sat: "Sitting", to: Path | None) -> int:
    got: list[Any] = []
    sat.session.back_up(got.append)
    if not sat.result(got):
        print(_("There is nothing to back up yet."))
        return 0
    (one, *_older) = _backups(sat)
    print(_("Made and verified: {line}").format(line=_line(one)))
    if to is not None:
        copied: list[Any] = []
        sat.session.copy_backup(one.name, to.absolute(), copied.append, _nothing)
        sat.result(copied)
        print(_("Copied to {file}, and verified there.").format(file=to))
    return 0


def _restore(sat: "Sitting", name: str) -> int:
    if Path(name).is_file():
        brought: list[Any] = []
        sat.session.take_in_backup(Path(name), brought.append, _nothing)
        name = sat.result(brought)
    there = [one for one in _backups(sat) if name in (one.name, str(one.number), f"{one.number:06d}")]
    got: list[Any] = []
    sat.session.restore(there[0].name if there else name, got.append)
    sat.result(got)
    print(_("Restored: {line}").format(line=_line(there[0])))
    before = next((one for one in _backups(sat) if one.why == "restore"), None)
    if before is not None:
        told = _(
            "What was there before is backup {number}: `crossread backup --restore {number}` brings it back."
        )
        print(told.format(number=before.number))
    return 0


def _backups(sat: "Sitting") -> "tuple[BackupSeen, ...]":
    got: list[Any] = []
    sat.session.backups(got.append)
    found: tuple[BackupSeen, ...] = sat.result(got)
    return found


def _list(learner: "Learner") -> int:
    from crossread.operations.backups.backups import look_at_backups

    found = look_at_backups(learner.folder)
    if not found:
        print(_("There are no backups yet."))
    for one in found:
        print(_line(one))
    return 0


def _line(one: "BackupSeen") -> str:
    from crossread.operations.backups.backup_words import size_words, why_words

    answers = _("damaged") if one.answers is None else answers_words(one.answers)
    made = f"{one.made.astimezone():%Y-%m-%d %H:%M}"
    return "  ".join((f"{one.number:>4}", made, answers, size_words(one.size), why_words(one.why)))


def _nothing(_share: float) -> None:
    """Show nothing of how far it is."""


__all__ = ["add_backup", "do_backups"]
