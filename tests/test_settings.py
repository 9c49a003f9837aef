"""Settings are kept as TOML, and a damaged file never keeps the program from opening."""

from pathlib import Path

import pytest

from readinglist.settings import (
    Density,
    KeyPreset,
    MarkRead,
    Settings,
    Theme,
    load_settings,
    save_settings,
)

CHOSEN = Settings(
    theme=Theme.DARK,
    density=Density.COMPACT,
    mark_read=MarkRead.LATER,
    mark_read_seconds=9,
    fetch_arxiv_details=True,
    system_fonts=True,
    zoom_percent=150,
    key_preset=KeyPreset.VIM,
    keys={"paper.star": ("X", "Ctrl+B"), "paper.tag": ()},
    exports={"bibtex": {"abstract": True, "most_authors": 10}},
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def written(path: Path, text: str) -> Settings:
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return load_settings(path)


def test_without_a_file_all_is_as_it_comes(path: Path) -> None:
    assert load_settings(path) == Settings()


def test_what_was_saved_is_loaded(path: Path) -> None:
    save_settings(path, CHOSEN)
    assert load_settings(path) == CHOSEN
    save_settings(path, Settings())
    assert load_settings(path) == Settings()
    assert [file.name for file in path.parent.iterdir()] == ["settings.toml"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("theme = 'light'", Settings(theme=Theme.LIGHT)),
        ("theme = 'purple'", Settings()),
        ("theme = 3", Settings()),
        ("mark_read = 'only by hand'", Settings(mark_read=MarkRead.BY_HAND)),
        ("mark_read = false", Settings()),
        ("mark_read_on_open = false", Settings(mark_read=MarkRead.BY_HAND)),
        ("mark_read_on_open = true", Settings()),
        ("mark_read_on_open = 'no'", Settings()),
        ("zoom_percent = 120", Settings(zoom_percent=120)),
        ("zoom_percent = 5000", Settings(zoom_percent=200)),
        ("zoom_percent = -5", Settings(zoom_percent=70)),
        ("zoom_percent = 99999999999999999999999", Settings(zoom_percent=200)),
        ("zoom_percent = 120.0", Settings()),
        ("zoom_percent = true", Settings()),
        ("zoom_percent = nan", Settings()),
        ("theme = ['dark']", Settings()),
        ("from_a_newer_version = 1", Settings()),
    ],
)
def test_one_bad_value_spoils_only_itself(line: str, expected: Settings, path: Path) -> None:
    assert written(path, f"{line}\ndensity = 'compact'\n") == Settings(
        **{name: getattr(expected, name) for name in ("theme", "mark_read", "zoom_percent")},
        density=Density.COMPACT,
    )


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("keys = 5", {}),
        ("keys = ['S']", {}),
        ("[keys]\nstar = 'S'\ntag = ['T']\nnote = [1]", {"tag": ("T",)}),
        ("[keys]\n'paper.star' = []", {"paper.star": ()}),
    ],
)
def test_one_bad_key_spoils_only_itself(
    text: str, keys: dict[str, tuple[str, ...]], path: Path
) -> None:
    loaded = written(path, f"density = 'compact'\n{text}\n")
    assert (loaded.keys, loaded.density) == (keys, Density.COMPACT)


@pytest.mark.parametrize("text", ["theme = ", "\x00", "<html>", "[theme]\n[theme]"])
def test_a_damaged_file(text: str, path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert written(path, text) == Settings()
    assert "cannot be read" in caplog.text


def test_a_file_that_is_no_text(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"\xff\xfe\x00")
    assert load_settings(path) == Settings()


def test_a_folder_in_its_place(path: Path) -> None:
    path.mkdir(parents=True)
    assert load_settings(path) == Settings()


@pytest.mark.parametrize(
    ("text", "exports"),
    [
        ("exports = 5", {}),
        ("[exports]\nbibtex = 5", {}),
        ("[exports.bibtex]\nabstract = true", {"bibtex": {"abstract": True}}),
    ],
)
def test_options_of_exports_that_make_no_sense_are_passed_over(
    text: str, exports: dict[str, dict[str, object]], path: Path
) -> None:
    path.parent.mkdir()
    path.write_text(text)
    assert load_settings(path).exports == exports
