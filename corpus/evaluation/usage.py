"""What a command takes: time by the clock and of processors, and memory with all the processes that it starts."""

from __future__ import annotations

import os
import resource
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import psutil

_PAUSE = 0.1  # seconds between two looks at the memory; more where looking takes long
_LOOKING = 20  # times as long as it looks, it waits, so that looking does not slow what is measured
_LONGEST = 1.0  # seconds that it waits at most: a look that had to wait itself must not blind it


class CommandFailed(RuntimeError):
    """A measured command left with another code than 0."""


@dataclass(frozen=True)
class Usage:
    """Seconds by the clock, seconds of all processors, and greatest memory of all processes together in MB.

    Memory that several processes share is counted once (PSS, where the system tells it).
    """

    wall: float
    processor: float
    memory: float

    @classmethod
    def median(cls, runs: Sequence[Usage]) -> Usage:
        return cls(
            median(run.wall for run in runs), median(run.processor for run in runs), median(run.memory for run in runs)
        )

    @classmethod
    def together(cls, steps: Sequence[Usage]) -> Usage:
        """Of commands that run one after the other."""
        memory = max(step.memory for step in steps)
        return cls(sum(step.wall for step in steps), sum(step.processor for step in steps), memory)


def measure_command(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None = None) -> Usage:
    """Run ``command`` in ``folder`` with ``environment`` added to that of this process.

    Raises CommandFailed with the end of what it printed. No other child of this process may end meanwhile.
    """
    before, started = _processor(), time.monotonic()
    with subprocess.Popen(
        command, cwd=folder, env={**os.environ, **(environment or {})}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as child:
        memory = 0.0
        said: list[bytes] = []
        assert child.stdout is not None
        os.set_blocking(child.stdout.fileno(), False)
        while child.poll() is None:
            looked = time.monotonic()
            memory = max(memory, _memory(child.pid))
            said.append(child.stdout.read() or b"")
            time.sleep(min(_LONGEST, max(_PAUSE, _LOOKING * (time.monotonic() - looked))))
        wall = time.monotonic() - started
        said.append(child.stdout.read() or b"")
    if child.returncode:
        raise CommandFailed(f"{' '.join(command)}: {b''.join(said).decode(errors='replace')[-2000:]}")
    return Usage(wall, _processor() - before, memory)


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _memory(process: int) -> float:
    try:
        root = psutil.Process(process)
        return sum(map(_own_memory, (root, *root.children(recursive=True)))) / 1e6
    except psutil.NoSuchProcess:
        return 0.0


def _own_memory(process: psutil.Process) -> float:
    try:
        told = process.memory_full_info()
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return 0.0
    return float(getattr(told, "pss", told.rss))


def count_files(folder: Path) -> tuple[int, int]:
    """How many files lie below ``folder``, and their bytes."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)
