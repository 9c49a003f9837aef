import pytest
from hypothesis import given
from hypothesis import strategies as st

from readinglist.domain.person_name import family_name, parse_person_name

PERSONS = {
    # as a source writes it: given, particle, family, suffix
    "Ashish Vaswani": ("Ashish", "", "Vaswani", ""),
    "Guy Van den Broeck": ("Guy", "Van den", "Broeck", ""),
    "Laurens van der Maaten": ("Laurens", "van der", "Maaten", ""),
    "Luc Van Gool": ("Luc", "Van", "Gool", ""),
    "Fernando De La Torre": ("Fernando", "De La", "Torre", ""),
    "Iker De la Iglesia": ("Iker", "De la", "Iglesia", ""),
    "Joao Lucas de Sousa Almeida": ("Joao Lucas", "de", "Sousa Almeida", ""),
    "Maria de Lourdes M. Silva": ("Maria de Lourdes M.", "", "Silva", ""),
    "Blaise Agüera y Arcas": ("Blaise", "", "Agüera y Arcas", ""),
    "Tommaso Di Noia": ("Tommaso", "Di", "Noia", ""),
    "Maadh Hamed Salman Al Rashdi": ("Maadh Hamed Salman", "Al", "Rashdi", ""),
    "Hasan Abed Al Kader Hammoud": ("Hasan Abed Al Kader", "", "Hammoud", ""),
    "Umair Bin Mansoor": ("Umair", "Bin", "Mansoor", ""),
    "Leandro von Werra": ("Leandro", "von", "Werra", ""),
    # The same words as given names
    "Di Zhang": ("Di", "", "Zhang", ""),
    "Le Yu": ("Le", "", "Yu", ""),
    "Da Li": ("Da", "", "Li", ""),
    "Van Nguyen": ("Van", "", "Nguyen", ""),
    "Nguyen Thi Van Anh": ("Nguyen Thi Van", "", "Anh", ""),
    "Kiet Van Nguyen": ("Kiet Van", "", "Nguyen", ""),
    "Xue Bin Peng": ("Xue Bin", "", "Peng", ""),
    "Phi Le Nguyen": ("Phi Le", "", "Nguyen", ""),
    "Soham De": ("Soham", "", "De", ""),
    "Weinan E": ("Weinan", "", "E", ""),
    "Bo Ai": ("Bo", "", "Ai", ""),
    "The Anh Han": ("The Anh", "", "Han", ""),
    # Suffixes and commas
    "Robert W. Heath Jr.": ("Robert W.", "", "Heath", "Jr."),
    "Hal Daumé III": ("Hal", "", "Daumé", "III"),
    "King, Martin": ("Martin", "", "King", ""),
    "King, Jr., Martin Luther": ("Martin Luther", "", "King", "Jr."),
    "Martin Luther King, Jr.": ("Martin Luther", "", "King", "Jr."),
    "van der Maaten, Laurens": ("Laurens", "van der", "Maaten", ""),
    "Martin King,": ("Martin", "", "King", ""),
    # Debris
    r"Peter St\ütz": ("Peter", "", "Stütz", ""),
    r"\\Ajinkya Umesh Mulik": ("Ajinkya Umesh", "", "Mulik", ""),
    r"{\'E}mile Durand": ("Émile", "", "Durand", ""),
    "Eric~Granger": ("Eric", "", "Granger", ""),
    "Yi-Fan Zhang†": ("Yi-Fan", "", "Zhang", ""),
    "and Shadab Khan": ("Shadab", "", "Khan", ""),
    "Laurence Tianruo Yang and": ("Laurence Tianruo", "", "Yang", ""),
    "Ada\x00 \u202eLovelace": ("Ada", "", "Lovelace", ""),
}

TEAMS = {
    "Gemini Team": "Gemini",
    "GLM-4. 5 Team": "GLM-4.5",
    "Team Hunyuan3D": "Hunyuan3D",
    "The NaijaVoices Community": "NaijaVoices",
    "o3 contributors": "o3",
    "NVIDIA": "NVIDIA",
    "Imagen-Team-Google": "Imagen-Team-Google",
    "Essential AI": "Essential",
    "Euclid Collaboration": "Euclid",
    "LG AI Research": "LG",
}


@pytest.mark.parametrize(("written", "parts"), PERSONS.items())
def test_persons_are_taken_apart(written: str, parts: tuple[str, str, str, str]) -> None:
    name = parse_person_name(written)
    assert name is not None
    assert (name.given, name.particle, name.family, name.suffix) == parts
    assert not name.is_team


@pytest.mark.parametrize(("written", "first_word"), TEAMS.items())
def test_teams_stay_whole(written: str, first_word: str) -> None:
    name = parse_person_name(written)
    assert name is not None
    assert name.is_team
    assert name.full_name == written.replace("4. 5", "4.5")
    assert family_name(written) == first_word


@pytest.mark.parametrize("debris", [":", "", " ", ",", "\\", "and :", "123", "†"])
def test_debris_is_nobody(debris: str) -> None:
    assert parse_person_name(debris) is None
    assert family_name(debris) == ""


@pytest.mark.parametrize(
    ("written", "family"),
    [
        ("Laurens van der Maaten", "Maaten"),
        ("Guy Van den Broeck", "Van den Broeck"),
        ("Robert W. Heath Jr.", "Heath"),
        ("Di Zhang", "Zhang"),
    ],
)
def test_citation_keys_keep_capital_particles_only(written: str, family: str) -> None:
    assert family_name(written) == family


def test_full_name_reads_given_name_first() -> None:
    name = parse_person_name("King, Jr., Martin Luther")
    assert name is not None
    assert name.full_name == "Martin Luther King Jr."


@given(st.text(max_size=60))
def test_parts_never_hold_tex_or_line_breaks(written: str) -> None:
    name = parse_person_name(written)
    if name is not None:
        assert name.family
        assert not set(name.full_name) & set("\\{}$\n\r\x00")
        assert family_name(written)


NAME_WORDS = st.sampled_from(
    "Ada Jean-Luc Bao-an M. Van De Von Jr III Team And Institute Labs The Di Zhang Y Nguyen Al Bin "
    "Author Lovelace Collaboration Project Research Ai Trust E. Sr Md".split()
)


@given(st.lists(NAME_WORDS, min_size=1, max_size=6).map(" ".join))
def test_the_short_way_for_plain_names_ends_where_the_long_one_does(name: str) -> None:
    assert parse_person_name(name) == parse_person_name(f"{name} ,")  # a comma wants care
