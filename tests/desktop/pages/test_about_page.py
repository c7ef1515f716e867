"""About: the version, where the data lies, and the licences of all that the program stands on."""

from importlib import metadata

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from crossread.desktop.pages.help.about_licences import Licence, licences
from crossread.desktop.pages.help.about_page import AboutPage
from crossread.desktop.place import Place
from tests.desktop.pages.conftest import Opened, words_of


@pytest.fixture
def page(opened: Opened) -> AboutPage:
    opened.window.go(Place("about"))
    shown = opened.window.pages.currentWidget()
    assert isinstance(shown, AboutPage)
    return shown


def test_it_tells_the_version_and_the_licences_of_program_and_packs(page: AboutPage) -> None:
    told = words_of(page)
    assert f"Version {metadata.version('crossread')}" in told
    assert "MIT" in told
    assert "CC BY 4.0" in told


def test_the_folder_of_the_data_is_shown_copied_and_opened(
    page: AboutPage, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = str(opened.folders.root)
    assert folder in words_of(page)
    opened.press(Qt.Key.Key_Space)  # the focus is on the first button
    assert QGuiApplication.clipboard().text() == folder
    asked: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", asked.append)
    opened.click(page.open)
    assert [url.toLocalFile() for url in asked] == [folder]


def test_picking_a_package_shows_its_licence(page: AboutPage, opened: Opened) -> None:
    page.list.setFocus()
    names = [page.list.item(row).text().split()[0] for row in range(page.list.count())]
    assert names[0] == "crossread"
    assert {"apsw", "Markdown", "PyYAML", "PySide6_Essentials", "pydantic"} <= set(names)
    page.list.setCurrentRow(names.index("Markdown"))
    assert "Redistribution and use" in page.text.text()
    page.list.setCurrentRow(names.index("PySide6_Essentials"))
    assert "LGPL-3.0-only" in page.text.text()


def test_every_package_has_a_version_and_says_what_its_licence_is() -> None:
    found = licences()
    assert len(found) > 12
    assert all(one.version and (one.called or one.texts) for one in found)


def test_where_a_licence_can_be_read_follows_from_its_names() -> None:
    one = Licence("x", "1", "(MIT OR Apache-2.0) AND PSF-2.0")
    assert [place.rsplit("/", 1)[-1] for place in one.places] == [
        "MIT.html",
        "Apache-2.0.html",
        "PSF-2.0.html",
    ]
