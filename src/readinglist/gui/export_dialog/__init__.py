"""The export dialog: what is put out, how, and what to look at before."""
