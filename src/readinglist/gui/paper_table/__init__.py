"""The list of papers: model, cache of rows, columns, painting, view."""
