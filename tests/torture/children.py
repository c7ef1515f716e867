"""Processes that are started by the hundred, to be killed or to race: forked off one that has all imported.

A child tells what it promises through a pipe: a line of JSON each. What it could not tell it did not promise.
"""

import json
import multiprocessing
import random
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Any

Say = Callable[..., None]
Job = Callable[..., None]  # a function of a module: it is named to the child, and given Say first

PATIENCE_S = 120.0
DONE = "done"


def _context() -> BaseContext:
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.torture.jobs"])
    return context


@dataclass
class Child:
    """A process under way, and what it has said."""

    process: BaseProcess
    heard: Connection
    said: list[list[Any]] = field(default_factory=list)

    def wait_for(self, word: str) -> bool:
        """Wait until the child says a word; False where it ended before."""
        while self.hear():
            if self.said[-1][0] in (word, DONE):
                return True
        return False

    def hear(self) -> bool:
        """Take in what the child says next; False where there is nothing more."""
        try:
            if not self.heard.poll(PATIENCE_S):
                raise TimeoutError
            self.said.append(json.loads(self.heard.recv_bytes()))
        except (EOFError, OSError) as end:
            if isinstance(end, TimeoutError):
                raise
            return False
        return True

    def kill(self) -> None:
        """Kill the process at once, and hear what it had said before."""
        self.process.kill()
        self.end()

    def end(self) -> None:
        """Hear the rest and wait for the process's end."""
        while self.hear():
            pass
        self.process.join(PATIENCE_S)
        self.heard.close()
        if self.process.exitcode not in (0, -9):
            raise AssertionError(f"a child ended with {self.process.exitcode} after {self.said[-1:]}")

    @property
    def finished(self) -> bool:
        """Whether the child came to the end of its job."""
        return bool(self.said) and self.said[-1][0] == DONE

    def told(self, word: str) -> list[Any]:
        """Return what was said under a word."""
        return [line[1] for line in self.said if line[0] == word]


@contextmanager
def child(job: Job, *given: object) -> Iterator[Child]:
    """Have a process do a job; it is killed at the end if it still is at work."""
    context = _context()
    heard, says = context.Pipe(duplex=False)
    # A process of a start method is found by the context; the stubs know only the module's own.
    process: BaseProcess = context.Process(target=_do, args=(says, job, given), daemon=True)  # type: ignore[attr-defined]
    process.start()
    says.close()
    one = Child(process, heard)
    try:
        yield one
    finally:
        if process.is_alive():
            process.kill()
        process.join(PATIENCE_S)


def _do(says: Connection, job: Job, given: tuple[object, ...]) -> None:
    def say(word: str, what: object = None) -> None:
        says.send_bytes(json.dumps([word, what]).encode())

    job(say, *given)
    say(DONE)


@dataclass
class Pace:
    """When to kill a job that ends by itself: anywhere within the time that it took lately."""

    chance: random.Random
    usual: float = 0.05  # seconds

    def kill_within(self, one: Child) -> None:
        """Wait until the child has begun, kill it some time later, and learn how long it takes."""
        if not one.wait_for("begun"):
            raise AssertionError("the child ended before it had begun")
        start = time.monotonic()
        time.sleep(self.chance.uniform(0, self.usual))
        one.kill()
        took = time.monotonic() - start
        self.usual = 0.9 * self.usual + 0.1 * took if one.finished else min(1.0, self.usual * 1.05)
