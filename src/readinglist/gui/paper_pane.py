"""The right pane: one paper in full, its links, tags and note."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from readinglist.domain.links import paper_links
from readinglist.domain.paper import PaperDetail
from readinglist.domain.place import DONE, QUEUE, Place, place_of_list, place_of_tag
from readinglist.domain.readable_tex import readable, readable_names
from readinglist.domain.reading_queue import STATES, QueueState
from readinglist.gui.arxiv_line import arxiv_line
from readinglist.gui.flow_layout import FlowLayout
from readinglist.gui.fonts import Fonts
from readinglist.gui.icons import IconSet
from readinglist.gui.note_editor import NoteEditor
from readinglist.gui.plain_text import PlainLabel, SelectableLabel, set_tooltip
from readinglist.gui.reading_text import ReadingText
from readinglist.gui.shown_key import with_key
from readinglist.gui.spoken_date import short_date
from readinglist.gui.tag_looks import TagLooks

_MARGIN = 28
_LINK_ICON = 15
_SHOWN_AUTHORS = 40
_WIDEST_TEXT = 680
"""Pixels at 100 %: about 75 characters of the abstract's font."""

_OVERLAP = 42
_LOWEST_NOTE, _HIGHEST_NOTE = 58, 116

_COLOURED_CHIP = (
    "QPushButton {{ background: {0}; color: {1}; border: 1px solid {0}; }}"
    " QPushButton:focus {{ border: 1px solid {1}; }}"
)

_LINK_NAMES = {
    "pdf": ("PDF", "Open the PDF"),
    "abs": ("arXiv", "Open on arXiv"),
    "hf": ("Hub", "Open the discussion on the Hub"),
    "code": ("Code", "Open the code"),
    "project": ("Project", "Open the project's page"),
}
_LINK_COMMANDS = {"pdf": "paper.open_pdf", "abs": "paper.open"}


class PaperPane(QFrame):
    """Shows a paper, or a hint when there is none."""

    link_clicked = Signal(str)
    bibtex_clicked = Signal()
    place_clicked = Signal(object)
    add_tag_clicked = Signal()

    def __init__(self, icons: IconSet, tag_looks: TagLooks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paperPane")
        self._icons = icons
        self._tag_looks = tag_looks
        self._detail: PaperDetail | None = None
        self._fonts: Fonts | None = None
        self._key_of: Callable[[str], str] = lambda _command_id: ""
        self.title = SelectableLabel(object_name="paperTitle")
        self.authors = SelectableLabel(object_name="paperAuthors")
        self.meta = SelectableLabel(object_name="paperMeta")
        self.arxiv = SelectableLabel(object_name="paperMeta")
        self.summary = SelectableLabel(object_name="paperSummary")
        self.keywords = SelectableLabel(object_name="keywords")
        self.abstract = ReadingText()
        self._hint = PlainLabel(object_name="emptyText")
        self._hint.hide()
        self.note = NoteEditor()
        self._links = QWidget()
        self._link_row = FlowLayout(self._links, gap=5)
        self._tags = QWidget()
        self._tag_row = FlowLayout(self._tags, gap=6)
        self._buttons = self._make_link_buttons()
        self.reading_area = self._make_reading_area()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._make_placeholder())
        self._pages.addWidget(self._make_page())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self.setMinimumWidth(300)

    @property
    def detail(self) -> PaperDetail | None:
        """The paper that is shown."""
        return self._detail

    def use_look(self, fonts: Fonts) -> None:
        """Take over a zoom and the choice of fonts."""
        self._fonts = fonts
        icon = QSize(fonts.sizes.px(_LINK_ICON), fonts.sizes.px(_LINK_ICON))
        for button in self._buttons.values():
            button.setIconSize(icon)
        if self._detail is not None:
            self.abstract.show_text(_abstract_text(self._detail), fonts.reading())

    def use_keys(self, key_of: Callable[[str], str]) -> None:
        """Say which keys do the same as buttons, and with which one reads on."""
        self._key_of = key_of
        reads_on = key_of("go.next") or "↓"
        helps = key_of("help.keys") or key_of("help.anywhere")
        tells_more = f", {helps} for all keys" if helps else ""
        self._hint.setText(f"Press {reads_on} to read on{tells_more}.")
        self.note.setPlaceholderText(with_key("Write a note", key_of("paper.note")))
        copy_key = key_of("paper.copy_bibtex")
        set_tooltip(self._buttons["bibtex"], with_key("Copy as BibTeX", copy_key))
        if self._detail is not None:
            self._show_links(self._detail)
            self._show_chips(self._detail)

    def show_paper(
        self, detail: PaperDetail | None, today: date, *, can_read_on: bool = True
    ) -> None:
        """Show a paper in full; or none, with a hint if the list has papers to read.

        A note that was typed for the paper before is saved first.
        """
        self._hint.setVisible(can_read_on)
        same_paper = (
            detail is not None and self._detail is not None and detail.key == self._detail.key
        )
        self._detail = detail
        self.note.show_note(detail.key if detail else None, detail.note if detail else "")
        self._pages.setCurrentIndex(1 if detail else 0)
        if detail is None:
            return
        self._show_texts(detail, today)
        self._show_links(detail)
        self._show_chips(detail)
        if not same_paper:
            self.reading_area.verticalScrollBar().setValue(0)

    def scroll_by(self, pages: float) -> bool:
        """Scroll the paper down, or up below zero; return whether there was any more of it."""
        bar = self.reading_area.verticalScrollBar()
        before = bar.value()
        # A page leaves a line or two of what was read, by which the eye finds its place.
        page = bar.pageStep() - (self._fonts.sizes.px(_OVERLAP) if self._fonts else 0)
        bar.setValue(before + round(pages * page))
        return bar.value() != before

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.note.setFixedHeight(min(_HIGHEST_NOTE, max(_LOWEST_NOTE, self.height() // 7)))

    def _show_texts(self, detail: PaperDetail, today: date) -> None:
        paper = detail.paper
        self.title.setText(readable(detail.title))
        self.authors.setText(_authors_text(readable_names(detail.authors)))
        self.meta.setText(_meta_text(detail, today))
        self.arxiv.setText(arxiv_line(detail.arxiv))
        self.arxiv.setVisible(bool(self.arxiv.text()))
        self.summary.setText(paper.ai_summary)
        # A few summaries of the feed are the abstract over again.
        is_abstract = paper.ai_summary in {paper.abstract, detail.abstract}
        self.summary.setVisible(bool(paper.ai_summary) and not is_abstract)
        self.keywords.setText(" · ".join(paper.keywords))
        self.keywords.setVisible(bool(paper.keywords))
        abstract = _abstract_text(detail)
        if self._fonts is not None and self.abstract.toPlainText() != abstract:
            self.abstract.show_text(abstract, self._fonts.reading())

    def _show_links(self, detail: PaperDetail) -> None:
        links = paper_links(detail.paper)
        for kind, button in self._buttons.items():
            button.setVisible(kind == "bibtex" or kind in links)
            if kind in links:
                key = self._key_of(_LINK_COMMANDS.get(kind, ""))
                set_tooltip(button, f"{with_key(_LINK_NAMES[kind][1], key)}: {links[kind]}")
        self._links.updateGeometry()

    def _show_chips(self, detail: PaperDetail) -> None:
        self._tag_row.clear()
        if detail.queue is not None:
            place = DONE if detail.queue is QueueState.DONE else QUEUE
            self._add_chip(STATES[detail.queue], "listChip", "Show the queue", place)
        for name in detail.lists:
            self._add_chip(name, "listChip", f"Show the list “{name}”", place_of_list(name))
        for tag in detail.tags:
            chip = self._add_chip(tag, "chip", f"Show papers tagged “{tag}”", place_of_tag(tag))
            if look := self._tag_looks.chip(tag):
                chip.setStyleSheet(_COLOURED_CHIP.format(look.fill.name(), look.text.name()))
        add = _chip(with_key("+ tag ", self._key_of("paper.tag")), "addChip")
        add.setAccessibleName("Add a tag")
        add.clicked.connect(self.add_tag_clicked)
        self._tag_row.addWidget(add)
        self._tags.updateGeometry()

    def _add_chip(self, text: str, object_name: str, tooltip: str, place: Place) -> QPushButton:
        chip = _chip(text, object_name)
        set_tooltip(chip, tooltip)
        chip.clicked.connect(lambda _=False: self.place_clicked.emit(place))
        self._tag_row.addWidget(chip)
        return chip

    def show_tag_colours(self) -> None:
        """Show the tags again, whose colours have changed."""
        if self._detail is not None:
            self._show_chips(self._detail)

    def _make_link_buttons(self) -> dict[str, QPushButton]:
        buttons: dict[str, QPushButton] = {}
        for kind, (name, _help) in _LINK_NAMES.items():
            button = QPushButton(name)
            button.clicked.connect(lambda _=False, kind=kind: self.link_clicked.emit(kind))
            buttons[kind] = button
        copy = QPushButton("BibTeX")
        copy.clicked.connect(self.bibtex_clicked)
        buttons["bibtex"] = copy
        for kind, button in buttons.items():
            button.setObjectName("link")
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            button.setAutoDefault(False)
            self._icons.give_button(button, kind)
            self._link_row.addWidget(button)
        return buttons

    def _make_reading_area(self) -> QScrollArea:
        page = QWidget()
        page.setObjectName("paperPage")
        column = QVBoxLayout(page)
        column.setContentsMargins(_MARGIN, 22, _MARGIN, 16)
        column.setSpacing(8)
        for widget in (self.title, self.authors, self.meta, self.arxiv, self._links, self._tags):
            column.addWidget(widget)
        column.addSpacing(2)
        for widget in (self.summary, self.abstract, self.keywords):
            widget.setMaximumWidth(_WIDEST_TEXT)
            column.addWidget(widget)
        column.addStretch(1)
        area = QScrollArea()
        area.setObjectName("paperScroll")
        area.setAccessibleName("Paper")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return area

    def _make_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.reading_area, 1)
        area = QFrame()
        area.setObjectName("noteArea")
        below = QVBoxLayout(area)
        below.setContentsMargins(_MARGIN, 8, _MARGIN, 20)
        below.setSpacing(6)
        heading = PlainLabel("Note", object_name="groupHeading")
        heading.setBuddy(self.note)
        below.addWidget(heading)
        below.addWidget(self.note)
        layout.addWidget(area)
        return page

    def _make_placeholder(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        layout.addWidget(self._hint)
        return page


def _chip(text: str, object_name: str) -> QPushButton:
    chip = QPushButton(text.replace("&", "&&"))  # a single one would underline a letter
    chip.setObjectName(object_name)
    chip.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    chip.setAutoDefault(False)
    return chip


def _abstract_text(detail: PaperDetail) -> str:
    return readable(detail.abstract) or "The feed has no abstract for this paper."


def _authors_text(authors: Sequence[str]) -> str:
    shown = ", ".join(authors[:_SHOWN_AUTHORS])
    more = len(authors) - _SHOWN_AUTHORS
    return f"{shown} and {more:,} more" if more > 0 else shown


def _meta_text(detail: PaperDetail, today: date) -> str:
    paper = detail.paper
    parts = [f"arXiv {paper.arxiv_id}" if paper.arxiv_id else detail.paper_id]
    parts.append(paper.published.isoformat())
    if detail.featured_on:
        listed = [short_date(date.fromisoformat(day), today) for day in detail.featured_on]
        parts.append(f"listed {', '.join(listed)}")
    parts.append(f"{paper.upvotes:,} upvote{'' if paper.upvotes == 1 else 's'}")
    parts.append(f"{paper.comments:,} comment{'' if paper.comments == 1 else 's'}")
    if paper.organization:
        parts.append(paper.organization)
    if detail.rating:
        parts.append(f"rated {detail.rating} of 5")
    parts.append(f"key {detail.citation_key}")
    return " · ".join(parts)
