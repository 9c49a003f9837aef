from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.domain.links import page_link, paper_links, safe_https_url
from readinglist.domain.paper import Paper

PAPER = Paper("2401.12345", "A title", ("Ada Lovelace",), "", date(2024, 1, 23))


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "https://example.org/",
        "http://example.org/a",
        "HTTPS://Example.ORG/a",
        "https://example.org:8443/a",
        "https://example.org/a?b=c&d=e#f",
        "https://example.org/a%20b",
        "https://example.org/@user/a",
        "https://example.org/a:b",
        "https://example.org/a(b)",
        "https://example.org./a",
        "https://a_b.example.org/",
        "https://bücher.example/ü",
        "https://हिन्दी.example/",
        "https://xn--bcher-kva.example/",
        "https://127.0.0.1:8000/",
        "https://[::1]/",
        "https://example.org/" + "a" * 2028,
    ],
)
def test_links_that_may_be_opened(url: str) -> None:
    assert safe_https_url(url) == url


@pytest.mark.parametrize(
    "url",
    [
        # Nothing, or no scheme
        "",
        "example.org",
        "www.example.org/a",
        "//example.org/a",
        "/a/b",
        "?a",
        "#a",
        # Other schemes
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "javascript://example.org/%0aalert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "file://example.org/a",
        "ftp://example.org/a",
        "smb://example.org/a",
        "ssh://example.org",
        "mailto:a@example.org",
        "tel:123",
        "about:blank",
        "blob:https://example.org/a",
        "view-source:https://example.org",
        "intent://example.org#Intent;end",
        "ms-word:ofe|u|https://example.org/a",
        "paper:1",
        "httpss://example.org",
        "https+x://example.org",
        # No host, or an odd one
        "https:",
        "https://",
        "https:///a",
        "https:example.org",
        "https:/example.org",
        "https://?a",
        "https://#a",
        "https://:443/",
        "https://./",
        "https://.example.org/",
        "https://a..example.org/",
        "https://%00/",
        "https://example.org%00.evil.example/",
        "https://example.org%2f@evil.example/",
        "https://exa<mple.org/",
        "https://exa,mple.org/",
        "https://[::1/",
        "https://[x]/",
        "https://example.org:99999/",
        "https://example.org:x/",
        # A name and a password, which make another host look like the real one
        "https://user@example.org/",
        "https://user:secret@example.org/",
        "https://example.org@evil.example/",
        "https://@example.org/",
        # White space, control characters, invisible direction marks, backslashes
        " https://example.org",
        "https://example.org ",
        "https://example.org/a b",
        "https://example.org/\n",
        "https://exa\tmple.org/",
        "https://example.org/\x00",
        "https://example.org/\x7f",
        "https://example.org/\u00a0",
        "https://example.org/\u202egpj.exe",
        "https://example.org/\ud800",
        "https://example.org/%00",
        "https://example.org/%0d%0aSet-Cookie:a",
        "https://example.org/%0A",
        "https://example.org\\@evil.example/",
        "https:\\\\example.org",
        # Too long
        "https://example.org/" + "a" * 2029,
    ],
)
def test_links_that_are_refused(url: str) -> None:
    assert safe_https_url(url) == ""


@given(st.one_of(st.text(), st.text().map("https://{}".format)))
def test_never_raises_and_never_changes_a_link(text: str) -> None:
    assert safe_https_url(text) in {"", text}


def test_links_of_a_paper() -> None:
    paper = replace(PAPER, code_url="https://example.org/code", project_url="https://example.org/p")
    assert paper_links(paper) == {
        "abs": "https://arxiv.org/abs/2401.12345",
        "pdf": "https://arxiv.org/pdf/2401.12345",
        "hf": "https://huggingface.co/papers/2401.12345",
        "code": "https://example.org/code",
        "project": "https://example.org/p",
    }


def test_the_hub_has_no_pages_for_old_ids() -> None:
    assert paper_links(replace(PAPER, arxiv_id="hep-th/9901001")) == {
        "abs": "https://arxiv.org/abs/hep-th/9901001",
        "pdf": "https://arxiv.org/pdf/hep-th/9901001",
    }


def test_a_paper_without_an_id_has_only_the_links_it_came_with() -> None:
    paper = replace(
        PAPER, arxiv_id=None, code_url="javascript:alert(1)", project_url="http://a.example"
    )
    assert paper_links(paper) == {"project": "http://a.example"}


@pytest.mark.parametrize(
    ("fields", "link"),
    [
        ({}, "https://arxiv.org/abs/2401.12345"),
        ({"arxiv_id": None}, "https://example.org/project"),
        ({"arxiv_id": None, "project_url": ""}, "https://example.org/code"),
        ({"arxiv_id": None, "project_url": "", "code_url": "javascript:1"}, ""),
    ],
)
def test_the_link_by_which_a_paper_is_passed_on(fields: dict[str, str | None], link: str) -> None:
    urls = {"code_url": "https://example.org/code", "project_url": "https://example.org/project"}
    assert page_link(replace(PAPER, **(urls | fields))) == link  # type: ignore[arg-type]
