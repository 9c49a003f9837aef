"""What engines say is read right: excerpts of real logs (TeX Live 2022, biber 2.18)."""

from benchmarks.engines.engine_logs import read_biber_log, read_bibtex_log, read_latex_log

BIBTEX = """\
The style file: plain.bst
Database file #1: papers.bib
Repeated entry---line 2 of file papers.bib
 : @article{A1
 :            , author={Ada Lovelace}, title={x}, journal={j}, year={2020}}
I'm skipping whatever remains of this entry
Too many commas in name 1 of "Ada, B, C, D, E" for entry a1
while executing---line 1049 of file plain.bst
Warning--empty journal in a1
Warning--empty year in b2
You've used 4 entries,
            2118 wiz_defined-function locations,
(There were 6 error messages)
"""
BIBER = """\
[340] Biber.pm:4592> INFO - Looking for bibtex file 'papers.bib' for section 0
[441] Utils.pm:399> ERROR - Name "Ada, B, C, D, E" has too many commas, skipping entry 'a1'
[483] Biber.pm:130> WARN - Possible typo (case mismatch) between datasource keys: 'A1' and 'a1'
[484] Biber.pm:132> INFO - WARNINGS: 1
"""
LATEX = r"""
! Misplaced alignment tab character &.
l.11 \newblock x &
                   y.
! LaTeX Error: Unicode character β (U+03B2)
               not set up for use with LaTeX.

See the LaTeX manual or LaTeX Companion for explanation.
l.14 \newblock β
Missing character: There is no ^^c3 in font cmr10!
LaTeX Warning: Citation `x' undefined on input line 3.
"""


def test_bibtex_tells_errors_warnings_and_entries() -> None:
    log = read_bibtex_log(BIBTEX)
    assert (log.read, log.errors, log.warnings) == (4, 6, 2)
    assert log.complaints == (
        "Repeated entry",
        'Too many commas in name 1 of "Ada, B, C, D, E" for entry a1',
        "empty journal in a1",
        "empty year in b2",
    )


def test_bibtex_that_is_content_says_nothing() -> None:
    log = read_bibtex_log("The style file: plain.bst\nYou've used 1 entry,\n")
    assert (log.read, log.errors, log.warnings, log.complaints) == (1, 0, 0, ())


def test_biber_tells_errors_before_warnings() -> None:
    log = read_biber_log(BIBER)
    assert (log.errors, log.warnings) == (1, 1)
    assert log.complaints[0].endswith("skipping entry 'a1'")


def test_latex_counts_characters_without_a_glyph_and_no_warnings() -> None:
    log = read_latex_log(LATEX)
    assert log.errors == 3
    assert log.complaints == (
        r"Misplaced alignment tab character &. l.11 \newblock x &",
        "LaTeX Error: Unicode character β (U+03B2) not set up for use with LaTeX. "
        r"See the LaTeX manual or LaTeX Companion for explanation. l.14 \newblock β",
        "Missing character: There is no ^^c3 in font cmr10!",
    )
