"""The syntax sheet: the whole filter language, an example for each form."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from readinglist.domain.query_syntax import SYNTAX, SyntaxForm
from readinglist.gui.filter_box.offer_list import Offer, OfferList
from readinglist.gui.fonts import Fonts
from readinglist.gui.plain_text import PlainLabel
from readinglist.gui.theme import Colours

_HIGHEST = 640


class SyntaxSheet(QDialog):
    """Lists the forms; ``example_taken`` carries the example that was clicked or chosen."""

    example_taken = Signal(str)

    def __init__(self, colours: Colours, fonts: Fonts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Filter language")
        self.forms = OfferList("Forms of the filter language")
        self.forms.use_look(colours, fonts)
        self.forms.show_offers(list(self._offers()))
        self.forms.choose(1)
        help_text = PlainLabel(
            "Enter or a click puts an example into the filter.", object_name="fieldHelp"
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(self.forms, 1)
        layout.addWidget(help_text)
        natural = self.forms.natural_size() + QSize(60, 60)
        highest = QSize(natural.width(), fonts.sizes.px(_HIGHEST))
        self.resize(natural.boundedTo(highest).boundedTo(self.screen().availableSize() * 0.85))

    def _offers(self) -> Iterator[Offer]:
        for group in SYNTAX:
            yield Offer(group.title)
            for form in group.forms:
                yield Offer(form.example, form.explanation, self._taking(form))

    def _taking(self, form: SyntaxForm) -> Callable[[], None]:
        def take() -> None:
            self.accept()
            self.example_taken.emit(form.example)

        return take
