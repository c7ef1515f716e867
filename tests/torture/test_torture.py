"""A tenth of every fault: nothing acknowledged is lost, nothing invented, and the controls lose."""

import sys

import pytest

from tests.torture.faults import FAULTS
from tests.torture.figures import table

# Where a tenth is not enough to meet what a control must meet, or takes longer than it tells.
SHARES = {"control-deleted-journal": 0.6, "io-errors": 0.03}
SHARE = 0.1
SEED = 26  # the same tenth each time, so that nobody's change is judged by chance: `make torture` draws anew


@pytest.mark.skipif(sys.platform == "win32", reason="signals, limits and places of files are those of Unix")
@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_does_no_harm(name: str) -> None:
    share = SHARES.get(name, SHARE)
    figures = FAULTS[name].do(share, SEED)
    again = f"make torture ARGS='{name} --seed {SEED} --share {share}'"
    told = "\n".join([table([figures]), again, *figures.wrong])
    print(told)
    assert figures.as_it_must, told
