"""The window, driven by keys and clicks as a reader does; the tests read like the manual."""
