"""`crossread learners`: who reads on this machine; adding, renaming, unlocking and deleting."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from crossread.base.clock import SystemClock
from crossread.base.declared import MODE
from crossread.base.errors import N_, Expected, why_of
from crossread.base.folders import DataFolders
from crossread.base.settings import Settings
from crossread.base.translation import _, ngettext
from crossread.operations.learners.deleting import (
    delete_learner,
    finish_deletions,
    partly_deleted,
    still_there,
    what_goes,
)
from crossread.operations.learners.learner import forget_learner, had_the_machine
from crossread.operations.learners.learner_facts import LearnerFacts, handed_on, learner_facts, rows
from crossread.operations.learners.learners import (
    Learner,
    add_learner,
    find_learner,
    rename_learner,
    set_pattern,
)
from crossread.operations.learners.teacher_word import TeacherWord


@dataclass(frozen=True, slots=True)
class Console:
    """What a console does: says a line, asks for one, asks for one unseen; asking may raise EOFError."""

    say: Callable[[str], None]
    ask: Callable[[str], str]
    ask_unseen: Callable[[str], str]


def do_learners(folders: DataFolders, settings: Settings, options: Any, console: Console) -> int:
    """Do what was asked for; return 0, or 1 where a deletion left something or was not wished after all.

    Raises Expected where a name is not there or not free, the teacher word is wrong, or the disk refuses.
    """
    if not options.learners:
        return _list(folders, console, as_json=options.json)
    try:
        return _do(folders, settings, options, console)
    except BrokenPipeError:
        raise  # whoever read what is said has gone
    except OSError as error:
        raise Expected(
            "learners-not-kept",
            N_("The data folder cannot be written to ({why}). Nothing was changed."),
            why=why_of(error),
        ) from error


def _do(folders: DataFolders, settings: Settings, options: Any, console: Console) -> int:
    match options.learners:
        case "add" if options.file is not None:
            return _add_all(folders, options, console)
        case "add":
            told = _("{name} can read here now.").format(name=add_learner(folders, options.name).shown)
        case "rename":
            learner = find_learner(folders, options.who)
            renamed = rename_learner(folders, learner, options.name)
            told = _("{before} is called {name} now.").format(before=learner.shown, name=renamed.shown)
        case "unlock":
            learner = find_learner(folders, options.who)
            _ask_teacher(folders, settings, console)
            set_pattern(learner, None)
            told = _("{name} is asked for no pattern any more.").format(name=learner.shown)
        case _:
            learner = find_learner(folders, options.who)
            return _delete(
                folders, settings, learner, console, yes=options.yes, keep_files=options.keep_files
            )
    console.say(told)
    return 0


def _add_all(folders: DataFolders, options: Any, console: Console) -> int:
    from crossread.operations.learners.list_of_names import add_from

    added = add_from(folders, options.file, options.encoding)
    if added.encoding != "utf-8":
        told = _("Read as {encoding}. Where letters are wrong, say how the file is encoded: --encoding NAME.")
        console.say(told.format(encoding=added.encoding))
    for learner in added.learners:
        console.say(_("{name} can read here now.").format(name=learner.shown))
    count = len(added.learners)
    console.say(ngettext("{count} learner added.", "{count} learners added.", count).format(count=count))
    return 0


def _list(folders: DataFolders, console: Console, *, as_json: bool) -> int:
    facts = learner_facts(folders)
    if as_json:
        console.say(json.dumps(rows(facts), ensure_ascii=False, indent=1))
        return 0
    if not facts:
        console.say(_("Nobody reads here yet. `crossread learners add NAME` adds a learner."))
    for one in facts:
        console.say(_line(one))
    if left := partly_deleted(folders):
        told = ngettext(
            "{count} learner is deleted in part; the next start of the window tries to remove the rest.",
            "{count} learners are deleted in part; the next start of the window tries to remove the rest.",
            len(left),
        )
        console.say(told.format(count=len(left)))
    return 0


def _line(one: LearnerFacts) -> str:
    if one.answers is None:
        answers = _("open in a window now") if one.is_open else _("the record cannot be read")
    else:
        answers = ngettext("{count} answer", "{count} answers", one.answers).format(count=one.answers)
        if one.is_open:
            answers = _("{answers}, open in a window now").format(answers=answers)
    never = _("never") if one.answers == 0 else _("not known")
    last = one.last.astimezone().date().isoformat() if one.last else never
    told = _("{name}   {answers}   last: {day}   {size} kB   {id}")
    return told.format(
        name=one.learner.shown, answers=answers, day=last, size=-(-one.bytes // 1000), id=one.learner.id
    )


def _delete(
    folders: DataFolders,
    settings: Settings,
    learner: Learner,
    console: Console,
    *,
    yes: bool,
    keep_files: bool,
) -> int:
    _ask_teacher(folders, settings, console)
    goes = what_goes(learner.folder)
    files = still_there(handed_on(learner.folder))
    if not yes:
        console.say(
            _(
                "{name}: every answer, note and draft, {backups} backups and all settings go, {size} kB."
            ).format(name=learner.shown, backups=goes.backups, size=-(-goes.bytes // 1000))
        )
        stays, goes_too = _("Handed on, stays: {file}"), _("Handed on and still there, goes too: {file}")
        told = stays if keep_files else goes_too
        for file in files:
            console.say(told.format(file=file))
        console.say(
            _("Copies elsewhere stay, and a disk can keep traces for a while. It cannot be taken back.")
        )
        if not _says_yes(console, _("Delete? Type the name to go on: "), learner.shown):
            console.say(_("Nothing was deleted."))
            return 1
    if keep_files:
        files = []
    alone = had_the_machine(learner.folder)
    done = delete_learner(folders, learner.id, files)
    forget_learner(settings, learner.id, alone=alone)
    if not done.whole:
        done = finish_deletions(folders)  # what another program had open for a moment
    for file in files:
        if not file.exists():
            console.say(_("Removed, as it was handed on: {file}").format(file=file))
    if done.whole:
        console.say(_("All that was kept of {name} is deleted.").format(name=learner.shown))
        return 0
    for name, why in done.left:
        console.say(_("Could not be removed: {name} ({why})").format(name=name, why=why))
    return 1


def _says_yes(console: Console, question: str, name: str) -> bool:
    try:
        return console.ask(question).strip().casefold() == name.casefold()
    except EOFError:
        return False


def _ask_teacher(folders: DataFolders, settings: Settings, console: Console) -> None:
    """Ask for the teacher word where a class or guests use the machine."""
    if settings[MODE] == "myself":
        return
    word = TeacherWord(folders, SystemClock())
    if not word.is_set():
        word.check("")
    try:
        typed = console.ask_unseen(_("Teacher word: "))
    except EOFError as error:
        raise Expected("teacher-word-wrong", N_("That is not the teacher word.")) from error
    word.check(typed)
