"""Finding papers: the words they are found by, and the ways from a query to rows in order.

- ``words``: cuts text into words, case and diacritics folded
- ``terms``: what a paper is found by, as the terms of one index
- ``expression``: a query as an expression over those terms, which may promise too much
- ``row_condition``: a query as SQL over a row, which is exact
- ``lists``: both together: the beginning of a list at once, the whole of it later, its counts
- ``index``: keeping the two indexes in step with the papers
- ``listing_order``: the numbers that make the order of the index the order of the list
"""
