"""Exports: what a file says, that every reader of the format reads it, that LaTeX compiles it."""
