"""The pages that belong to no pack, by name; each is imported when it is first gone to."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from crossread.desktop.pages.page import Page, Surroundings

Maker = Callable[[Surroundings, QWidget], Page]


def _progress() -> Maker:
    from crossread.desktop.pages.progress.progress_page import ProgressPage

    return ProgressPage


def _review() -> Maker:
    from crossread.desktop.pages.review.review_page import ReviewPage

    return ReviewPage


def _practice() -> Maker:
    from crossread.desktop.pages.review.practice_page import PracticePage

    return PracticePage


def _history() -> Maker:
    from crossread.desktop.pages.progress.history_page import HistoryPage

    return HistoryPage


def _search() -> Maker:
    from crossread.desktop.pages.finding.search_page import SearchPage

    return SearchPage


def _settings() -> Maker:
    from crossread.desktop.pages.settings.settings_page import SettingsPage

    return SettingsPage


def _help() -> Maker:
    from crossread.desktop.pages.help.help_page import HelpPage

    return HelpPage


def _about() -> Maker:
    from crossread.desktop.pages.help.about_page import AboutPage

    return AboutPage


def _new_pack() -> Maker:
    from crossread.desktop.pages.library.new_pack import NewPackPage

    return NewPackPage


def _learners() -> Maker:
    from crossread.desktop.learners.learners_page import LearnersPage

    return LearnersPage


def _backups() -> Maker:
    from crossread.desktop.pages.backups.backups_page import BackupsPage

    return BackupsPage


def _hand_on() -> Maker:
    from crossread.desktop.pages.handing_on.hand_on_page import HandOnPage

    return HandOnPage


PLAIN_PAGES: Mapping[str, Callable[[], Maker]] = {
    "progress": _progress,
    "hand-on": _hand_on,
    "history": _history,
    "review": _review,
    "practice": _practice,
    "search": _search,
    "settings": _settings,
    "help": _help,
    "about": _about,
    "new-pack": _new_pack,
    "learners": _learners,
    "backups": _backups,
}
