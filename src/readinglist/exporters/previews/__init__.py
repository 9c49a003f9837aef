"""How engines are going to print an entry, without running them."""

from readinglist.exporters.previews.preview import Preview, previews_of, previews_of_entry

__all__ = ["Preview", "previews_of", "previews_of_entry"]
