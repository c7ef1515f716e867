"""What tests of the comparison stand on: the claim matrix of the pack of every kind."""

import pytest

from tests.desktop.pages.compare.matrix_hands import Matrix
from tests.desktop.pages.conftest import EVERY, Opened


@pytest.fixture
def matrix(every: Opened) -> Matrix:
    """Turn to the matrix at a stage that asks nothing of claims."""
    every.go("read-words", EVERY)
    found = Matrix(every)
    found.turn()
    return found
