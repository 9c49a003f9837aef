"""readinglist: bring in the day's papers, skim them, keep a few, cite them later."""

__version__ = "0.1.0"
