"""What the program can do with sources, storage and exporters together; no Qt, no terminal."""
