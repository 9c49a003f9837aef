"""Files that are kept up to date follow the lists, tags and searches that are renamed."""

from readinglist.domain.annotation import Edit, Field
from readinglist.domain.live_file import LiveQuery
from readinglist.domain.place import PlaceKind
from readinglist.domain.query_names import with_renamed
from readinglist.domain.tag import folded_case
from readinglist.storage.live_files import stored_files
from readinglist.storage.paper_edits import set_values
from readinglist.storage.write_engine import WriteSession


def follow_rename(writing: WriteSession, place: PlaceKind, old: str, new: str) -> list[Edit]:
    """Let files follow a list, tag or search to its new name; return what that changed.

    The edit belongs to the step of the rename, so that undo takes back both. With a tag go those
    that are nested in it.
    """
    files = {file.number: file.query for file in stored_files(writing.sqlite)}
    followed = {number: _followed(query, place, old, new) for number, query in files.items()}
    edit = set_values(writing, Field.LIVE_QUERY, followed)
    return [edit] if edit.changes else []


def follow_edit(writing: WriteSession, edit: Edit) -> list[Edit]:
    """Let files follow what an edit of lists or tags has renamed; return what that changed."""
    followed: list[Edit] = []
    for change in edit.changes:
        if edit.field is Field.TAG_NAME:
            place, old, new = PlaceKind.TAG, change.before, change.after
        elif edit.field is Field.LIST_ITSELF:
            place = PlaceKind.LIST
            old, new = change.before.partition("\n")[0], change.after.partition("\n")[0]
        else:
            continue
        if old and new and old != new:
            followed += follow_rename(writing, place, old, new)
    return followed


def _followed(query: LiveQuery, place: PlaceKind, old: str, new: str) -> str:
    def renamed(name: str) -> str | None:
        return _renamed(name, place, old, new)

    if query.place:
        return (renamed(query.text) if query.place == place else None) or query.text
    if place is PlaceKind.SEARCH:
        return query.text
    return with_renamed(query.text, place.value, renamed)


def _renamed(name: str, place: PlaceKind, old: str, new: str) -> str | None:
    folded, old_folded = folded_case(name), folded_case(old)
    if folded == old_folded:
        return new
    if place is PlaceKind.TAG and folded.startswith(f"{old_folded}/"):
        return new + name[len(old) :]
    return None
