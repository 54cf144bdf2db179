"""What reaches people who follow the site from elsewhere, when the corpus changes: its past is a real repository of git."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import feedparser
import pytest
import vobject
from corpora import FROZEN, see_corpus

from corpus.data.agency_files import WorkFiles
from corpus.overview.publication import Publication
from corpus.read.corpus_files import read_corpus
from corpus.read.history import read_history

pytestmark = pytest.mark.process  # git keeps what followers are told

SITE = "https://kehoach.example.vn/cong"
BODY = "hai-phong/so-thong-tin-va-truyen-thong"
MOVED = "plans/hai-phong/2025/362-qd-ubnd.md"
DEADLINE = "- Thời gian thực hiện: Tháng 11/2025.\n        lead"
OLD = "plans/hai-phong/2018/24-kh-ubnd.md"
FIRST, SECOND = "2026-03-02T03:00:00+00:00", "2026-03-09T03:00:00+00:00"


@dataclass(frozen=True)
class Followed:
    """Feed and calendar of the whole corpus, and the feed of one body, as another program reads them: events by UID."""

    feed: feedparser.FeedParserDict
    of_body: feedparser.FeedParserDict
    events: dict[str, vobject.base.Component]
    calendar: vobject.base.Component


def git(root: Path, *arguments: str, when: str = FIRST) -> None:
    who = {f"GIT_{one}_{what}": "x@example.vn" for one in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    plain = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "PATH": os.environ["PATH"]}
    subprocess.run(["git", "-C", str(root), *arguments], check=True, capture_output=True, env={**who, **dates, **plain})


def commit(root: Path, when: str) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-m", "x", when=when)


def follow(root: Path) -> Followed:
    overview = see_corpus(read_corpus(root), root)
    files = WorkFiles(overview, Publication(read_history(root), SITE))
    made, of_body = {name: b"".join(parts) for name, parts in files.of_corpus()}, dict(files.of_body(BODY))
    calendar = vobject.readOne(made["toan-bo.ics"].decode())
    events = {one.uid.value: one for one in calendar.vevent_list}
    return Followed(
        feedparser.parse(made["toan-bo.atom"]), feedparser.parse(of_body["cap-nhat.atom"]), events, calendar
    )


@pytest.fixture(scope="module")
def followed(tmp_path_factory) -> tuple[Followed, Followed]:
    """Before and after: a week later a deadline is moved, and a plan of years ago is added."""
    root = tmp_path_factory.mktemp("followed") / "corpus"
    shutil.copytree(FROZEN, root)
    git(root, "init", "-q")
    older = (root / OLD).read_bytes()
    (root / OLD).unlink()
    commit(root, FIRST)
    before = follow(root)
    (root / OLD).write_bytes(older)
    text = (root / MOVED).read_text("utf-8")
    assert text.count(DEADLINE) == 1
    (root / MOVED).write_text(text.replace(DEADLINE, DEADLINE.replace("11/2025", "12/2025")), "utf-8")
    commit(root, SECOND)
    return before, follow(root)


def test_an_older_plan_that_is_added_shows_as_new(followed):
    before, after = followed
    known = {entry.id for entry in before.feed.entries}
    added = [entry for entry in after.feed.entries if entry.id not in known and "2018" in entry.link]
    assert added
    assert {entry.published for entry in added} == {SECOND}
    moments = [entry.updated for entry in after.feed.entries]
    assert moments == sorted(moments, reverse=True), "what came last stands first, however old it is"
    assert after.feed.feed.updated == SECOND


def test_only_what_changed_is_new_again(followed):
    before, after = followed
    known = {entry.id: entry for entry in before.of_body.entries}
    again = [entry for entry in after.of_body.entries if entry.id in known]
    moved = [entry for entry in again if entry.updated != known[entry.id].updated]
    assert moved and {entry.updated for entry in moved} == {SECOND} and {entry.published for entry in moved} == {FIRST}
    assert {entry.link.rpartition("#")[2] for entry in moved} == {"phu-luc-6"}
    assert len(again) > 3 * len(moved)


def test_a_reader_away_from_the_site_finds_the_way_back(followed):
    _, after = followed
    assert {link.href for link in after.feed.feed.links} == {f"{SITE}/du-lieu/toan-bo.atom", f"{SITE}/nhiem-vu/"}
    assert all(entry.link.startswith(f"{SITE}/ke-hoach/") for entry in after.feed.entries)
    assert all(f"{SITE}/ke-hoach/" in event.description.value for event in after.events.values())


def test_a_moved_deadline_replaces_the_event_that_stood_for_it(followed):
    """A program takes an event of the same UID in place of its own when SEQUENCE is higher (RFC 5546, 2.1.5)."""
    before, after = followed
    kept = before.events.keys() & after.events.keys()
    moved = {uid for uid in kept if before.events[uid].dtstart.value != after.events[uid].dtstart.value}
    assert len(moved) == 1
    (uid,) = moved
    old, new = before.events[uid], after.events[uid]
    assert (old.dtstart.value.month, new.dtstart.value.month) == (11, 12)
    assert int(new.sequence.value) > int(old.sequence.value)
    assert new.dtstamp.value > old.dtstamp.value and new.last_modified.value == new.dtstamp.value
    assert not hasattr(after.calendar, "method") and not hasattr(new, "organizer")
    for same in kept - moved - {one for one in kept if "phu-luc-6" in one}:
        assert after.events[same].sequence.value == before.events[same].sequence.value
        assert after.events[same].dtstamp.value == before.events[same].dtstamp.value


def test_what_is_in_no_commit_yet_counts_from_the_last(tmp_path):
    """So the days of a build follow from its commit, and two builds agree."""
    root = tmp_path / "corpus"
    shutil.copytree(FROZEN, root)
    git(root, "init", "-q")
    commit(root, FIRST)
    path = root / MOVED
    path.write_text(path.read_text("utf-8").replace(DEADLINE, DEADLINE.replace("11/2025", "12/2025")), "utf-8")
    commit(root, SECOND)
    path.write_text(path.read_text("utf-8").replace("12/2025", "10/2025"), "utf-8")
    plan = read_corpus(root).plan["hai-phong/2025/362-qd-ubnd"]
    history = read_history(root)
    row, clause = history.since(plan, "phu-luc-6"), history.since(plan, "i-1")
    assert (row.moment.isoformat(), row.number) == (SECOND, 2)
    assert (clause.moment.isoformat(), clause.number) == (FIRST, 0)


@pytest.mark.parametrize("made", ["nothing", "shallow"])
def test_without_the_past_nothing_is_said_of_it(made, tmp_path):
    root = tmp_path / "corpus"
    shutil.copytree(FROZEN, root)
    if made == "shallow":
        git(root, "init", "-q")
        commit(root, FIRST)
        commit_again = root / "plans" / "x.txt"
        commit_again.write_text("x", "utf-8")
        commit(root, SECOND)
        git(tmp_path, "clone", "-q", "--depth", "1", root.as_uri(), "clone")
        root = tmp_path / "clone"
    assert read_history(root).versions == {}
