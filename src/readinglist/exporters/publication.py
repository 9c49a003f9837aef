"""What an entry says about where and when a paper was published."""

from readinglist.domain.export_options import ExportOptions
from readinglist.domain.paper import PaperDetail
from readinglist.domain.venue import Venue


def venue_of(detail: PaperDetail, options: ExportOptions) -> Venue | None:
    """Return the venue if it is known and wanted."""
    return detail.venue if options.venue else None


def doi_of(detail: PaperDetail, options: ExportOptions) -> str:
    """Return the DOI of the published version if it is known and wanted; else ""."""
    return detail.doi if options.venue else ""


def year_of(detail: PaperDetail, venue: Venue | None) -> int:
    """Return the year of the venue if it was told, else that of the first version."""
    return (venue and venue.year) or detail.paper.published.year
