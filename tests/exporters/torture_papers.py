"""The worst real titles and names, and some hostile ones, as papers."""

# ruff: noqa: RUF001 -- characters that look like others are what is tested

from dataclasses import replace
from datetime import date

from readinglist.domain.arxiv_record import ArxivRecord
from readinglist.domain.paper import Paper, PaperDetail

REAL_TITLES = (
    "GSBAK$^K$: $top$-$K$ Geometric Score-based Black-box Attack",
    "Humanoid Policy ~ Human Policy",
    r"Di$\mathtt{[M]}$O: Distilling Masked Diffusion Models into One-step Generator",
    "$D^2LoRA$: Data-Driven LoRA Initialization for Low Resource Tasks",
    "sudo rm -rf agentic_security",
    "FA^{3}-CLIP: Frequency-Aware Cues Fusion and Attack-Agnostic Prompt Learning",
    r"SAEs $\textit{Can}$ Improve Unlearning: Dynamic Sparse Autoencoder Guardrails",
    "$μ$KE: Matryoshka Unstructured Knowledge Editing of Large Language Models",
    r"A$^\text{T}$A: Adaptive Transformation Agent for Background Inpainting",
    "{GSR4B}: Biomass Map Super-Resolution with Sentinel-1/2 Guidance",
    "GS_DravidianLangTech@2025: Women Targeted Abusive Texts Detection",
    "DeepSeek-R1 Thoughtology: Let's <think> about LLM Reasoning",
    "TimeChat-Online: 80% Visual Tokens are Naturally Redundant in Streaming Videos",
    r"RadioFormer: Radio Map Estimation with 1\textpertenthousand Spatial Sampling",
    'R^3-VQA: "Read the Room" by Video Social Reasoning',
    r"via $\mathbf{\texttt{D}}$ual-$\mathbf{\texttt{H}}$ead $\mathbf{\texttt{O}}$ptimization",
    r"via texttt{D}ual-texttt{H}ead texttt{O}ptimization",
    r"$\mathcal{A}LLM4ADD$: Unlocking the Capabilities of Audio Large Language Models",
    r"Business as \textit{Rule}sual: Business Rule Flow Modeling with LLMs",
    "Why 1 + 1 < 1 in Visual Token Pruning",
    r"Towards Automated DESIGN-R\textsuperscript{\textregistered} Assessment",
    "a selection of objects from the Mus{é}e d'Arch{é}ologie Nationale",
    r"Open Set metrics to $\textit{near} $, $ \textit{far} $ and $\textit{farther}$",
    "CareLab at #SMM4H-HeaRD 2025: Insomnia Detection",
    r"$\textrm{ODE}_t \left(\textrm{ODE}_l \right)$: Shortcutting the Time and Length",
    "Running-time Analysis of ($μ+λ$) Evolutionary Combinatorial Optimization",
    "FaSTA$^*$: Fast-Slow Toolpath Agent with Subroutine Mining",
    "FaSTA^*: Fast-Slow Toolpath Agent with Subroutine Mining",
    "O_FT@EvalLLM2025 : étude comparative de choix de données",
    r"Strongly Solving $7 \times 6$ Connect-Four on Consumer Grade Hardware",
    r"NTIRE 2025 Challenge on Image Super-Resolution ($\times$4): Methods and Results",
    "PUSA V1.0: Surpassing Wan-I2V with $500 Training Cost",
    "Fixing 7,400 Bugs for 1$: Cheap Crash-Site Program Repair",
    "Do I look like a `cat.n.01` to you? A Taxonomy Image Generation Benchmark",
    r"Tensor Parallel Latent Attention for Disaggregated Prefill \& Decode Inference",
    "R^textbf{2AI}: Towards Resistant and Resilient AI in an Evolving World",
    "π_RL: Online RL Fine-tuning for Flow-based Vision-Language-Action Models",
    "UI2Code^N: A Visual Language Model for Interactive UI-to-Code Generation",
    r"AutoCoder: Enhancing Code Large Language Model with \textsc{AIEV-Instruct}",
    "Top-$nσ$: Not All Logits Are You Need",
)

HOSTILE_TITLES = (
    r"\input{/etc/passwd} \write18{rm -rf ~} \catcode`\%=12 \end{document}",
    r"$\input{/etc/passwd}$ $\def\x{\x}\x$ $^^5cinput$ \(\csname end\endcsname\)",
    "Costs $5 to $20, or $1,000 & more; 100% of #1",
    "Unclosed { and } and \\{ and \\} and \\textbf{x and $x^{2$ and \\",
    "Twice $x^2^3$, none $x^$, half $\\left($, deep $" + "{" * 30 + "x" + "}" * 30 + "$",
    "<img src=x onerror=alert(1)> </p><script>alert(1)</script> &copy; &amp;",
    "[x](javascript:alert(1)) ![y](file:///etc/passwd) [a]: https://evil.example <https://a.b>",
    "**bold** __x__ ~~y~~ `code` | table | https://evil.example www.evil.example a@evil.example",
    "漢字 한글 ひらがな Кириллица עברית 🤗 👩‍🔬 \u200bzero\ufeff ﬁ ½ ₀ ² № ∞ ≤ ℝ 𝒪 ∉ ⟨x⟩ x̂",
    "Nguyễn Ấ ơ Ångström Ğ Đ þ Þ ð ę ț ŋ ı «q» „q“ ‘q’ – — … • ™ © ® € £ § † ° µ × ½ ¿ ¡ ?`",
    "Œuvre: Émile Łukasz Öz STRASSE ß œ æ Ø",
    r"Old TeX: M\"uller, \'{E}cole, \v{S}koda, \c{c}a, {\rm X}, ${\rm X}_{\mathbb{R}}$, \LaTeX",
    "@article{x, title = {y}} % comment \\% and , = # concatenation",
    "",
)

REAL_NAMES = (
    "Guy Van den Broeck",
    "Laurens van der Maaten",
    "Fernando De La Torre",
    "Blaise Agüera y Arcas",
    "Robert W. Heath Jr.",
    "Hal Daumé III",
    "Gemini Team",
    "GLM-4. 5 Team",
    "NVIDIA",
    ":",
    "o3 contributors",
    "Émile Łukasz",
    "Đặng Ấn Nguyễn",
    r"Peter St\ütz",
    r"\\Ajinkya Umesh Mulik",
    'Zhaoqin "Richie" Li',
    "King, Martin,",
    "and Shadab Khan",
    "Frank P. -W. Lo",
    "Michał Żółć Wąsik",
    "The Royal Marsden and Basel Foundation Trust",
    "Rock and Roll, (2020) [x] {y",
    "王 小明",
    "Di Zhang",
)

NAMES_ALONE = ("Blaise Agüera y Arcas", "Ấn Nguyễn", "Nguyễn Ẩn", "mang ning", "Gemini Team")


def paper_detail(
    title: str,
    *,
    number: int = 1,
    authors: tuple[str, ...] = ("Ada Lovelace",),
    key: str = "",
    note: str = "",
    tags: tuple[str, ...] = (),
) -> PaperDetail:
    """A paper of June 2017 with what a test cares about."""
    arxiv_id = f"1706.{number:05d}"
    paper = Paper(arxiv_id, title, authors, "", date(2017, 6, 12))
    return PaperDetail(number, arxiv_id, paper, key or f"key{number}", note=note, tags=tags)


PUBLICATIONS = (
    ("Accepted at ICLR 2018 (Oral)", "", ""),
    ("CVPR 2018 Highlight. Code: https://example.org", "", "10.1109/CVPR.2018.00001"),
    ("To appear in IEEE TPAMI", "", "10.1109/TPAMI.2018.1_a#b%c"),
    ("12 pages", "Nature 521, 436-444 (2018)", "10.1038/nature14539"),
    ("", "Machine Learning, 110(3), 457-506, 2018", ""),
    ("Accepted at the ICLR 2018 Workshop on Weight Space Learning & more (WSL)", "", ""),
    ("To appear in Findings of ACL 2018", "", ""),
    ("Accepted for publication in Computers & Graphics", "", ""),
    ("Accepted at the 5th Conference on Größe, Łódź and 漢字 100% (CÅ 2018)", "", ""),
    ("12 pages", "", "10.1145/3643832.3661856"),
    ("Submitted to NeurIPS 2018", "", ""),
    ("Accepted to ICLR 2018. This paper has been withdrawn by the authors", "", "10.1000/1"),
)
"""Comment, journal reference and DOI of arXiv's own records."""


def published_paper(
    comment: str, journal_ref: str = "", doi: str = "", *, title: str = "", number: int = 1
) -> PaperDetail:
    """A paper of June 2017 with arXiv's own record of it."""
    paper = paper_detail("A Title That the Hub Has", number=number)
    record = ArxivRecord(
        title=title or r"Why $O(N\log N)$ Is \emph{Not} Enough for BERT & α",
        authors=("Guy Van den Broeck", "Émile Łukasz"),
        abstract="We ask.",
        categories=("cs.CL", "stat.ML"),
        comment=comment,
        doi=doi,
        journal_ref=journal_ref,
        version=2,
        fetched_on=date(2026, 1, 2),
    )
    return replace(paper, arxiv=record)


def torture_papers() -> list[PaperDetail]:
    """One paper per title, with the names handed round, and one per publication."""
    titles = REAL_TITLES + HOSTILE_TITLES
    names = REAL_NAMES
    papers = []
    for number, title in enumerate(titles, start=1):
        authors = tuple(names[(number * 3 + step) % len(names)] for step in range(number % 5 + 1))
        papers.append(paper_detail(title, number=number, authors=authors))
    everybody = paper_detail("Everybody", number=len(titles) + 1, authors=names)
    elsewhere = Paper(
        None,
        "A Paper Elsewhere",
        ("Ada Lovelace",),
        "",
        date(2020, 1, 1),
        project_url="https://example.org/a_b/~c?x=1&y={z}#é",
    )
    first = len(titles) + 2
    published = [
        published_paper(*publication, number=number)
        for number, publication in enumerate(PUBLICATIONS, start=first)
    ]
    # Labels of alpha are cut out of the names of those who wrote alone.
    alone = [
        paper_detail("Alone", number=number, authors=(name,))
        for number, name in enumerate(NAMES_ALONE, start=first + len(published))
    ]
    return [
        *papers,
        everybody,
        *published,
        *alone,
        PaperDetail(0, "elsewhere", elsewhere, "lovelace2020paper"),
    ]
