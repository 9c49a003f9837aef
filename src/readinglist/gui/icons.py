"""Icons by name. qtawesome takes half a second to import, so icons come after the first paint."""

from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from types import ModuleType

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractButton

from readinglist.gui.gui_thread import GuiThread
from readinglist.gui.theme import Colours

_GLYPHS = {
    "today": "mdi6.white-balance-sunny",
    "all": "mdi6.folder-open-outline",
    "unread": "mdi6.circle-outline",
    "star": "mdi6.star-outline",
    "tag": "mdi6.tag-outline",
    "previous": "mdi6.chevron-left",
    "next": "mdi6.chevron-right",
    "search": "mdi6.magnify",
    "syntax": "mdi6.help-circle-outline",
    "sync": "mdi6.refresh",
    "export": "mdi6.export-variant",
    "menu": "mdi6.menu",
    "close": "mdi6.close",
    "calendar": "mdi6.calendar-range",
    "pdf": "mdi6.file-document-outline",
    "abs": "mdi6.link-variant",
    "hf": "mdi6.comment-text-outline",
    "code": "mdi6.code-tags",
    "project": "mdi6.home-outline",
    "bibtex": "mdi6.format-quote-close",
    "empty": "mdi6.coffee-outline",
    "offline": "mdi6.cloud-off-outline",
    "sample": "mdi6.flask-outline",
}


class IconSet(QObject):
    """Gives icons to whoever asked for them, once they can be made and whenever colours change."""

    def __init__(self, gui_thread: GuiThread) -> None:
        super().__init__()
        self._gui_thread = gui_thread
        self._qtawesome: ModuleType | None = None
        self._colours: Colours | None = None
        self._importing: Thread | None = None
        self._closed = False
        self._wanted: list[tuple[str, str, Callable[[QIcon], None]]] = []

    @property
    def are_loaded(self) -> bool:
        """Whether icons can be made."""
        return self._qtawesome is not None

    def give(self, name: str, setter: Callable[[QIcon], None], colour: str = "soft") -> None:
        """Call ``setter`` with the icon now or when it can be made, and again on a new theme.

        ``colour`` is the name of a theme colour.
        """
        self._wanted.append((name, colour, setter))
        if self._qtawesome is not None:
            setter(self._make(name, colour))

    def give_button(self, button: QAbstractButton, name: str, colour: str = "soft") -> None:
        """Give a button its icon."""
        self.give(name, button.setIcon, colour)

    def use_colours(self, colours: Colours) -> None:
        """Make all icons again in the colours of a theme."""
        self._colours = colours
        if self._qtawesome is not None:
            self._give_all()

    def load(self) -> None:
        """Import qtawesome on a thread of its own, then hand out what was asked for. Idempotent."""
        if self._importing is not None or self._closed:
            return
        loaded: Future[ModuleType] = Future()

        def work() -> None:
            try:
                import qtawesome

                loaded.set_result(qtawesome)
            except Exception as error:  # noqa: BLE001 (raised again on the GUI thread)
                loaded.set_exception(error)

        self._gui_thread.deliver(loaded, self._on_loaded)
        self._importing = Thread(target=work, name="icons", daemon=True)
        self._importing.start()

    def close(self) -> None:
        """Wait for a running import and begin none: Python must not end in the middle of one."""
        self._closed = True
        if self._importing is not None:
            self._importing.join()

    def _on_loaded(self, qtawesome: ModuleType) -> None:
        self._qtawesome = qtawesome
        self._give_all()

    def _give_all(self) -> None:
        for name, colour, setter in self._wanted:
            setter(self._make(name, colour))

    def _make(self, name: str, colour: str) -> QIcon:
        if self._qtawesome is None or self._colours is None:
            return QIcon()
        icon = self._qtawesome.icon(_GLYPHS[name], color=getattr(self._colours, colour))
        return icon if isinstance(icon, QIcon) else QIcon()
