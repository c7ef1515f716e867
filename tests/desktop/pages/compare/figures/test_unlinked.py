"""Figures of articles of which the program put none together: they are listed, and nothing false is said."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from crossread.desktop.pages.compare.figures.figures import FiguresPart
from crossread.desktop.pages.compare.figures.unlinked import MOST, FiguresUnlinked
from crossread.desktop.place import Spot
from crossread.packs.sources.source import Card, Source
from crossread.texts.figures.figures import find_figures
from crossread.texts.text import Block, Text
from tests.desktop.pages.compare.own_articles import own_pack
from tests.desktop.pages.conftest import Opened, words_of

KEEPER = "On 3 May 1911 the bridge fell. The toll was 12 pence."
PAPER = "Some 20 farmers sold 300 sheep at the fair."


def figures(opened: Opened, *articles: str) -> FiguresPart:
    """Open the figures of a pack made of articles, as soon as they are listed."""
    opened.go("compare", own_pack(opened, {f"Goat {at}": words for at, words in enumerate(articles)}))
    opened.desk.front.show("figures")
    area = opened.desk.front.area
    assert area is not None
    part = area.part
    assert isinstance(part, FiguresPart)
    opened.wait(lambda: part.empty.isVisible() and part.empty.settled)
    return part


def test_what_was_found_in_each_text_is_listed_where_nothing_was_put_together(opened: Opened) -> None:
    part = figures(opened, KEEPER, PAPER)
    assert not part.cards
    told = words_of(part)
    assert "no two figures that surely speak of the same thing" in told
    assert [link.text() for link in part.empty.links] == ["3 May 1911", "12 pence", "20 farmers", "300 sheep"]
    assert "A · Goat 0" in told
    assert "authors’ own texts" not in told  # the articles are their authors' own


def test_a_listed_figure_leads_to_its_passage(opened: Opened) -> None:
    part = figures(opened, KEEPER, PAPER)
    went: list[object] = []
    part.spot_asked.connect(went.append)
    link = part.empty.links[2]
    link.setFocus()
    opened.wait(link.hasFocus)
    opened.press(Qt.Key.Key_Space)
    (spot,) = went
    assert isinstance(spot, Spot)
    assert PAPER[spot.start : spot.end] == "20"


def test_texts_without_any_number_are_said_to_have_none(opened: Opened) -> None:
    part = figures(opened, "The goat climbed.", "Nobody saw a goat.")
    assert "found no number and no date" in words_of(part)
    assert part.empty.links == []


def test_of_a_long_text_the_first_figures_are_listed_and_the_others_counted(qtbot: QtBot) -> None:
    text = Text((Block("paragraph", " ".join(f"They sold {at} goats." for at in range(100, 130))),))
    source = Source(id="a", letter="A", card=Card(title="Goats", short="Goats"), digest=text)
    card = FiguresUnlinked()
    qtbot.addWidget(card)
    card.show()
    found = {"a": [(one, Spot("a", "digest", one.where.start)) for one in find_figures(text)]}
    card.show_figures([source], found, lacking=True)
    assert len(card.links) == MOST
    assert all(isinstance(link, QPushButton) for link in card.links)
    assert "and 6 more in this text" in words_of(card)
    assert "authors’ own texts" in words_of(card)
