"""The command line: the same library without a screen. Qt is never imported here."""
