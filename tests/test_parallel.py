"""Work on several processors gives what it gives on one, and nothing is left behind where it fails."""

from __future__ import annotations

import multiprocessing
import os
from functools import partial

import pytest

from corpus.parallel import in_parallel, processes, slices


@pytest.fixture(params=["1", "3"])
def jobs(request, monkeypatch) -> int:
    monkeypatch.setenv("JOBS", request.param)
    return int(request.param)


def test_results_come_in_order(jobs):
    assert in_parallel([partial(pow, number, 2) for number in range(20)]) == [number**2 for number in range(20)]
    assert in_parallel([]) == []
    assert len(set(in_parallel([os.getpid] * 20))) <= jobs


def test_a_failure_is_told_and_leaves_no_process(jobs):
    with pytest.raises(ZeroDivisionError):
        in_parallel([partial(pow, 2, 3), partial(divmod, 1, 0), partial(pow, 2, 3)])
    assert multiprocessing.active_children() == []


def test_pieces_in_pieces_are_done_where_they_are(jobs):
    nested = partial(in_parallel, [partial(pow, 2, 5), partial(pow, 2, 6)])
    assert in_parallel([nested, nested]) == [[32, 64], [32, 64]]


def test_slices_are_all_things_in_order(jobs):
    for count in (0, 1, 5, 100):
        parts = slices(range(count))
        assert [one for part in parts for one in part] == list(range(count))
        assert all(parts) and len(parts) <= 6 * jobs


def test_jobs_say_how_many(monkeypatch):
    monkeypatch.setenv("JOBS", "7")
    assert processes() == 7
    for nothing in ("", "0", "many"):
        monkeypatch.setenv("JOBS", nothing)
        assert processes() >= 1
