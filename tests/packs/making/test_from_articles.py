"""Packs made of articles: whatever their words and titles are, the pack is sound."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.base.errors import Expected
from crossread.packs import pack_files
from crossread.packs.check import CheckResult, check_files, check_pack
from crossread.packs.making.from_articles import OwnArticle, files_of, renamed, short_name, slug
from crossread.packs.making.from_articles_card import ArticleCard, card_of, date_of, one_line
from crossread.packs.making.from_articles_folder import drop_folder, keep_pack, write_pack
from crossread.packs.problems import Problems
from crossread.texts.text import Block, Text

odd = st.text(max_size=80)
cards = st.builds(
    ArticleCard, odd, odd, odd, st.sampled_from(("", "2024", "2024-03-12")), st.sampled_from(("", "en", "hy"))
)
FOR_TEACHERS = {"skill-unused", "stage-empty", "source-unused"}


def two(first: str = "The goat climbed.", second: str = "Nobody saw a goat.") -> list[OwnArticle]:
    return [
        OwnArticle(f"{first}\n", ArticleCard(title="A goat", outlet="Herald")),
        OwnArticle(f"{second}\n", ArticleCard(title="No goat", author="Tam Brask", published="2024-03")),
    ]


def checked(files: dict[str, bytes]) -> CheckResult:
    return check_files(files, Problems())


@settings(deadline=None)  # a whole check each time
@given(title=odd.filter(one_line), given_cards=st.lists(cards, min_size=2, max_size=8))
def test_any_title_and_any_cards_make_a_pack_without_errors(
    title: str, given_cards: list[ArticleCard]
) -> None:
    articles = [OwnArticle(f"Article {number}.\n", card) for number, card in enumerate(given_cards)]
    result = checked(files_of(title, articles))
    assert {problem.code for problem in result.problems} <= FOR_TEACHERS
    assert result.pack is not None
    assert result.pack.title == one_line(title)
    assert [source.letter for source in result.pack.sources] == list("ABCDEFGH"[: len(articles)])
    assert all(source.own and source.card.title and source.card.short for source in result.pack.sources)


@given(st.text(alphabet="<>![]-/?&;= \"'aifx", max_size=60))
def test_no_page_however_odd_keeps_its_card_from_being_read(odd: str) -> None:
    card = card_of("cart.html", f"<html><title>The cart</title>{odd}", Text((Block("paragraph", "Goats."),)))
    assert card.title == "The cart"


def planned(words: int, articles: int = 2) -> list[int]:
    """Return the minutes of the stages of a pack of articles that have so many words together."""
    each = "goat " * (words // articles)
    given = [
        OwnArticle(f"{number} {each}\n", ArticleCard(title=f"Goat {number}")) for number in range(articles)
    ]
    head = files_of("Goats", given)[pack_files.HEAD].decode()
    return [int(minutes) for minutes in re.findall(r"minutes: (\d+)", head)]


def test_the_time_that_is_planned_goes_by_how_long_and_how_many_the_articles_are() -> None:
    assert len(planned(80)) == 4
    assert sum(planned(80)) < 10
    assert 40 <= sum(planned(3000)) <= 60
    assert all(one >= 1 for one in planned(2))
    assert sum(planned(900, 6)) > sum(planned(900, 2))


@given(st.integers(2, 4000), st.integers(0, 4000))
def test_more_words_are_never_planned_to_take_less_time(words: int, more: int) -> None:
    for longer, shorter in zip(planned(words + more), planned(words), strict=True):
        assert longer >= shorter


def test_the_pack_says_that_the_texts_are_the_articles_and_for_own_use() -> None:
    pack = checked(files_of("Goats", two())).pack
    assert pack is not None
    assert [stage.kind for stage in pack.stages] == ["before", "meet", "read", "compare"]
    assert pack.sources[0].digest.shown == "The goat climbed."
    assert "not to be passed on" in pack.licence
    assert "not to be passed on" in pack.context.shown
    assert pack.stages[0].expectation


def test_the_same_articles_under_the_same_title_are_the_same_pack() -> None:
    assert files_of("Goats", two()) == files_of(" Goats ", two())


def test_the_id_hangs_on_the_articles_alone_so_that_work_on_them_is_found_again() -> None:
    one, other = (checked(files_of(*given)).pack for given in (("Goats", two()), ("Carts", two()[::-1])))
    assert one is not None
    assert other is not None
    assert one.id == other.id
    assert one.digest != other.digest


def test_an_id_that_is_taken_is_not_taken_again() -> None:
    first = checked(files_of("Goats", two())).pack
    assert first is not None
    second = checked(files_of("Goats", two(), [first.id])).pack
    assert second is not None
    assert second.id == f"{first.id}-2"


def test_names_that_are_alike_are_told_apart() -> None:
    card = ArticleCard(title="A goat", outlet="Herald")
    pack = checked(files_of("Goats", [OwnArticle("One.\n", card), OwnArticle("Two.\n", card)])).pack
    assert pack is not None
    assert [source.card.short for source in pack.sources] == ["Herald (A)", "Herald (B)"]
    assert len({source.id for source in pack.sources}) == 2


@pytest.mark.parametrize(
    ("title", "articles", "code"),
    [
        ("  ", two(), "new-pack-title"),
        ("Goats", two()[:1], "new-pack-few"),
        ("Goats", two() * 5, "new-pack-many"),
        ("Goats", [two()[0], OwnArticle("x\n", ArticleCard("x", published="last May"))], "new-pack-date"),
        ("Goats", [two()[0], OwnArticle("x\n", ArticleCard("x", language="Greek"))], "new-pack-language"),
        ("Goats", [two()[0], OwnArticle("word " * 200_000, ArticleCard("x"))], "text-too-long"),
    ],
)
def test_what_is_in_the_way_is_told(title: str, articles: list[OwnArticle], code: str) -> None:
    with pytest.raises(Expected) as told:
        files_of(title, articles)
    assert told.value.code == code


@settings(deadline=None)
@given(odd.filter(one_line))
def test_another_title_changes_nothing_else(title: str) -> None:
    files = files_of("Goats", two())
    before, after = checked(files).pack, checked(renamed(files, title)).pack
    assert before is not None
    assert after is not None
    assert (after.title, after.id, after.sources) == (one_line(title), before.id, before.sources)


def test_a_title_elsewhere_in_the_head_is_not_guessed_at() -> None:
    with pytest.raises(Expected) as told:
        renamed({pack_files.HEAD: b"{id: x, title: y}"}, "z")
    assert told.value.code == "pack-not-renamed"


def test_a_text_of_its_own_has_no_other_original() -> None:
    files = files_of("Goats", two())
    name = next(name for name in files if name.startswith("sources/A"))
    original = b'original: {title: "x", words: 90, sketch: ["1f8c50337bbc"]}\n---\n\nThe'
    files[name] = files[name].replace(b"---\n\nThe", original)
    assert "own-with-original" in {problem.code for problem in checked(files).problems}


@given(odd)
def test_a_slug_is_an_id_or_nothing(words: str) -> None:
    found = slug(words)
    assert not found or pack_files.is_id(found)


def test_a_short_name_is_the_outlet_then_the_author_then_the_title() -> None:
    assert short_name(ArticleCard("Goat", "Tam", "Herald")) == "Herald"
    assert short_name(ArticleCard("Goat", "Tam")) == "Tam"
    assert (
        short_name(ArticleCard("A goat that stood on the roof of the bakery"))
        == "A goat that stood on the roof…"
    )


# Where it is kept


def test_a_pack_is_kept_by_the_digest_of_its_content_once(tmp_path: Path) -> None:
    files = files_of("Goats", two())
    folder = keep_pack(files, tmp_path / "packs")
    assert keep_pack(files, tmp_path / "packs") == folder
    assert folder.name == pack_files.content_digest(files)
    assert [path.name for path in (tmp_path / "packs").iterdir()] == [folder.name]
    assert check_pack(folder).errors == 0


def test_a_disk_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="name too long"):
        keep_pack({**files_of("Goats", two()), "a" * 300: b""}, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_pack_that_is_removed_is_gone(tmp_path: Path) -> None:
    drop_folder(keep_pack(files_of("Goats", two()), tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("mine")
    with pytest.raises(FileExistsError):
        write_pack(files_of("Goats", two()), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]


# What a file says of itself


def text(*lines: str) -> Text:
    return Text(tuple(Block("paragraph", line) for line in lines))


PAGE = """<!doctype html><html lang="de-AT"><head><title>Die Ziege | Marler Bote</title>
<meta property="og:site_name" content="Marler Bote"><meta name="author" content="Hanna Birk">
<meta property="article:published_time" content="2019-06-15T08:00:00Z"></head><body><p>Eine Ziege.</p>"""


def test_a_web_page_tells_who_wrote_it_where_and_when() -> None:
    card = card_of("page.html", PAGE, text("Eine Ziege stand auf dem Dach."))
    assert card == ArticleCard("Die Ziege", "Hanna Birk", "Marler Bote", "2019-06-15", "de-AT")


def test_an_address_is_no_author() -> None:
    page = '<html><meta property="article:author" content="https://example.org/hanna">'
    assert card_of("x.html", page, text("A goat stood there.")).author == ""


def test_the_keys_of_a_markdown_file_are_its_card() -> None:
    words = '---\ntitle: "The goat"\nauthor: Tam Brask\ndate: 2019-06\nlang: en\n---\n\nWords.'
    card = card_of("x.md", words, text("Words."))
    assert card == ArticleCard("The goat", "Tam Brask", "", "2019-06", "en")


def test_the_first_lines_of_a_plain_text_tell_title_author_and_date() -> None:
    card = card_of(
        "x.txt", "", text("The goat on the roof", "By Hanna Birk, Little Marl", "June 15, 2019", "w" * 200)
    )
    assert card == ArticleCard("The goat on the roof", "Hanna Birk", "", "2019-06-15")


def test_a_sentence_is_no_title_and_its_dates_are_not_that_of_the_article() -> None:
    first = (
        "On 12 March 1907 the ferry went down with all hands, and nobody in the harbour knew why for days."
    )
    assert card_of("the_ferry.txt", first, text(first)) == ArticleCard("the ferry")


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("12 March 1907", "1907-03-12"),
        ("March 12th, 1907", "1907-03-12"),
        ("12. März 1907", "1907-03-12"),
        ("Updated 2024-02-29 at noon", "2024-02-29"),
        ("2024-02~", "2024-02~"),
        ("30 February 2024", ""),
        ("in spring", ""),
    ],
)
def test_dates_of_several_styles_are_read(words: str, date: str) -> None:
    assert date_of(words) == date


@given(st.text(alphabet="<>mehtadir=\"' lng!-/ab", max_size=300))
def test_no_page_is_too_broken_to_look_at(page: str) -> None:
    card = card_of("x.html", f"<html>{page}", text("Words"))
    assert card.title.strip(), "at least the file's name"
    assert "\n" not in card.title
