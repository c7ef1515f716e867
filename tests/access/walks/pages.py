"""The pages around the packs, and what a text of the ferry pack brings: footnote, picture, word."""

from tests.access.walk import Walk
from tests.access.walks.inquiry import welcome
from tests.access.walks.kinds import EVERY_KIND

LOG, LORNE = "A, ", "D, "  # how the names of the texts begin


def go(walk: Walk) -> None:
    """Look at everything that is not an inquiry."""
    welcome(walk)
    settings(walk)
    helped(walk)
    searched(walk)
    backed_up(walk)
    handed_on(walk)
    beside_the_words(walk)


def settings(walk: Walk) -> None:
    """Look at every group of settings; change a key and change it back."""
    walk.keys("ctrl+comma")
    walk.look("settings", "Find a setting")
    groups = [node for node in walk.all_of("radio button") if node.around and "ettings" in node.around.name]
    for group in groups:
        walk.act(group)
        walk.look(f"settings: {group.name}")
    change_a_key(walk)


def change_a_key(walk: Walk) -> None:
    """Find an action among the keys and give it another one, by keys alone."""
    walk.keys("shift+question")
    walk.look("list of keys", "Show only keys that speak of")
    walk.press("push button", "Change keys")
    walk.focus("text", "Find an action")
    walk.type("ruler")
    walk.look("settings: keys found", "Reading ruler")
    walk.press("push button", "Change")
    walk.look("settings: a key is waited for")
    walk.keys("F7")
    walk.look("settings: a key was changed", "F7")
    walk.press("push button", "Usual")


def helped(walk: Walk) -> None:
    """Look at the help, a search in it, about, the palette, the menu."""
    walk.keys("F1")
    walk.look("help", "Search the help")
    walk.focus("text", "Search the help")
    walk.type("evidence")
    walk.look("help, searched", "evidence")
    walk.keys("Escape", "ctrl+F1")
    walk.look("about", "licence")
    walk.keys("ctrl+k")
    walk.look("palette")
    walk.type("night")
    walk.look("palette, typed in", "Night")
    walk.keys("Escape", "F10")
    walk.look("menu", "About Crossread")
    walk.keys("Escape")


def searched(walk: Walk) -> None:
    """Search the library."""
    walk.keys("ctrl+shift+s")
    walk.type("rope")
    walk.look("search of the library", "rope")
    walk.press("push button", "Crossread: to the library")
    walk.find("push button", f"Begin: {EVERY_KIND}")


def handed_on(walk: Walk) -> None:
    """Look at what can be handed on, and come back."""
    walk.keys("ctrl+shift+h")
    walk.look("hand on", "Everything about you")
    walk.keys("Escape")
    walk.find("push button", f"Begin: {EVERY_KIND}")


def backed_up(walk: Walk) -> None:
    """Look at the backups, of which there is none yet, and come back."""
    walk.keys("ctrl+shift+y")
    walk.look("backups, none yet", "No backups yet")
    walk.press("push button", "Back up now")
    walk.look("backups, nothing to back up", "There is nothing to back up yet.")
    walk.keys("Escape")
    walk.find("push button", f"Begin: {EVERY_KIND}")


def beside_the_words(walk: Walk) -> None:
    """Open footnote, picture and explained word from the caret; Escape leads back to the text."""
    walk.press("push button", f"Begin: {EVERY_KIND}")
    walk.press("push button", "Begin: Before")
    walk.find("text", "What you expect")
    walk.keys("ctrl+6")  # the stage with a log beside a memory
    walk.find("radio button", "Question 1")
    opened_from(walk, LOG, "No bell", "y", "footnote", "The log has one ruled line")
    opened_from(walk, LOG, "the bar will", "u", "word", "A bank of sand")
    opened_from(walk, LORNE, "The harbour, as Davy", "shift+i", "picture", "Larger")


def opened_from(walk: Walk, text: str, words: str, key: str, page: str, shows: str) -> None:
    """Open something by a key at some words, look at it, and come back by Escape."""
    walk.read_at(text, words)
    walk.keys(key)
    walk.look(page, shows)
    walk.keys("Escape")
    focus = walk.focused()
    walk.expect(focus and text in focus.way(), f"{page}: Escape leads to {focus}, not back to the text")
