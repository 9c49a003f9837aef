"""The catalogue of commands, checked without a window."""
