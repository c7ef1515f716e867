"""How long marking takes, for the bench."""

import time
from itertools import cycle, islice

from crossread.questions.registry import KINDS
from tests.questions.making import SAMPLES, TEXTS


def measure_marking(count: int) -> float:
    """Mark `count` responses of all kinds in turn; returns seconds."""
    answers = [
        (KINDS[name], question, given)
        for name, (question, right) in SAMPLES.items()
        for given in (right, KINDS[name].response())
    ]
    start = time.perf_counter()
    for kind, question, response in islice(cycle(answers), count):
        kind.mark(question, response, TEXTS)
    return time.perf_counter() - start
