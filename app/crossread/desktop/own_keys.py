"""The keys as they are now: what is declared, and what the learner changed of it, free of clashes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from crossread.desktop.key_names import refusal, standard_name
from crossread.desktop.keys import ACTIONS, PAGES, Action, is_single

MOST = 3  # keys that one action may have


class OwnKeys:
    """The keys of all actions, some of them the learner's own; a change gives a new map.

    `wanted` are keys by action, from the settings: an action or a key that cannot be is passed over, and
    where two actions want one key on one page, what a widget owns has it first, then the learner's own
    choice, then what is declared.
    """

    def __init__(
        self, wanted: Mapping[str, Sequence[str]] | None = None, declared: tuple[Action, ...] = ACTIONS
    ) -> None:
        self._declared = {action.id: action for action in declared}
        own = {
            id_: tuple(dict.fromkeys(filter(None, map(_sound, keys))))[:MOST]
            for id_, keys in (wanted or {}).items()
            if id_ in self._declared and not self._declared[id_].owned
        }
        self._keys = self._without_clashes(own)

    def _without_clashes(self, own: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        def rank(action: Action) -> int:
            return 0 if action.owned else 1 if action.id in own else 2

        given: dict[str, tuple[str, ...]] = {}
        taken: dict[str, set[str]] = {}  # by key, the pages on which it means something
        for action in sorted(self._declared.values(), key=rank):
            pages = PAGES[action.where]
            wanted = own.get(action.id, action.keys)
            given[action.id] = tuple(key for key in wanted if not taken.get(key, set()) & pages)
            for key in given[action.id]:
                taken.setdefault(key, set()).update(pages)
        return given

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """All actions in the order of their declaration, with the keys that they have now."""
        return tuple(replace(one, keys=self._keys[one.id]) for one in self._declared.values())

    def keys(self, action: str) -> tuple[str, ...]:
        """Return the keys of an action as they are now; KeyError where there is no such action."""
        return self._keys[action]

    def is_own(self, action: str) -> bool:
        """Tell whether an action has other keys than those it is declared with."""
        return self._keys[action] != self._declared[action].keys

    def table(self) -> dict[str, list[str]]:
        """Return what is to be kept: the keys of each action that has others than declared."""
        return {action: list(keys) for action, keys in self._keys.items() if self.is_own(action)}

    def holders(self, action: str, key: str) -> tuple[Action, ...]:
        """Return which other actions have a key on a page where this one holds."""
        pages = PAGES[self._declared[action].where]
        return tuple(
            other
            for other in self.actions
            if other.id != action and key in other.keys and PAGES[other.where] & pages
        )

    # Changes

    def put(self, action: str, key: str, instead: str = "") -> "OwnKeys":
        """Give an action a key, in the place of another one or as one more.

        Raises ValueError where the key cannot be given: it is refused, or someone has it, or the action has
        as many as it may. Ask `refusal` and `holders` first.
        """
        if refusal(key) or self.holders(action, key):
            raise ValueError(f"{key} cannot be given to {action}")
        return self._with({action: self._replaced(action, key, instead)})

    def swap(self, action: str, key: str, instead: str = "") -> "OwnKeys":
        """Give an action a key that others have; they get the one it leaves, where that can be theirs.

        Two keys of its own change their places: the first one is told where there is room for one only.
        Raises ValueError where the key is refused, or a widget has it.
        """
        own = self.keys(action)
        if instead and instead != key and {key, instead} <= set(own) and not self._declared[action].owned:
            places = {key: instead, instead: key}
            return self._with({action: tuple(places.get(one, one) for one in own)})
        holders = self.holders(action, key)
        if refusal(key) or any(holder.owned for holder in holders):
            raise ValueError(f"{key} cannot be given to {action}")
        changed = {holder.id: tuple(one for one in holder.keys if one != key) for holder in holders}
        changed[action] = self._replaced(action, key, instead)
        after = self._with(changed)
        for holder in holders:
            if instead and not after.holders(holder.id, instead) and instead not in after.keys(holder.id):
                at = holder.keys.index(key)
                left = list(after.keys(holder.id))
                after = after._with({holder.id: (*left[:at], instead, *left[at:])})  # noqa: SLF001
        return after

    def without(self, action: str, key: str) -> "OwnKeys":
        """Take a key away from an action."""
        if self._declared[action].owned:
            raise ValueError(f"{action} keeps its keys")
        return self._with({action: tuple(one for one in self.keys(action) if one != key)})

    def usual(self, action: str) -> "OwnKeys":
        """Give an action the keys that it is declared with; whoever has one of them now loses it.

        Who has none left then gets its own usual ones, where nobody else has them: two that were swapped
        both have theirs again.
        """
        declared = self._declared[action].keys
        changed = {
            holder.id: tuple(one for one in holder.keys if one not in declared)
            for key in declared
            for holder in self.holders(action, key)
        }
        after = self._with({**changed, action: declared})
        for bereft in (one for one, left in changed.items() if not left):
            if not after.in_the_way(bereft):
                after = after.usual(bereft)
        return after

    def in_the_way(self, action: str) -> tuple[Action, ...]:
        """Return which actions have a key now that this one is declared with."""
        found = [holder for key in self._declared[action].keys for holder in self.holders(action, key)]
        return tuple(dict.fromkeys(found))

    def _replaced(self, action: str, key: str, instead: str) -> tuple[str, ...]:
        if self._declared[action].owned:
            raise ValueError(f"{action} keeps its keys")
        now = [one for one in self.keys(action) if one != key or one == instead]
        if instead in now:
            now[now.index(instead)] = key
        elif len(now) < MOST:
            now.append(key)
        else:
            raise ValueError(f"{action} has {MOST} keys")
        return tuple(now)

    def _with(self, changed: Mapping[str, tuple[str, ...]]) -> "OwnKeys":
        # All that differs is said again, so that no declared key comes back that was lost to another action.
        own = {action: keys for action, keys in self._keys.items() if self.is_own(action)}
        return OwnKeys({**own, **changed}, tuple(self._declared.values()))


def _sound(key: str) -> str:
    """Return a key's name as Qt writes it; "" for what is no key or may not be one's own."""
    name = standard_name(key)
    return "" if not name or refusal(name) else name


_now = OwnKeys()
_single = True


def now() -> OwnKeys:
    """Return the map in force in the window."""
    return _now


def acting(action: str) -> tuple[str, ...]:
    """Return the keys of an action that act now: without single ones where they are switched off."""
    return tuple(key for key in _now.keys(action) if _single or not is_single(key))


def single_keys_act() -> bool:
    """Tell whether keys without Ctrl or Alt are switched on."""
    return _single


def let_single_keys_act(on: bool) -> None:
    """Switch keys without Ctrl or Alt on or off: those that are off are not named any more."""
    global _single  # noqa: PLW0603  (as with the map)
    _single = on


def take_up(keys: OwnKeys) -> None:
    """Make a map the one in force."""
    global _now  # noqa: PLW0603  (one window, one map; as with the theme)
    _now = keys
