"""The window itself: settings, help, zoom, the sample library."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QToolButton

from readinglist import __version__
from readinglist.commands.catalogue import CATALOGUE
from readinglist.commands.key_presets import in_force
from readinglist.domain.errors import UserFacingError
from readinglist.gui.notice_bar import NoticeBar
from readinglist.gui.open_library import OpenLibrary
from readinglist.gui.plain_text import show_message
from readinglist.settings import Settings

_NORMAL_ZOOM, _LEAST_ZOOM, _MOST_ZOOM = 100, 70, 200


class WindowingPart:
    """Implements the Windowing protocol."""

    def __init__(
        self,
        opened: OpenLibrary,
        window: QMainWindow,
        notices: NoticeBar,
        menu_button: QToolButton,
        switch_library: Callable[[], None],
    ) -> None:
        self._opened = opened
        self._window = window
        self._notices = notices
        self._menu_button = menu_button
        self._switch_library = switch_library

    def toggle_sample(self) -> None:
        """Open the sample library, or go back from it."""
        self._switch_library()

    def ask_for_settings(self) -> None:
        """Open the settings."""
        # Dialogs are imported when they are asked for: the first paint does not wait for them.
        from readinglist.gui.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self._opened.settings, self._window)
        dialog.accepted.connect(lambda: self._use(dialog.chosen()))
        dialog.open()

    def ask_for_keys(self) -> None:
        """Open the keys."""
        from readinglist.gui.keys_dialog import KeysDialog

        look, settings = self._opened.look, self._opened.settings
        dialog = KeysDialog(CATALOGUE, settings, look.colours, look.fonts, self._window)
        dialog.accepted.connect(lambda: self._use(dialog.chosen()))
        dialog.open()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or go back to a window as it was."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def open_menu(self) -> None:
        """Open the menu of all commands."""
        self._menu_button.showMenu()

    def show_help(self) -> None:
        """Show the help sheet."""
        from readinglist.gui.help_sheet import HelpSheet

        settings = self._opened.settings
        commands = in_force(CATALOGUE, settings.key_preset, settings.keys)
        HelpSheet(commands, self._window).open()

    def show_about(self) -> None:
        """Show the version, and where the library lies."""
        show_message(
            self._window,
            "About readinglist",
            f"readinglist {__version__}\n\nYour library: {self._opened.library.database.path}\n\n"
            "Papers come from Hugging Face Daily Papers. Titles, authors and abstracts are "
            "arXiv's descriptive metadata (CC0). Thank you to arXiv for use of its open access "
            "interoperability.",
        )

    def change_zoom(self, percent: int | None) -> None:
        """Make text larger or smaller."""
        present = self._opened.settings.zoom_percent
        wanted = _NORMAL_ZOOM if percent is None else present + percent
        zoom = min(max(wanted, _LEAST_ZOOM), _MOST_ZOOM)
        self._use(replace(self._opened.settings, zoom_percent=zoom))

    def quit(self) -> None:
        """Close the window."""
        self._window.close()

    def _use(self, settings: Settings) -> None:
        try:
            self._opened.use_settings(settings)
        except OSError as error:
            self._notices.show_error(
                UserFacingError(
                    f"The settings could not be saved: {error.strerror or error}.",
                    "They hold until the window is closed.",
                )
            )
