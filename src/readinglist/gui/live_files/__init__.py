"""Dialogs about files that are kept up to date."""
