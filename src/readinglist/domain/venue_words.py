"""What authors say about their papers in comments, as regular expressions."""

import re
from dataclasses import dataclass

from readinglist.domain.venue_patterns import YEAR


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that say something about a paper.

    Attributes:
        pattern: finds them.
        stems: one of these is in each of them, in small letters; looked for first, as most
            sentences have none.
    """

    pattern: re.Pattern[str]
    stems: tuple[str, ...]

    def is_in(self, text: str) -> bool:
        """Tell whether a text has one of the words."""
        small = text.lower()
        return any(stem in small for stem in self.stems) and bool(self.pattern.search(text))


def _sign(stems: str, words: str) -> Sign:
    """Make a sign of words, which stand as in a verbose regular expression."""
    return Sign(re.compile(words, re.IGNORECASE | re.VERBOSE), tuple(stems.split()))


MAY_NAME_ONE = re.compile(
    rf"{YEAR}|['A-Z]\s?\d\d\b|[Aa]c+ep|[Pp]ubli|[Aa]ppear|[Pp]resent|[Pp]ress\b|[Pp]roc|@|[Ff]orthc"
)
"""Said by all sentences that name a venue; most have only pages and figures."""

WORKSHOP = _sign(
    "work w ws srw",
    r"""
    work[\s-]?shops?\b|\bW(?:or)?ks?hp?\b|\bWS\b|\bSRW\b
    |\b(?:CVPR|ICCV|ECCV|WACV|ICML|ICLR|NeurIPS|MICCAI|ICDM|ICME|KDD|AAAI)
      [\s-]?'?(?:20)?(?:\d\d)?-?W\b
    """,
)

NOT_YET = _sign(
    "submi revi reviw reveiw rew reject rebut prepar intended anonym not conditional provisional "
    "tentative recommended principle consideration template formatted plan target arr",
    r"""
    submi(?:t|ss|s)|\breject|\brebuttal|\bprepar(?:ed|ing|ation)\b|\bintended\b|\banonym
    |\bunder\b[\w\s-]{0,20}\brev[ie]+w|\bin\s+(?:peer[\s-])?review\b|reviewing
    |\bunder\s+(?:revision|consideration)|\b(?:minor|major|pending)\s+revision
    |\bnot\s+(?:yet\s+)?(?:been\s+)?(?:accepted|published)
    |\bconditional|\bprovisional|\btentative|\brecommended\s+for|\bin\s+principle
    |\b(?:template|formatted)\b|\bplan(?:ned|ning)?\s+to\b|\btarget(?:ing|ed)?\b|\bARR\b
    """,
)
"""Of papers that are not published, or not for sure."""

OTHER_PAPER = _sign(
    "exten expan follow build based derived prelim earlier previous prior version form original "
    "supersede companion of supplement appendix related chapter thesis dissertation translat",
    r"""
    \b(?:extend(?:s|ed|ing)?|expan(?:ds|ded|sion)|extensions?|follow-?up|builds?\s+(?:up)?on
    |based\s+on|derived|preliminary|earlier|previous(?:ly)?|prior|short(?:er)?\s+version
    |long(?:er)?\s+(?:version|form)
    |(?:conference|journal|full|original|abridged|condensed|workshop)\s+version
    |originally|supersede[sd]?|companion|portions?\s+of|parts?\s+of
    |supplement(?:ary)?\s+(?:material\s+)?(?:to|for|of)|appendix\s+(?:to|of|for)|related\s+to
    |generali[sz]ation\s+of|chapter|thesis|dissertation|translat(?:ed|ion))\b
    """,
)
"""Of another paper than the one that was published, though it may be much the same."""

LESS_THAN_A_PAPER = _sign(
    "challenge competition task winn solution place tutorial doctoral consortium breaking lb "
    "abstract student tiny blog archival companion adjunct satellite session keynote panel "
    "undergraduate bridge symposia school talk exhibition emerging reproduc",
    r"""
    \b(?:challenges?|competitions?|shared[\s-]tasks?|winn(?:er|ing)|solutions?
    |\d(?:st|nd|rd|th)[\s-]place|tutorials?|doctoral|consortium|late[\s-]breaking|LBW|LBR
    |extended\s+abstracts?|abstracts?|student\s+(?:abstract|poster)s?|tiny|blog\s?posts?
    |non[\s-]archival|companion|adjunct|satellite|special\s+session|keynote|panel|undergraduate
    |bridge|symposia|summer\s+school|talks?|exhibition|emerging\s+technologies
    |reproducibility)\b
    """,
)
"""Of what is no paper of the conference that is named beside it."""

ACCEPTED = re.compile(
    r"""
    \b(?:accept(?:ed|ance|s)?|acceped|accepeted|published
    |(?:to|will)\s+(?:be\s+)?(?:appear|published|presented)|appear(?:s|ed|ing)?|presented
    |forthcoming|in\s+press|camera[\s-]ready(?:\s+version)?)\b
    (?P<filler>(?:[\s,:(]+(?:for|as|and|to|be|been|is|was|it|will|has|have|the|appear|published
    |presented|publication|presentation|inclusion|oral|spotlight|highlight|poster|an?|full|short
    |long|regular|main|workshop(?=\s+papers?)|papers?|in|at|by|into|on|with|of|@|from|proceedings
    |proc\.|accepted|upcoming|prestigious|session|edition|version
    # Names begin with these in capitals.
    |(?-i:conference|journal|research|industry|demo|position|technical|article|annual|track)
    )(?![\w-]))*)
    [\s,:"'(\[]*
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""The verb before the name of a venue, with all that may stand between."""

PREPOSITION = re.compile(r"\b(?:in|at|by|to|into|for|of|on)\b|[@:]", re.IGNORECASE)
CONDITION = re.compile(
    r"\b(?:upon|on|after|if|once|when|until|before|pending|not)\s*$", re.IGNORECASE
)
IN_PROCEEDINGS = re.compile(r"^\W*(?:in\s+)?proc(?:eedings|\.)", re.IGNORECASE)

NO_TITLE = re.compile(
    r"\W*(?:(?!\d+(?:st|nd|rd|th)\b)\d[\d+ ]*\s*\(?[A-Za-z]?[a-z]|[a-z]|[Pp]reprint|$)"
)
"""A piece between commas that is no beginning of a name, as "8 pages" is not."""

AFTER_A_NAME = re.compile(
    r"""
    (?i:$|[.,;:!?|&/-]
    |(?:as|in|for|with|held|to|which|that|where|on|by|will|is|was|this|our|we|under|via|from
      |\d+\s*(?:pages?|figures?))\b
    |[(\[]?\s*(?:the\s+)?(?:main|orals?|posters?|spotlights?|highlight(?:s|ed)?|long|short|full
      |regular|research|conference|conf|papers?|tracks?|proceedings|camera|version|findings
      |industr(?:y|ial)|system|demos?|demonstrations?|accept(?:ed|ance)?|special|surveys?|position
      |datasets?|benchmarks?|applied|applications?|ADS|resource|technical|top|best|awards?
      |outstanding|honou?rable|nominat\w*|candidate|runner|notable|final|preprint|early|rating
      |score|project|code|page|website|homepage|webpage|link|\d+\s*pages|human|social
      |in[- ]person|lecture|presentations?|session|area|chairs?|selected|distinguished
      |publication|articles?|edition|meeting|data|ai\s+(?:for|and)|interactive|creative|new
      |archival|PMLR|LNCS|IEEE|ACM|Springer|perspectives?|series|volume|vol)\b
    |and\s+(?-i:[a-z])
    |\((?-i:[A-Z])[a-z]+(?:\s[A-Z]\w+)*,\s[^()]+\))  # "(Nashville, USA)"
    """,
    re.VERBOSE,
)
"""What may follow a name and leaves no doubt that it was the whole name."""

HELD_AT = re.compile(
    r"""
    \s*[,(]?\s*(?:@|at|co-?\s?located\s+(?:with|at)|collocated\s+(?:with|at)
    |in\s+conjunction\s+with|part\s+of)\s+(?:the\s+)?
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""What stands between a workshop and its conference."""

LONE_LETTERS = re.compile(
    r"(?:the\s+)?[A-Za-z0-9]*[A-Z][a-z0-9]*[A-Z][\w&/-]*(?:\s+'?(?:20)?\d\d)?"
)
"""Letters alone, which are those of a workshop or a track as a rule."""

PLACES = frozenset("USA UK UAE TN CA NY U.S.A. U.S. MD MA WA TX FL GA HI PA BC ON NSW LA".split())
"""Letters alone that are not."""

FINDINGS = re.compile(r"\bfindings\b", re.IGNORECASE)
INDUSTRY = re.compile(r"\bindustr(?:y|ial)\b", re.IGNORECASE)
DEMONSTRATION = re.compile(
    r"\b(?:system\s+demo(?:nstration)?s?"
    r"|demo(?:nstration)?s?(?=\s+(?:track|papers?|session|20\d\d)|[\s).\]]*$))\b",
    re.IGNORECASE,
)
POSTER = re.compile(r"\bposters?\b", re.IGNORECASE)
GRAPHICS = re.compile(r"\bTOG\b|Transactions on Graphics")
