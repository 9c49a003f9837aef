"""What the symbols of formulas are in Unicode, and which letters there are raised and lowered."""

# ruff: noqa: RUF001 -- characters that look like others are what is needed

import unicodedata
from types import MappingProxyType

RAISED = MappingProxyType(
    dict(
        zip(
            "0123456789+-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW\N{MINUS SIGN}",
            "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ⁻",
            strict=True,
        )
    )
)
LOWERED = MappingProxyType(
    dict(
        zip(
            "0123456789+-=()aehijklmnoprstuvxβγρφχ\N{MINUS SIGN}",
            "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ₋",
            strict=True,
        )
    )
)
# These stand raised by themselves, or look raised enough.
RAISED_ALREADY = frozenset("*°′″†‡®™")
DOUBLE_STRUCK = MappingProxyType(
    dict(zip("CHNPQRZABDEFGIJKLMOSTUVWXY", "ℂℍℕℙℚℝℤ𝔸𝔹𝔻𝔼𝔽𝔾𝕀𝕁𝕂𝕃𝕄𝕆𝕊𝕋𝕌𝕍𝕎𝕏𝕐", strict=True))
)
_GREEK = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau "
    "upsilon phi chi psi omega"
)
_ODD_LETTERS = {"epsilon": "ϵ", "varepsilon": "ε", "vartheta": "ϑ", "varpi": "ϖ", "varrho": "ϱ"} | {
    "varsigma": "ς",
    "phi": "ϕ",
    "varphi": "φ",
    "aleph": "ℵ",
    "imath": "\N{LATIN SMALL LETTER DOTLESS I}",
    "jmath": "ȷ",
    "ell": "ℓ",
    "wp": "℘",
    "Re": "ℜ",
    "Im": "ℑ",
    "partial": "∂",
    "infty": "∞",
    "prime": "′",
    "emptyset": "∅",
    "nabla": "∇",
    "surd": "√",
    "top": "⊤",
    "bot": "⊥",
    "angle": "∠",
    "triangle": "△",
    "forall": "∀",
    "exists": "∃",
    "neg": "¬",
    "lnot": "¬",
    "flat": "♭",
    "natural": "♮",
    "sharp": "♯",
    "clubsuit": "♣",
    "diamondsuit": "♢",
    "heartsuit": "♡",
    "spadesuit": "♠",
    "hbar": "ℏ",
}
LETTERS = MappingProxyType(
    {
        name: unicodedata.lookup(f"GREEK SMALL LETTER {'LAMDA' if name == 'lambda' else name}")
        for name in _GREEK.split()
    }
    | {
        name: unicodedata.lookup(f"GREEK CAPITAL LETTER {'LAMDA' if name == 'Lambda' else name}")
        for name in "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega".split()
    }
    | _ODD_LETTERS
)
BIG_OPERATORS = MappingProxyType(
    {"coprod": "∐", "bigvee": "⋁", "bigwedge": "⋀", "biguplus": "⨄", "bigcap": "⋂", "bigcup": "⋃"}
    | {"int": "∫", "prod": "∏", "sum": "∑", "bigotimes": "⨂", "bigoplus": "⨁", "bigodot": "⨀"}
    | {"oint": "∮", "bigsqcup": "⨆"}
)
# Printed with a space on both sides, if something stands on the left.
BETWEEN = MappingProxyType(
    {"triangleleft": "◁", "triangleright": "▷", "bigtriangleup": "△", "bigtriangledown": "▽"}
    | {"wedge": "∧", "land": "∧", "vee": "∨", "lor": "∨", "cap": "∩", "cup": "∪", "ddagger": "‡"}
    | {"dagger": "†", "sqcap": "⊓", "sqcup": "⊔", "uplus": "⊎", "amalg": "⨿", "diamond": "⋄"}
    | {"bullet": "•", "wr": "≀", "div": "÷", "odot": "⊙", "oslash": "⊘", "otimes": "⊗"}
    | {"ominus": "⊖", "oplus": "⊕", "mp": "∓", "pm": "±", "circ": "∘", "bigcirc": "◯"}
    | {"setminus": "∖", "cdot": "⋅", "ast": "∗", "times": "×", "star": "⋆"}
    | {"propto": "∝", "sqsubseteq": "⊑", "sqsupseteq": "⊒", "parallel": "∥", "mid": "∣"}
    | {"dashv": "⊣", "vdash": "⊢", "nearrow": "↗", "searrow": "↘", "nwarrow": "↖", "swarrow": "↙"}
    | {"Leftrightarrow": "⇔", "Leftarrow": "⇐", "Rightarrow": "⇒", "neq": "≠", "ne": "≠"}
    | {"leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "succ": "≻", "prec": "≺", "approx": "≈"}
    | {"succeq": "⪰", "preceq": "⪯", "supset": "⊃", "subset": "⊂", "supseteq": "⊇"}
    | {"subseteq": "⊆", "in": "∈", "ni": "∋", "owns": "∋", "gg": "≫", "ll": "≪", "notin": "∉"}
    | {"leftrightarrow": "↔", "leftarrow": "←", "gets": "←", "rightarrow": "→", "to": "→"}
    | {"mapsto": "↦", "sim": "∼", "simeq": "≃", "perp": "⊥", "equiv": "≡", "asymp": "≍"}
    | {"smile": "⌣", "frown": "⌢", "cong": "≅", "models": "⊨", "doteq": "≐", "bowtie": "⋈"}
    | {"hookrightarrow": "↪", "hookleftarrow": "↩", "longrightarrow": "⟶", "iff": "⟺"}
    | {"Longrightarrow": "⟹", "longleftarrow": "⟵", "Longleftarrow": "⟸", "longmapsto": "⟼"}
    | {"longleftrightarrow": "⟷", "Longleftrightarrow": "⟺", "uparrow": "↑", "downarrow": "↓"}
    | {"updownarrow": "↕", "Uparrow": "⇑", "Downarrow": "⇓", "Updownarrow": "⇕"}
    | {"leftharpoonup": "↼", "leftharpoondown": "↽", "rightharpoonup": "⇀"}
    | {"rightharpoondown": "⇁", "rightleftharpoons": "⇌", "lt": "<", "gt": ">"}
)
DELIMITERS = MappingProxyType(
    {"langle": "⟨", "rangle": "⟩", "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉"}
    | {"lbrace": "{", "rbrace": "}", "lbrack": "[", "rbrack": "]", "vert": "|", "Vert": "‖"}
    | {"backslash": "\\"}
)
DOTS_AND_SPACES = MappingProxyType(
    {"ldots": "…", "cdots": "⋯", "vdots": "⋮", "ddots": "⋱", "dots": "…", "quad": " "}
    | {"qquad": " ", "colon": ":"}
)
MARKS = MappingProxyType(
    {"hat": "\u0302", "tilde": "\u0303", "bar": "\u0304", "vec": "\u20d7", "dot": "\u0307"}
    | {"ddot": "\u0308", "check": "\u030c", "breve": "\u0306", "acute": "\u0301", "grave": "\u0300"}
    | {"mathring": "\u030a", "widehat": "\u0302", "widetilde": "\u0303", "overline": "\u0305"}
    | {"underline": "\u0332"}
)
