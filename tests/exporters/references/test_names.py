import pytest

from readinglist.domain.person_name import parse_person_name
from readinglist.exporters.references.names import (
    enumerated,
    family_first,
    full_name,
    initials,
    initials_first,
)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("Ada", "A."),
        ("Ada B.", "A. B."),
        ("J.R.R.", "J. R. R."),
        ("Jean-Pierre", "J.-P."),
        ("Frank P. -W.", "F. P.-W."),
        ("P.-Y.", "P.-Y."),
        ("Émile Łukasz", "É. Ł."),
        ("Đặng Ấn", "Đ. Ấ."),
        ("Иван", "И."),
        ("'Abd", "A."),
        ("Maria de Lourdes", "M. de L."),
        ("ashish", "A."),
        ('Zhaoqin "Richie"', "Z."),
        ("“Richie”", "R."),
        ("Zhaoqin (Richie) B.", "Z. B."),
        ("", ""),
        ("-", ""),
    ],
)
def test_initials(given: str, shown: str) -> None:
    assert initials(given) == shown


@pytest.mark.parametrize(
    ("name", "family", "order"),
    [
        ("Laurens van der Maaten", "van der Maaten, L.", "L. van der Maaten"),
        ("Guy Van den Broeck", "Van den Broeck, G.", "G. Van den Broeck"),
        ("Blaise Agüera y Arcas", "Agüera y Arcas, B.", "B. Agüera y Arcas"),
        ("Robert W. Heath Jr.", "Heath, R. W., Jr.", "R. W. Heath Jr."),
        ("Hal Daumé III", "Daumé, H., III", "H. Daumé III"),
        ("Ada Lovelace PhD", "Lovelace, A.", "A. Lovelace"),
        ("Gemini Team", "Gemini Team", "Gemini Team"),
        ("NVIDIA", "NVIDIA", "NVIDIA"),
        ("王 小明", "王 小明", "王 小明"),
    ],
)
def test_names(name: str, family: str, order: str) -> None:
    parsed = parse_person_name(name)
    assert parsed is not None
    assert family_first(parsed) == family
    assert initials_first(parsed) == order
    assert full_name(parsed) == name.removesuffix(" PhD")


def test_lists_of_names() -> None:
    assert enumerated([], "and") == ""
    assert enumerated(["A"], "and") == "A"
    assert enumerated(["A", "B"], "and") == "A and B"
    assert enumerated(["A", "B"], "&", comma_for_two=True) == "A, & B"
    assert enumerated(["A", "B", "C"], "and") == "A, B, and C"
