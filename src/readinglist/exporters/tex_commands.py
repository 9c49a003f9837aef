r"""The TeX commands that an export may contain, and what a file must say before it uses some.

Everything here works in pdfLaTeX with no package loaded (LaTeX kernel of 2020 or later). A command
that is not named here never reaches a file, so ``\input`` and ``\write18`` cannot.
"""

from types import MappingProxyType


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LETTERS = (
    "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu "
    "nu xi pi varpi rho varrho sigma varsigma tau upsilon phi varphi chi psi omega Gamma "
    "Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega aleph imath jmath ell wp Re Im "
    "partial infty prime emptyset nabla surd top bot angle triangle forall exists neg lnot "
    "flat natural sharp clubsuit diamondsuit heartsuit spadesuit hbar"
)
_OPERATORS = (
    "coprod bigvee bigwedge biguplus bigcap bigcup int prod sum bigotimes bigoplus bigodot "
    "oint bigsqcup triangleleft triangleright bigtriangleup bigtriangledown wedge land vee "
    "lor cap cup ddagger dagger sqcap sqcup uplus amalg diamond bullet wr div odot oslash "
    "otimes ominus oplus mp pm circ bigcirc setminus cdot ast times star"
)
_RELATIONS = (
    "propto sqsubseteq sqsupseteq parallel mid dashv vdash nearrow searrow nwarrow swarrow "
    "Leftrightarrow Leftarrow Rightarrow neq ne leq le geq ge succ prec approx succeq preceq "
    "supset subset supseteq subseteq in ni owns gg ll notin leftrightarrow leftarrow gets "
    "rightarrow to mapsto sim simeq perp equiv asymp smile frown cong models doteq bowtie "
    "hookrightarrow hookleftarrow longrightarrow Longrightarrow longleftarrow Longleftarrow "
    "longmapsto longleftrightarrow Longleftrightarrow iff uparrow downarrow updownarrow "
    "Uparrow Downarrow Updownarrow leftharpoonup leftharpoondown rightharpoonup "
    "rightharpoondown rightleftharpoons"
)
_FUNCTIONS = (
    "log ln lg exp sin cos tan cot sec csc sinh cosh tanh arcsin arccos arctan max min sup "
    "inf lim limsup liminf det dim ker deg gcd arg Pr hom"
)
_DOTS_AND_SPACES = "ldots cdots vdots ddots dots quad qquad colon lt gt"

DELIMITERS = _words(
    "langle rangle lfloor rfloor lceil rceil lbrace rbrace lbrack rbrack vert Vert backslash"
)
r"""Commands that may follow ``\left`` and ``\right``."""

MATHS_SYMBOLS = DELIMITERS | _words(
    " ".join((_LETTERS, _OPERATORS, _RELATIONS, _FUNCTIONS, _DOTS_AND_SPACES))
)
"""Commands of maths mode that take no argument."""

MATHS_WITH_ARGUMENT = _words(
    "mathbf mathrm mathit mathsf mathtt mathcal mathbb mathfrak mathscr boldsymbol bm "
    "operatorname hat tilde bar vec dot ddot check breve acute grave mathring widehat "
    "widetilde overline underline sqrt"
)
"""Commands of maths mode that take one argument, itself maths."""

MATHS_WITH_TEXT = _words(
    "text textit textbf texttt textrm textsf textsc textsl textup textnormal mbox"
)
"""Commands of maths mode whose argument is text."""

OLD_FONTS = MappingProxyType(
    {"rm": "mathrm", "bf": "mathbf", "it": "mathit", "sf": "mathsf", "tt": "mathtt"}
    | {"cal": "mathcal"}
)
"""Font switches of old LaTeX, by the command that replaced them."""

TEXT_STYLES = _words(
    "textbf textit texttt textrm textsf textsc textsl textup textmd emph textsuperscript "
    "textsubscript underline"
)
"""Commands that style a piece of text."""

TEXT_SYMBOLS = _words(
    "aa AA ae AE oe OE o O l L ss i j dh DH dj DJ th TH ng NG S P dag ddag copyright pounds "
    "textregistered texttrademark texteuro textyen textcent textperthousand "
    "textpertenthousand textexclamdown textquestiondown textbackslash textbraceleft "
    "textbraceright textasciicircum textasciitilde textless textgreater textbar ldots "
    "textcurrency textbrokenbar textnumero textestimated textohm textmho textmusicalnote "
    "textservicemark textlira textnaira textwon textpeso textbaht textdong textcolonmonetary "
    "textdiscount textinterrobang"
)
"""Commands that print one character of text."""

PROVIDED = MappingProxyType(
    {
        # OT1, LaTeX's default encoding, lacks these letters and stops at them.
        "k": r"\ProvideTextCommandDefault{\k}[1]{\c{#1}}",
        "dj": r"\ProvideTextCommandDefault{\dj}{d}",
        "DJ": r"\ProvideTextCommandDefault{\DJ}{D}",
        "dh": r"\ProvideTextCommandDefault{\dh}{d}",
        "DH": r"\ProvideTextCommandDefault{\DH}{D}",
        "th": r"\ProvideTextCommandDefault{\th}{th}",
        "TH": r"\ProvideTextCommandDefault{\TH}{Th}",
        "ng": r"\ProvideTextCommandDefault{\ng}{ng}",
        "NG": r"\ProvideTextCommandDefault{\NG}{Ng}",
        # These need amsmath, amssymb, mathrsfs or bm.
        "mathbb": r"\providecommand{\mathbb}[1]{\mathbf{#1}}",
        "mathfrak": r"\providecommand{\mathfrak}[1]{\mathbf{#1}}",
        "mathscr": r"\providecommand{\mathscr}[1]{\mathcal{#1}}",
        "boldsymbol": r"\providecommand{\boldsymbol}[1]{\mathbf{#1}}",
        "bm": r"\providecommand{\bm}[1]{\mathbf{#1}}",
        "operatorname": r"\providecommand{\operatorname}[1]{\mathrm{#1}}",
        "text": r"\providecommand{\text}[1]{\textrm{#1}}",
        "lt": r"\providecommand{\lt}{<}",
        "gt": r"\providecommand{\gt}{>}",
    }
)
"""What to define, unless a package does, for commands that bare LaTeX lacks."""
