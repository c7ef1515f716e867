"""One picture: its name, how the window comes to it, and how it is cleared away again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from tests.screens.learner import Learner, some_way

if TYPE_CHECKING:
    from tests.screens.stage import Stage


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: `arrange` returns what is to be drawn, once the `learner` has come as far as they do."""

    name: str
    arrange: Callable[[Stage], QWidget]
    learner: Learner = some_way
    clear_away: Callable[[Stage], None] = lambda _stage: None
