"""The library file: one SQLite database. The only package that knows SQL."""
