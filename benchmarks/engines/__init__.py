"""What engines do with the files that the program writes, on real papers: ``./run engines``.

Not what is fast but what is right: every entry is read, compiled, printed with its arXiv id, and
read back as it was. The same checks run on what other programs write.
"""
