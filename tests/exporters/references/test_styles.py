"""References in each style, as the manuals of the styles have them."""

# ruff: noqa: RUF001 -- characters that look like others are what is printed

from dataclasses import replace
from datetime import date

import pytest

from readinglist.domain.arxiv_record import ArxivRecord
from readinglist.domain.paper import Paper, PaperDetail
from readinglist.exporters import exported
from readinglist.exporters.references import STYLES, Form, ReferenceExporter
from readinglist.exporters.references.forms import formed
from readinglist.exporters.references.work import Published, Work, work_of
from tests.exporters.torture_papers import paper_detail

ATTENTION = PaperDetail(
    1,
    "1706.03762",
    Paper(
        "1706.03762",
        "Attention Is All You Need",
        ("Ashish Vaswani", "Noam Shazeer", "Laurens van der Maaten"),
        "",
        date(2017, 6, 12),
    ),
    "vaswani2017attention",
)
OF_ARXIV = ArxivRecord(
    *(ATTENTION.title, ATTENTION.authors, "", ("cs.CL",), "15 pages", "", "", 7),
    fetched_on=date(2025, 6, 1),
)
DOI = "https://doi.org/10.48550/arXiv.1706.03762"


def reference(style: str, *papers: PaperDetail, form: Form = Form.TEXT) -> str:
    return "".join(exported(ReferenceExporter(STYLES[style], form), papers))


def by(*authors: str) -> PaperDetail:
    return replace(ATTENTION, paper=replace(ATTENTION.paper, authors=authors))


def called(title: str) -> PaperDetail:
    return replace(ATTENTION, paper=replace(ATTENTION.paper, title=title))


def people(count: int) -> PaperDetail:
    return by(*(f"Ada Name{chr(ord('a') + number)}" for number in range(count)))


@pytest.mark.parametrize(
    ("style", "form", "expected"),
    [
        (
            "apa",
            Form.MARKDOWN,
            "Vaswani, A., Shazeer, N., \\& van der Maaten, L. (2017). "
            f"*Attention Is All You Need*. arXiv. <{DOI}>",
        ),
        (
            "ieee",
            Form.MARKDOWN,
            "A. Vaswani, N. Shazeer, and L. van der Maaten, “Attention Is All You Need,” "
            "*arXiv preprint arXiv:1706.03762*, 2017.",
        ),
        (
            "acm",
            Form.TEXT,
            "Ashish Vaswani, Noam Shazeer, and Laurens van der Maaten. 2017. "
            f"Attention Is All You Need. arXiv:1706.03762. {DOI}",
        ),
        (
            "plain",
            Form.TEXT,
            "Ashish Vaswani, Noam Shazeer, and Laurens van der Maaten. "
            f"Attention Is All You Need. arXiv:1706.03762, 2017. {DOI}",
        ),
        (
            "apa",
            Form.HTML,
            "Vaswani, A., Shazeer, N., &amp; van der Maaten, L. (2017). "
            f'<i>Attention Is All You Need</i>. arXiv. <a href="{DOI}">{DOI}</a>',
        ),
    ],
)
def test_a_preprint(style: str, form: Form, expected: str) -> None:
    assert reference(style, ATTENTION, form=form) == expected


def test_acm_names_the_category_that_arxiv_told() -> None:
    known = replace(ATTENTION, arxiv=OF_ARXIV)
    assert "arXiv:1706.03762 [cs.CL]." in reference("acm", known)


def test_apa_names_twenty_authors_or_nineteen_and_the_last() -> None:
    twenty, more = reference("apa", people(20)), reference("apa", people(21))
    assert "Names, A., & Namet, A. (2017)." in twenty
    assert "…" not in twenty
    assert "Names, A., … Nameu, A. (2017)." in more
    assert "Namet" not in more


def test_ieee_names_six_authors_or_the_first() -> None:
    assert reference("ieee", people(6)).startswith("A. Namea, A. Nameb, A. Namec, A. Named, A. ")
    more = reference("ieee", people(7), form=Form.MARKDOWN)
    assert more.startswith("A. Namea *et al.*, “Attention")


@pytest.mark.parametrize("style", ["acm", "plain"])
def test_others_name_everybody(style: str) -> None:
    assert reference(style, people(26)).startswith("Ada Namea, Ada Nameb, ")
    assert "and Ada Namez." in reference(style, people(26))


def test_one_author_two_and_none() -> None:
    assert reference("apa", by("Ada Lovelace")).startswith("Lovelace, A. (2017). ")
    two = by("Ada Lovelace", "Blaise Pascal")
    assert reference("apa", two).startswith("Lovelace, A., & Pascal, B. (2017). ")
    assert reference("ieee", two).startswith("A. Lovelace and B. Pascal, “")
    assert reference("acm", two).startswith("Ada Lovelace and Blaise Pascal. 2017. ")
    assert reference("apa", by()).startswith("Attention Is All You Need. (2017). arXiv. ")
    assert reference("ieee", by(":")).startswith("“Attention Is All You Need,” ")
    assert reference("acm", by()).startswith("2017. Attention Is All You Need. ")
    assert reference("plain", by()).startswith("Attention Is All You Need. arXiv:")


def test_teams_end_with_a_full_stop_before_the_year() -> None:
    team = by("Gemini Team")
    assert reference("apa", team).startswith("Gemini Team. (2017). ")
    both = by("Ada Lovelace", "Robert W. Heath Jr.", "Gemini Team")
    assert reference("apa", both).startswith("Lovelace, A., Heath, R. W., Jr., & Gemini Team. (")


def test_titles_that_end_with_a_mark_have_no_second_one() -> None:
    asks = called("Is Attention All You Need?")
    assert "Is Attention All You Need? arXiv." in reference("apa", asks)
    assert "“Is Attention All You Need?” arXiv" in reference("ieee", asks)
    assert "Need? arXiv:" in reference("acm", asks)
    assert "All You Need. arXiv" in reference("apa", called("All You Need."))


def test_titles_keep_their_capitals_and_show_formulas_in_unicode() -> None:
    title = r"GenM$^3$: On $\mathcal{O}(N\log N)$ and \textsc{CR-Seg} of $\alpha$-BERT"
    shown = "GenM³: On O(N log N) and CR-Seg of α-BERT"
    for style in STYLES:
        assert shown in reference(style, called(title))


def test_quotation_marks_within_quotation_marks() -> None:
    shown = reference("ieee", called('R^3: "Read the Room" by Video'))
    assert "“R³: \N{LEFT SINGLE QUOTATION MARK}Read the Room\u2019 by Video,”" in shown


def test_several_are_numbered_where_the_style_numbers_them() -> None:
    second = called("Another One")
    lines = reference("ieee", ATTENTION, second).split("\n")
    assert [line[:4] for line in lines] == ["[1] ", "[2] "]
    assert not reference("ieee", ATTENTION).startswith("[")
    assert reference("apa", ATTENTION, second).count("\n") == 1
    in_html = reference("ieee", ATTENTION, second, form=Form.HTML)
    assert in_html.startswith("<p>[1] A. Vaswani")
    assert in_html.endswith(".</p>\n")
    in_markdown = reference("ieee", ATTENTION, second, form=Form.MARKDOWN)
    assert "\n\n\\[2\\] A. Vaswani" in in_markdown
    assert reference("ieee") == ""


def test_a_paper_that_arxiv_does_not_have() -> None:
    paper = replace(ATTENTION.paper, arxiv_id=None, project_url="https://example.org/a?b={c}#é")
    elsewhere = replace(ATTENTION, paper=paper)
    link = "https://example.org/a?b=%7Bc%7D#%C3%A9"
    assert reference("apa", elsewhere).endswith(f"Need. {link}")
    assert reference("ieee", elsewhere).endswith(f"Need,” 2017. [Online]. Available: {link}")
    assert reference("acm", elsewhere).endswith(f"Need. {link}")
    assert reference("plain", elsewhere).endswith(f"Need. 2017. {link}")
    nowhere = replace(elsewhere, paper=replace(paper, project_url=""))
    assert reference("apa", nowhere).endswith("Need.")
    assert reference("ieee", nowhere).endswith("Need,” 2017.")


def published(how: Published, venue: str, **told: str) -> Work:
    work = replace(work_of(ATTENTION), published=how, venue=venue)
    return replace(work, **told)  # type: ignore[arg-type]  # the fields named here are text


@pytest.mark.parametrize(
    ("style", "conference", "journal"),
    [
        (
            "apa",
            f"Attention Is All You Need. In *NeurIPS*. <{DOI}>",
            f"Attention Is All You Need. *Some Journal, 12*(3), 4–5. <{DOI}>",
        ),
        (
            "ieee",
            "“Attention Is All You Need,” in *NeurIPS*, 2017, arXiv:1706.03762.",
            "“Attention Is All You Need,” *Some Journal*, vol. 12, no. 3, pp. 4–5, 2017, "
            "arXiv:1706.03762.",
        ),
        (
            "acm",
            f"2017. Attention Is All You Need. In *NeurIPS*. arXiv:1706.03762. <{DOI}>",
            "2017. Attention Is All You Need. *Some Journal* 12, 3 (2017), 4–5. arXiv:1706.03762. "
            f"<{DOI}>",
        ),
        (
            "plain",
            f"Attention Is All You Need. In *NeurIPS*, arXiv:1706.03762, 2017. <{DOI}>",
            "Attention Is All You Need. *Some Journal*, 12(3):4–5, arXiv:1706.03762, 2017. "
            f"<{DOI}>",
        ),
    ],
)
def test_published_papers(style: str, conference: str, journal: str) -> None:
    write = STYLES[style].write
    at = write(published(Published.PROCEEDINGS, "NeurIPS"))
    assert formed(at, Form.MARKDOWN).endswith(conference)
    in_issue = published(
        Published.JOURNAL, "Some Journal", volume="12", number="3", pages="4\N{EN DASH}5"
    )
    assert formed(write(in_issue), Form.MARKDOWN).endswith(journal)


def test_the_venue_that_arxiv_told() -> None:
    told = replace(OF_ARXIV, comment="Accepted at NeurIPS 2018", doi="10.1000/xyz")
    known = replace(ATTENTION, arxiv=told)
    out = reference("apa", known)
    assert "(2018). Attention Is All You Need. In " in out
    assert "NeurIPS" in out
    assert out.endswith("https://doi.org/10.1000/xyz")
    in_a_journal = replace(OF_ARXIV, journal_ref="Nature 521, 436-444 (2015)")
    out = reference("ieee", replace(ATTENTION, arxiv=in_a_journal), form=Form.MARKDOWN)
    assert out.endswith("*Nature*, vol. 521, pp. 436–444, 2015, arXiv:1706.03762.")


def test_untitled() -> None:
    assert "(2017). Untitled. arXiv." in reference("apa", paper_detail(""))
