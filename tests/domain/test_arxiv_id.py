import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.domain.arxiv_id import first_version_year, parse_arxiv_id


@pytest.mark.parametrize(
    ("text", "arxiv_id"),
    [
        # Since 2015, and from 2007 to 2014; ids that end in 0 stay text
        ("2401.12345", "2401.12345"),
        ("2401.10000", "2401.10000"),
        ("1412.6980", "1412.6980"),
        ("0704.0001", "0704.0001"),
        ("  2401.12345\n", "2401.12345"),
        # With a version
        ("2401.12345v1", "2401.12345"),
        ("2401.12340v12", "2401.12340"),
        ("2401.12345V2", "2401.12345"),
        # Until 2007; arXiv leaves the subject class out of the id
        ("hep-th/9901001", "hep-th/9901001"),
        ("hep-th/9901001v3", "hep-th/9901001"),
        ("HEP-TH/9901001", "hep-th/9901001"),
        ("math/0309136", "math/0309136"),
        ("math.GT/0309136", "math/0309136"),
        ("cond-mat.str-el/0309136v2", "cond-mat/0309136"),
        # As papers cite them
        ("arXiv:2401.12345", "2401.12345"),
        ("arXiv: 2401.12345v2", "2401.12345"),
        ("ARXIV:hep-th/9901001", "hep-th/9901001"),
        # Links
        ("https://arxiv.org/abs/2401.12345", "2401.12345"),
        ("http://arxiv.org/abs/2401.12345v2", "2401.12345"),
        ("https://www.arxiv.org/abs/2401.12345/", "2401.12345"),
        ("https://export.arxiv.org/abs/2401.12345", "2401.12345"),
        ("arxiv.org/abs/2401.12345", "2401.12345"),
        ("HTTPS://ARXIV.ORG/ABS/2401.12345", "2401.12345"),
        ("https://arxiv.org/pdf/2401.12345", "2401.12345"),
        ("https://arxiv.org/pdf/2401.12345v2.pdf", "2401.12345"),
        ("https://arxiv.org/pdf/2401.12345.pdf#page=3", "2401.12345"),
        ("https://arxiv.org/html/2401.12345v1#S2.T1", "2401.12345"),
        ("https://arxiv.org/abs/2401.12345?context=cs.LG", "2401.12345"),
        ("https://arxiv.org/abs/hep-th/9901001v1", "hep-th/9901001"),
        ("https://arxiv.org/abs/math.GT/0309136", "math/0309136"),
        ("https://huggingface.co/papers/2401.12345", "2401.12345"),
        ("https://huggingface.co/papers/2401.12345.md", "2401.12345"),
        ("https://huggingface.co/papers/2401.12345#community", "2401.12345"),
        ("https://hf.co/papers/2401.12345?ref=x#y", "2401.12345"),
        ("https://alphaxiv.org/abs/2401.12345", "2401.12345"),
        ("https://www.alphaxiv.org/overview/2401.12345v1", "2401.12345"),
    ],
)
def test_ids(text: str, arxiv_id: str) -> None:
    assert parse_arxiv_id(text) == arxiv_id
    assert parse_arxiv_id(arxiv_id) == arxiv_id


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "attention", "3.14159", "2401", "2401.123", "2401.123456", "24011.2345"),
        *("2400.12345", "2413.12345", "2401.12345v0", "2401.12345v", "2401.12345x", "v2401.12345"),
        *(
            "2401.12345 2401.12346",
            "see 2401.12345",
            "2401.12345,",
            "hep-th/9913001",
            "hep-th/99010",
        ),
        *(
            "hep_th/9901001",
            "/9901001",
            "arXiv:",
            "arXiv:attention",
            "٢٤٠١.١٢٣٤٥",
            "doi:2401.12345",
        ),
        *("https://arxiv.org/", "https://arxiv.org/abs/", "https://arxiv.org/list/cs.LG/2401"),
        *("https://evil.example/abs/2401.12345", "https://notarxiv.org/abs/2401.12345"),
        *("https://arxiv.org.evil.example/abs/2401.12345", "ftp://arxiv.org/abs/2401.12345"),
        *("https://huggingface.co/papers/date/2025-11-03", "https://huggingface.co/papers"),
        *("https://huggingface.co/2401.12345", "https://xiv.org/abs/2401.12345"),
        *("https://example.org/?u=https://arxiv.org/abs/2401.12345",),
    ],
)
def test_not_ids(text: str) -> None:
    assert parse_arxiv_id(text) is None


@given(st.from_regex(r"\d\d(0[1-9]|1[0-2])\.\d{5}", fullmatch=True), st.integers(1, 99))
def test_every_spelling_of_a_paper_is_one_id(digits: str, version: int) -> None:
    ascii_id = "".join(str(int(c)) if c.isdigit() else c for c in digits)
    for spelling in ("{}", "arxiv:{}", "https://arxiv.org/abs/{}", "https://arxiv.org/pdf/{}.pdf"):
        assert parse_arxiv_id(spelling.format(f"{ascii_id}v{version}")) == ascii_id


@given(st.text())
def test_never_raises(text: str) -> None:
    found = parse_arxiv_id(text)
    assert found is None or parse_arxiv_id(found) == found


@pytest.mark.parametrize(
    ("arxiv_id", "year"),
    [
        ("hep-th/9108001", 1991),
        ("hep-th/9912001", 1999),
        ("math/0001001", 2000),
        ("math/0703001", 2007),
        ("0704.0001", 2007),
        ("2401.12345", 2024),
        ("9501.00001", 2095),
    ],
)
def test_first_version_year(arxiv_id: str, year: int) -> None:
    assert first_version_year(arxiv_id) == year
