"""The authors' own texts: recognised, refused, kept, found damaged, taken away."""

import json
from pathlib import Path

import pytest

from crossread.base.errors import Expected
from crossread.packs.check import check_pack
from crossread.packs.library.originals import Originals, Recognition, missing_sentences
from crossread.packs.pack import Pack
from tests.packs.conftest import FIXTURES

WARDEN = (FIXTURES / "originals" / "warden.txt").read_bytes()
MILLER = (FIXTURES / "originals" / "miller.txt").read_bytes()


@pytest.fixture(scope="module")
def pack() -> Pack:
    found = check_pack(FIXTURES / "two-accounts").pack
    assert found is not None
    return found


@pytest.fixture
def originals(tmp_path: Path) -> Originals:
    return Originals(tmp_path / "originals")


def add(originals: Originals, pack: Pack, data: bytes = WARDEN, source: str = "warden") -> Recognition:
    recognition = originals.recognise(pack, data, f"{source}.txt")
    originals.store(pack.id, source, recognition)
    return recognition


def test_each_original_is_recognised_as_its_source(originals: Originals, pack: Pack) -> None:
    for data, source in ((WARDEN, "warden"), (MILLER, "miller")):
        found = originals.recognise(pack, data, "text.txt")
        assert (found.source, found.match, found.share, found.missing) == (source, "same", 1.0, ())


def test_an_original_in_another_encoding_with_a_menu_around_it_is_recognised(
    originals: Originals, pack: Pack
) -> None:
    page = f"Home | News | Sport\n\n{WARDEN.decode()}\n\n" + "Read this next. " * 200
    found = originals.recognise(pack, page.encode("utf-16"), "page.txt")
    assert (found.source, found.match) == ("warden", "same")
    assert found.missing == ()


def test_part_of_an_original_is_a_version_and_what_it_lacks_is_known(
    originals: Originals, pack: Pack
) -> None:
    text = WARDEN.decode()
    cut = text.index("If you have a question")
    start = text.index("Some people say")
    found = originals.recognise(pack, (text[:start] + text[cut:]).encode(), "part.txt")
    assert (found.source, found.match) == ("warden", "version")
    assert 0.5 <= found.share < 0.9
    gone = {sentence.hash for sentence in found.missing}
    assert len(gone) == sum(1 for sentence in pack.sentences["warden"] if sentence.hash in gone) > 5


def test_any_other_text_is_refused_with_the_figure(originals: Originals, pack: Pack) -> None:
    other = (
        WARDEN.decode().split("\n\n")[1] + "\n\n" + "Quite another matter was on my mind that evening. " * 30
    )
    found = originals.recognise(pack, other.encode(), "other.txt")
    assert found.source is None
    assert found.match == "other"
    assert found.nearest == "warden"
    assert 0 < found.share < 0.5
    with pytest.raises(Expected) as raised:
        originals.store(pack.id, "warden", found)
    assert raised.value.code == "original-not-recognised"
    assert f"{round(found.share * 100)} %" in raised.value.message
    assert originals.attached(pack.id) == {}


def test_a_text_is_not_kept_as_another_source(originals: Originals, pack: Pack) -> None:
    with pytest.raises(Expected) as raised:
        originals.store(pack.id, "miller", originals.recognise(pack, WARDEN, "a.txt"))
    assert raised.value.code == "original-not-recognised"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "text-empty"),
        (b" \n\t\n", "text-empty"),
        (b"%PDF-1.7\n\0\0\0binary", "not-plain-text"),
        (bytes(range(256)) * 20, "not-plain-text"),
        (b"word " * 200_001, "text-too-long"),
    ],
)
def test_files_that_are_no_text_are_refused_plainly(
    originals: Originals, pack: Pack, data: bytes, code: str
) -> None:
    with pytest.raises(Expected) as raised:
        originals.recognise(pack, data, "odd.bin")
    assert raised.value.code == code


def test_what_is_kept_comes_back_as_it_was(originals: Originals, pack: Pack) -> None:
    recognition = add(originals, pack)
    kept = originals.attached(pack.id)
    assert set(kept) == {"warden"}
    assert kept["warden"].text.shown == recognition.text.shown
    assert kept["warden"].text.digest == recognition.text.digest
    assert (kept["warden"].share, kept["warden"].match) == (1.0, "same")
    assert (kept["warden"].name, kept["warden"].encoding) == ("warden.txt", recognition.encoding)


def test_what_is_missing_is_remembered_with_it(originals: Originals, pack: Pack) -> None:
    text = WARDEN.decode()
    part = text[: text.index("If you have a question")].encode()
    recognition = add(originals, pack, part)
    assert recognition.missing
    assert originals.attached(pack.id)["warden"].missing == recognition.missing


def test_another_pack_sees_nothing_of_it(originals: Originals, pack: Pack) -> None:
    add(originals, pack)
    assert originals.attached("two-account") == {}
    assert originals.attached("two-accounts-2") == {}


@pytest.mark.parametrize("damage", [b"", b"another text", b"\xff\xfe\xff"])
def test_a_damaged_text_is_not_attached_and_the_reason_is_said(
    originals: Originals, pack: Pack, tmp_path: Path, damage: bytes
) -> None:
    recognition = add(originals, pack)
    (tmp_path / "originals" / f"{recognition.text.digest}.txt").write_bytes(damage)
    kept = originals.kept(pack.id)
    assert kept.attached == {}
    assert "Add the text again" in kept.damaged["warden"]
    add(originals, pack)
    assert set(originals.attached(pack.id)) == {"warden"}


@pytest.mark.parametrize("damage", ["", "{}", "[1]", '{"digest": "../../etc/passwd"}'])
def test_a_damaged_note_is_told_too(originals: Originals, pack: Pack, tmp_path: Path, damage: str) -> None:
    add(originals, pack)
    path = tmp_path / "originals" / "two-accounts.warden.json"
    if damage.startswith('{"'):
        damage = json.dumps({**json.loads(path.read_text("utf-8")), **json.loads(damage)})
    path.write_text(damage, "utf-8")
    kept = originals.kept(pack.id)
    assert kept.attached == {}
    assert set(kept.damaged) == {"warden"}


NOW = 1_700_000_000.0
DAY = 24 * 3600


def test_putting_one_away_takes_its_files_away_in_the_end(
    originals: Originals, pack: Pack, tmp_path: Path
) -> None:
    add(originals, pack)
    add(originals, pack, MILLER, "miller")
    originals.put_aside(pack.id, "warden", NOW)
    assert set(originals.attached(pack.id)) == {"miller"}
    originals.put_aside(pack.id, "miller", NOW)
    originals.put_aside(pack.id, "miller", NOW)
    originals.let_go(NOW + 15 * DAY)
    assert list((tmp_path / "originals").iterdir()) == []


def test_one_that_is_put_away_can_be_put_back_for_two_weeks(
    originals: Originals, pack: Pack, tmp_path: Path
) -> None:
    text = add(originals, pack).text.digest
    originals.put_aside(pack.id, "warden", NOW)
    again = Originals(tmp_path / "originals")  # as after a restart
    assert again.attached(pack.id) == {}
    assert again.kept(pack.id).aside == {"warden"}
    again.let_go(NOW + 13 * DAY)
    again.put_back(pack.id, "warden")
    assert again.attached(pack.id)["warden"].text.digest == text
    assert again.kept(pack.id).aside == frozenset()
    again.put_aside(pack.id, "warden", NOW)
    again.let_go(NOW + 15 * DAY)
    assert list((tmp_path / "originals").iterdir()) == []
    with pytest.raises(FileNotFoundError):
        again.put_back(pack.id, "warden")


def test_one_that_is_added_anew_lets_go_of_what_lay_aside(
    originals: Originals, pack: Pack, tmp_path: Path
) -> None:
    add(originals, pack)
    originals.put_aside(pack.id, "warden", NOW)
    originals.put_aside(pack.id, "warden", NOW)  # nothing more is there to put away
    assert originals.kept(pack.id).aside == {"warden"}
    add(originals, pack)
    originals.put_aside(pack.id, "warden", NOW)
    add(originals, pack)
    assert originals.kept(pack.id).aside == frozenset()
    assert len(list((tmp_path / "originals").iterdir())) == 2, "a text and its note"


def test_a_text_that_two_packs_use_stays_until_the_last_lets_go(originals: Originals, pack: Pack) -> None:
    recognition = add(originals, pack)
    originals.store("another-pack", "warden", recognition)
    originals.put_aside(pack.id, "warden", NOW)
    originals.let_go(NOW + 15 * DAY)
    assert originals.attached("another-pack")["warden"].text.digest == recognition.text.digest


def test_a_better_copy_takes_the_place_of_the_first(originals: Originals, pack: Pack, tmp_path: Path) -> None:
    text = WARDEN.decode()
    add(originals, pack, text[: text.index("If you have a question")].encode())
    add(originals, pack)
    assert originals.attached(pack.id)["warden"].missing == ()
    assert len(list((tmp_path / "originals").glob("*.txt"))) == 1


def test_every_sentence_of_an_original_is_found_in_itself(originals: Originals, pack: Pack) -> None:
    text = originals.recognise(pack, MILLER, "m.txt").text
    assert missing_sentences(pack.sentences["miller"], text) == ()
    assert len(missing_sentences(pack.sentences["warden"], text)) > 10
