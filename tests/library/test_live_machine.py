"""Random edits, edits of the files by others, renames and restarts: no foreign word is lost.

Two programs have the library open. A file that nobody else wrote in equals an export, whoever of
the two looks at it; one in which somebody wrote is left to the byte until it is overwritten.
"""

import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from readinglist.domain.change import LibraryChange
from readinglist.domain.export_options import ExportOptions
from readinglist.domain.live_file import LiveFile, LiveQuery, LiveState
from readinglist.domain.managed_block import replace_block, split_block
from readinglist.domain.place import PlaceKind
from readinglist.domain.query import InList, Tagged
from readinglist.domain.sorting import NEWEST_FIRST, by_hand
from readinglist.exporters import exporter_named
from readinglist.library.export import export_text
from readinglist.library.library import Library
from readinglist.library.live_writing import LiveFileWriter
from readinglist.storage.listings import store_listings
from tests.library.live import all_keys
from tests.papers import made_up_listing

PAPERS = 5
numbers = st.integers(0, PAPERS - 1)
programs = st.integers(0, 1)
words = st.text("ab{}%\n\r<é", min_size=1, max_size=8)
NAMES = ("Related work", "survey", "Survey", "a (b)", "OR")
WITH_NOTES = '{"notes":true,"tags":true}'


class Program:
    """One that has the library open, and remembers the entries of papers that did not change."""

    def __init__(self, folder: Path) -> None:
        self.library = Library(folder)
        self.writer = LiveFileWriter(self.library)
        self.library.on_change(self._forget)

    def _forget(self, change: LibraryChange) -> None:
        self.writer.entries.forget(change.annotated | change.updated)

    def look(self) -> list[LiveFile]:
        return [
            self.writer.bring_up_to_date(file) for file in self.library.live_files.all().result()
        ]


class LiveFilesMachine(RuleBasedStateMachine):
    """``bib`` is kept with a list, ``md`` with a tag; ``theirs`` are lines around the block."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.bib, self.md = self.folder / "refs.bib", self.folder / "notes.md"
        self.programs = [Program(self.folder / "library") for _ in range(2)]
        library = self.programs[0].library
        library.database.write(
            lambda writing: store_listings(
                writing,
                "daily-papers",
                [made_up_listing(n, title=f"Title{n}") for n in range(1, PAPERS + 1)],
                datetime.now(UTC),
            )
        ).result()
        self.keys = all_keys(library)
        library.lists.make("Related work", "", self.keys[:2]).result()
        library.edits.set_tagged(self.keys[:2], "rl", tagged=True).result()
        self.list, self.tag = "Related work", "rl"
        for path, query, format_name in (
            (self.bib, LiveQuery(self.list, PlaceKind.LIST), "bibtex"),
            (self.md, LiveQuery('tag:"rl" -is:hidden'), "markdown"),
        ):
            library.live_files.add(
                LiveFile(0, str(path), query, format_name, options=WITH_NOTES)
            ).result()
        self.ours: dict[Path, str | None] = {self.bib: None, self.md: None}
        self.looked = False

    def teardown(self) -> None:
        for program in self.programs:
            program.library.close()
        shutil.rmtree(self.folder)

    # The reader

    @rule(program=programs, number=numbers, inside=st.booleans())
    def put_into_list(self, program: int, number: int, *, inside: bool) -> None:
        lists, keys = self.library(program).lists, [self.keys[number]]
        (lists.add if inside else lists.remove)(self.list, keys).result()

    @rule(program=programs, number=numbers, tagged=st.booleans())
    def put_tag(self, program: int, number: int, *, tagged: bool) -> None:
        self.library(program).edits.set_tagged(
            [self.keys[number]], self.tag, tagged=tagged
        ).result()

    @rule(program=programs, number=numbers, note=st.text("ab _\n", max_size=5))
    def write_note(self, program: int, number: int, note: str) -> None:
        self.library(program).edits.set_note(self.keys[number], note).result()

    @rule(program=programs, name=st.sampled_from(NAMES))
    def rename_list(self, program: int, name: str) -> None:
        self.library(program).lists.describe(self.list, name, "").result()
        self.list = name

    @rule(program=programs, name=st.sampled_from(("rl", "RL", "deep", "rl deep", "OR")))
    def rename_tag(self, program: int, name: str) -> None:
        if any(self.has_tag(key) for key in self.keys):
            self.tag = self.library(program).tags.rename(self.tag, name).result()

    @rule(program=programs)
    def rename_and_undo(self, program: int) -> None:
        library, name = self.library(program), self.list
        library.lists.describe(name, "Another name", "").result()
        self.list = "Another name"
        if program:
            self.look(program)
        library.edits.undo().result()
        self.list = name

    # Somebody else

    @precondition(lambda self: self.bib.exists())
    @rule(word=words)
    def write_into_bib(self, word: str) -> None:
        with self.bib.open("a", encoding="utf-8", newline="") as file:
            file.write(word)

    @precondition(lambda self: self.ours[self.bib] is not None)
    @rule()
    def put_bib_right(self) -> None:
        self.bib.write_text(str(self.ours[self.bib]), encoding="utf-8")

    @rule()
    def delete_bib(self) -> None:
        self.bib.unlink(missing_ok=True)

    @rule(word=words, above=st.booleans())
    def write_around_block(self, word: str, *, above: bool) -> None:
        text = _read(self.md) or ""
        _write(self.md, f"{word}\n{text}" if above else f"{text}\n{word}")

    @precondition(lambda self: self.ours[self.md] is not None and self.md.exists())
    @rule(word=words)
    def write_into_block(self, word: str) -> None:
        split = split_block(_read(self.md) or "")
        if split.block is not None:
            end = "\n<!-- readinglist:end -->"
            begin = f"<!-- readinglist:begin {split.seal} -->\n"
            _write(self.md, split.before + begin + split.block + word + end + split.after)

    @precondition(lambda self: self.ours[self.md] is not None and self.md.exists())
    @rule()
    def put_block_right(self) -> None:
        if split_block(text := _read(self.md) or "").block is not None:
            _write(self.md, replace_block(text, str(self.ours[self.md])))

    # The program

    @rule(program=programs)
    def look(self, program: int) -> None:
        before = {path: _read(path) for path in (self.bib, self.md)}
        # What the other one has changed is not known in detail.
        self.programs[program].writer.entries.forget_all()
        bib, md = self.programs[program].look()
        self.check_bib(bib, before[self.bib])
        self.check_md(md, before[self.md])

    @rule(program=programs)
    def look_with_what_is_remembered(self, program: int) -> None:
        """After an edit of its own, a program reads only what that has touched."""
        self.programs[program].writer.entries.forget_all()
        self.programs[program].look()
        self.write_note(program, 0, "seen")
        self.programs[program].look()
        self.look(program)
        before = {path: _read(path) for path in (self.bib, self.md)}
        self.programs[program].look()
        assert before == {path: _read(path) for path in (self.bib, self.md)}

    @rule(program=programs)
    def restart(self, program: int) -> None:
        self.library(program).close()
        self.programs[program] = Program(self.folder / "library")

    @rule(program=programs)
    def overwrite(self, program: int) -> None:
        self.programs[program].writer.entries.forget_all()
        (bib, *_rest) = self.library(program).live_files.all().result()
        after = self.programs[program].writer.overwrite(bib)
        assert after.file.state is LiveState.UP_TO_DATE
        self.check_bib(after.file, None)

    @invariant()
    def nothing_is_left_behind(self) -> None:
        left = {path.name for path in self.folder.iterdir()}
        assert left <= {"library", "refs.bib", "notes.md"}

    # What is right

    def check_bib(self, file: LiveFile, before: str | None) -> None:
        wanted = self.wanted_bib()
        there = None if before is None else before.replace("\r\n", "\n")
        if there is None or there in {wanted, self.ours[self.bib]}:
            assert file.state is LiveState.UP_TO_DATE, file
            assert (_read(self.bib) or "").replace("\r\n", "\n") == wanted
            self.ours[self.bib] = wanted
        else:
            assert file.state is LiveState.EDITED, file
            assert _read(self.bib) == before

    def check_md(self, file: LiveFile, before: str | None) -> None:
        now = _read(self.md)
        if not any(self.has_tag(key) for key in self.keys):
            assert file.state is LiveState.FAILED
            assert now == before
            return
        wanted = self.wanted_md()
        was = split_block(before or "")
        if before is None or was.block is None:
            assert self.ours[self.md] is None
            assert now is not None
            assert now.startswith(before or "")
        elif _trimmed(was.block) in {_trimmed(wanted), _trimmed(self.ours[self.md] or "")}:
            after = split_block(now or "")
            assert (after.before, after.after) == (was.before, was.after)
        else:
            assert file.state is LiveState.EDITED, file
            assert now == before
            return
        assert file.state is LiveState.UP_TO_DATE, file
        assert _trimmed(split_block(now or "").block or "") == _trimmed(wanted)
        self.ours[self.md] = wanted

    def wanted_bib(self) -> str:
        library = self.library(0)
        keys = library.papers.keys(InList(self.list), by_hand(self.list)).result()
        (heading,) = library.papers.counts().result().lists
        options = ExportOptions(venue=True, notes=True, tags=True)
        exporter = exporter_named("bibtex")
        return "".join(export_text(library, keys, exporter, options, heading))

    def wanted_md(self) -> str:
        library = self.library(0)
        keys = library.papers.keys(Tagged(self.tag), NEWEST_FIRST).result()
        options = ExportOptions(notes=True, tags=True, most_authors=3)
        return "".join(export_text(library, keys, exporter_named("markdown"), options))

    def library(self, program: int) -> Library:
        return self.programs[program].library

    def has_tag(self, key: int) -> bool:
        (paper,) = self.library(0).papers.details([key]).result()
        return self.tag in paper.tags


def _read(path: Path) -> str | None:
    return path.read_bytes().decode() if path.exists() else None


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode())


def _trimmed(block: str) -> str:
    return "\n".join(line.rstrip() for line in block.split("\n")).strip("\n")


LiveFilesMachine.TestCase.settings = settings(
    max_examples=25, stateful_step_count=25, suppress_health_check=[HealthCheck.too_slow]
)
TestLiveFiles = LiveFilesMachine.TestCase
