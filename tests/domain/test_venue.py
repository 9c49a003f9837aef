"""Where papers were published, by what their authors really wrote."""

# ruff: noqa: RUF001 -- characters that look like others are what is tested

import csv
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from readinglist.domain.doi import plain_doi
from readinglist.domain.venue import Venue, VenueKind, find_venue, is_withdrawn

# Comments of arXiv's records of 2025, whose metadata are in the public domain (CC0), each with the
# venue that a person reads out of it: kind, name and year.
_COMMENTS = Path(__file__).parent / "venue_comments.tsv"


def comments() -> list[list[str]]:
    with _COMMENTS.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def told(venue: Venue | None) -> list[str]:
    return [venue.kind, venue.name, str(venue.year or "")] if venue else ["", "", ""]


def name_of(comment: str) -> str:
    venue = find_venue(comment)
    return venue.name if venue else ""


@pytest.mark.parametrize("row", comments(), ids=lambda row: row[0][:40])
def test_real_comments(row: list[str]) -> None:
    comment, *expected = row
    assert told(find_venue(comment)) == expected


def test_the_sample_has_both_kinds_of_comments() -> None:
    named = [row for row in comments() if row[1]]
    assert len(named) > 100
    assert len(comments()) - len(named) > 50


@pytest.mark.parametrize(
    ("comment", "short_name"),
    [
        ("Accepted at ICLR 2025", "ICLR 2025"),
        ("CVPR 2025 Highlight", "CVPR 2025"),
        ("To appear in IEEE TPAMI", "TPAMI"),
        ("Published in Transactions on Machine Learning Research (06/2025)", "TMLR 2025"),
        ("Accepted to ACL 2025 Main Conference", "ACL 2025"),
        ("ACL 2025 Findings", "Findings of ACL 2025"),
        ("Workshop on X at ICLR 2025", "Workshop on X at ICLR 2025"),
        ("Accepted by IEEE RA-L, presented at ICRA 2025", "RA-L"),
        ("ACM Transactions on Graphics (SIGGRAPH 2025), 24 pages", "TOG 2025"),
    ],
)
def test_short_names(comment: str, short_name: str) -> None:
    venue = find_venue(comment)
    assert venue is not None
    assert venue.short_name == short_name


@pytest.mark.parametrize(
    "comment",
    [
        "Submitted to CVPR 2025",
        "Under review at ICLR 2025",
        "In submission to NeurIPS 2025. 10 pages",
        "Rejected from ICML 2025",
        "Extended version of our CVPR 2024 paper",
        "Code for the paper accepted at ICLR 2025 will be released upon acceptance at CVPR 2025",
        "10 pages, accepted",
        "Accepted to ICLR 2025. This paper has been withdrawn by the authors",
        "Accepted in May 2025",
        "Will be released if accepted by ICML 2025",
        "Not accepted at ICML 2025",
        "Accepted to ICLR 2025 and ICML 2025",
        "TACL 2025, presented at ACL 2025",
        "Published in TMLR (2024), presented at ICLR 2025",
        "Accepted to Nature, presented at NeurIPS 2025",
        "Preprint; SemEval-2025 proceedings to appear at ACL 2025",
        "Rebuttal accepted ICML 2025",
        "Preprint 2025",
        "1st place at the CVPR 2025 challenge",
        "NeurIPS 2025 template",
        "",
    ],
)
def test_what_is_no_publication(comment: str) -> None:
    assert find_venue(comment) is None


def test_a_workshop_is_not_the_conference_it_is_held_at() -> None:
    for comment in (
        "Accepted at TrustNLP @ NAACL 2025",
        "CVPR 2025 Workshop on Event-based Vision",
    ):
        venue = find_venue(comment)
        assert venue is not None
        assert venue.kind is VenueKind.WORKSHOP
        assert "Conference" not in venue.name


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        (
            "Nature 521, 436-444 (2015)",
            Venue(VenueKind.JOURNAL, "Nature", 2015, volume="521", pages="436-444"),
        ),
        (
            "Phys. Rev. Lett. 120, 010501 (2018)",
            Venue(VenueKind.JOURNAL, "Phys. Rev. Lett.", 2018, volume="120", pages="010501"),
        ),
        (
            "ActaAstron.56:1-50,2006",
            Venue(VenueKind.JOURNAL, "ActaAstron.", 2006, volume="56", pages="1-50"),
        ),
        (
            "Machine Learning, 110(3), 457-506, 2021",
            Venue(
                VenueKind.JOURNAL,
                "Machine Learning",
                2021,
                "",
                volume="110",
                number="3",
                pages="457-506",
            ),
        ),
        (
            "Journal of Machine Learning Research 21 (2020) 1-67",
            Venue(
                VenueKind.JOURNAL,
                "Journal of Machine Learning Research",
                2020,
                "JMLR",
                volume="21",
                pages="1-67",
            ),
        ),
        (
            "International Journal of Software Engineering & Applications (IJSEA), Vol.3, No.1, "
            "January 2012",
            Venue(
                VenueKind.JOURNAL,
                "International Journal of Software Engineering & Applications",
                2012,
                "IJSEA",
                volume="3",
                number="1",
            ),
        ),
        (
            "Proc. of the 38th ICML, PMLR 139, 2021",
            Venue(
                VenueKind.CONFERENCE,
                "International Conference on Machine Learning (ICML)",
                2021,
                "ICML",
            ),
        ),
        (
            "In Proc. ACM SIGSOFT International Symposium on Software Testing and Analysis "
            "(ISSTA 2020), pages 14-26. ACM, 2020",
            Venue(
                VenueKind.CONFERENCE,
                "ACM SIGSOFT International Symposium on Software Testing and Analysis (ISSTA)",
                2020,
                "ISSTA",
            ),
        ),
        (
            "Proc. 2023 IEEE International Conference on Software Testing, Verification and "
            "Validation Workshops (ICSTW), pp. 66-69",
            Venue(
                VenueKind.WORKSHOP,
                "2023 IEEE International Conference on Software Testing, Verification and "
                "Validation Workshops (ICSTW)",
                2023,
            ),
        ),
    ],
)
def test_journal_references(reference: str, expected: Venue) -> None:
    assert find_venue("12 pages", reference) == expected


@pytest.mark.parametrize(
    ("numbers", "pages"),
    [
        ("2835-8856, 2025", ""),  # the number of the journal
        ("ISSN 2835-8856, 2025", ""),
        ("ISSN: 2835-8857 (2025)", ""),
        ("2835-2856, 2025", "2835-2856"),
    ],
)
def test_the_number_of_a_journal_is_no_volume(numbers: str, pages: str) -> None:
    venue = find_venue("", f"Transactions on Machine Learning Research, {numbers}")
    assert venue is not None
    assert (venue.short_name, venue.volume, venue.pages) == ("TMLR 2025", "", pages)


@pytest.mark.parametrize("reference", ["Submitted to Nature 2020", "arXiv:1706.03762", "pp. 1-5"])
def test_references_that_say_nothing_leave_the_comment(reference: str) -> None:
    assert find_venue("", reference) is None
    assert find_venue("ICLR 2018", reference) == find_venue("ICLR 2018")


def test_a_reference_counts_before_the_comment() -> None:
    venue = find_venue("Accepted to ICLR 2018", "Nature 521, 436-444 (2015)")
    assert venue is not None
    assert venue.name == "Nature"


PIECES = st.sampled_from(
    [
        *(
            "Accepted to ",
            "accepted at ",
            "CVPR",
            "ICLR",
            "ACM MM",
            " 2025",
            "'25",
            " workshop",
            "@",
        ),
        *(
            ", ",
            ". ",
            "; ",
            "(",
            ")",
            "[",
            "]",
            "Findings of ",
            "Proceedings of the ",
            "International ",
        ),
        *(
            "Conference on ",
            "Machine Learning",
            "Journal of ",
            "Nature",
            " 521, 1-2 (2015)",
            "\\&",
            "{",
        ),
        *(
            "submitted to ",
            "Transactions on ",
            "neurIPſ 2025",
            "İCLR 2025",
            "\n",
            "\u2028",
            "“",
            "–",
            "12",
        ),
    ]
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=14).map("".join)


@given(TEXTS, TEXTS)
@example("accepted at mıccai 2025", "ſiggraph 2025")
def test_any_text_gives_one_line_or_nothing(comment: str, reference: str) -> None:
    venue = find_venue(comment, reference)
    if venue is not None:
        assert venue.name.strip() == venue.name != ""
        assert len(venue.name.splitlines()) == 1
        assert "\\" not in venue.name
        assert venue.year is None or 1900 <= venue.year < 2100
        assert venue.short_name


@pytest.mark.parametrize(
    "said", ["Submitted to {}", "Under review at {}", "10 pages. Submission to {}"]
)
def test_no_venue_is_made_of_what_is_only_submitted(said: str) -> None:
    for _, kind, name, year in comments():
        if kind:
            assert find_venue(said.format(f"{name} {year}")) is None


@given(TEXTS)
def test_nothing_that_is_withdrawn_has_a_venue(text: str) -> None:
    assert find_venue(f"{text} This paper has been withdrawn") is None


@pytest.mark.parametrize(
    "comment",
    [
        "This paper has been withdrawn by the authors",
        "withdrawn due to an error in Lemma 3",
        "Withdrawn",
        "Withdrawn paper. 10 pages",
        "The paper is\n  withdrawn; see arXiv:2401.00001",
        "This submission has been withdrawn by arXiv administrators",
    ],
)
def test_what_is_withdrawn(comment: str) -> None:
    assert is_withdrawn(comment)


@pytest.mark.parametrize(
    "comment",
    [
        "supersedes the withdrawn paper arXiv:2401.00001",
        "Corrected version of a withdrawn submission",
        "This replaces arXiv:2401.00001, which was withdrawn",
        "Supersedes arXiv:2401.00001 (withdrawn)",
        "Replaces our earlier paper which has been withdrawn",
        "It has not been withdrawn",
    ],
)
def test_that_another_paper_is_withdrawn_says_nothing_of_this_one(comment: str) -> None:
    assert not is_withdrawn(comment)
    venue = find_venue(f"Accepted to ICLR 2025. {comment}")
    assert venue is not None
    assert venue.letters == "ICLR"


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("10.1038/nature14539", "10.1038/nature14539"),
        ("https://doi.org/10.1145/3643832.3661856.", "10.1145/3643832.3661856"),
        ("10.1000/a 10.1000/b", "10.1000/a"),
        ("none", ""),
        ("", ""),
    ],
)
def test_dois(text: str, doi: str) -> None:
    assert plain_doi(text) == doi
