"""Work that falls into pieces, on all processors: each piece in a process that knows all that this one knows.

The result is that of doing one piece after the other. Where the system cannot fork safely (anything but Linux), where
there is one processor, or where JOBS=1 is set in the environment, that is what happens.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar, cast

Result = TypeVar("Result")
Thing = TypeVar("Thing")

_PIECES = 6  # for each process, so that none waits long for the last
_PR_SET_PDEATHSIG = 1  # linux/prctl.h
_given: Sequence[Callable[[], object]] = ()  # in a forked process, what its parent had to do


def processes() -> int:
    """How many processes may work at once: as many as there are processors, or JOBS."""
    asked = os.environ.get("JOBS", "")
    if asked.isdigit() and int(asked) > 0:
        return int(asked)
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def in_parallel(pieces: Sequence[Callable[[], Result]]) -> list[Result]:
    """What each of ``pieces`` gives, in their order; the first that raises ends them all.

    Only what a piece returns comes back, pickled: what it changes in memory is lost, what it writes to disk stays.
    """
    at_once = min(processes(), len(pieces))
    if at_once < 2 or sys.platform != "linux" or multiprocessing.parent_process() is not None:
        return [piece() for piece in pieces]
    fork = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(at_once, mp_context=fork, initializer=_begin, initargs=(pieces, os.getpid())) as pool:
        return list(pool.map(cast(Callable[[int], Result], _do), range(len(pieces))))


def slices(things: Sequence[Thing]) -> list[Sequence[Thing]]:
    """``things`` in runs of neighbours, several for each process."""
    size = max(1, -(-len(things) // (processes() * _PIECES)))
    return [things[start : start + size] for start in range(0, len(things), size)]


def _begin(pieces: Sequence[Callable[[], object]], parent: int) -> None:
    global _given
    _given = pieces
    # Who is killed takes along whom it has started.
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it and ends the pool


def _do(number: int) -> object:
    return _given[number]()
