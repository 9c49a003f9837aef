"""Entries of every kind that the exporters write, beside those of the torture set."""

BIBTEX = (
    r"""@article{kind1,
  author        = {van der Maaten, Laurens and {Gemini Team} and King, Jr., Martin},
  title         = {Word by Word: a {GPT-4} in {$O(N\log N)$} and {\'E}tudes on the Way},
  journal       = {Some Journal of the Art},
  volume        = {12},
  number        = {3},
  pages         = {436--444},
  year          = {2020},
  url           = {https://arxiv.org/abs/1706.90001},
  note          = {arXiv:1706.90001}
}
""",
    r"""@inproceedings{kind2,
  author        = {Lovelace, Ada and Pascal, Blaise},
  title         = {Is It So? The End of {3D} World Models},
  booktitle     = {Findings of the Association for Computational Linguistics: {ACL} 2025},
  pages         = {107--108},
  year          = {2025},
  doi           = {10.1000/abc.1},
  url           = {https://arxiv.org/abs/1706.90002},
  note          = {arXiv:1706.90002}
}
""",
    r"""@misc{kind3,
  author        = {Lovelace, Ada and others},
  title         = {Nothing but a Title},
  howpublished  = {arXiv:1706.90003},
  year          = {2025},
  month         = jun,
  url           = {https://arxiv.org/abs/1706.90003}
}
""",
    r"""@article{kind4,
  author        = {Lovelace, Ada and Pascal, Blaise and others},
  title         = {Quotation ``Marks of a Title'' and X-ray of a},
  journal       = {arXiv preprint arXiv:1706.90004},
  year          = {2025},
  month         = jun,
  url           = {https://arxiv.org/abs/1706.90004}
}
""",
    r"""@article{kind5,
  author        = {Lovelace, Ada},
  title         = {Seven Authors (or Fewer) in One-shot Learning},
  journal       = {Transactions on Machine Learning Research},
  year          = {2025},
  doi           = {10.1000/abc.2},
  url           = {https://arxiv.org/abs/1706.90005}
}
""",
)

BIBLATEX = (
    r"""@article{kind1,
  author        = {van der Maaten, Laurens and {Gemini Team} and King, Jr., Martin},
  title         = {Word by Word: a {GPT-4} in {$O(N\log N)$} and Études on the Way},
  journaltitle  = {Some Journal of the Art},
  volume        = {12},
  number        = {3},
  pages         = {436--444},
  date          = {2020},
  eprint        = {1706.90001},
  eprinttype    = {arXiv},
  eprintclass   = {cs.CL},
  url           = {https://arxiv.org/abs/1706.90001}
}
""",
    r"""@inproceedings{kind2,
  author        = {Lovelace, Ada and Pascal, Blaise},
  title         = {Is It So? The End of {3D} World Models?},
  booktitle     = {Findings of the Association for Computational Linguistics: {ACL} 2025},
  pages         = {107--108},
  date          = {2025},
  doi           = {10.1000/abc.1},
  eprint        = {1706.90002},
  eprinttype    = {arXiv},
  url           = {https://arxiv.org/abs/1706.90002}
}
""",
    r"""@online{kind3,
  author        = {Lovelace, Ada and others},
  title         = {Nothing but a Title},
  date          = {2025-09},
  url           = {https://arxiv.org/abs/1706.90003}
}
""",
    r"""@online{kind4,
  author        = {Lovelace, Ada and Pascal, Blaise and others},
  title         = {A “Quotation” and X-ray of a},
  date          = {2025-09-01},
  eprint        = {1706.90004},
  eprinttype    = {arXiv},
  pubstate      = {prepublished},
  url           = {https://arxiv.org/abs/1706.90004}
}
""",
    r"""@article{kind5,
  author        = {Lovelace, Ada and Pascal, Blaise and Turing, Alan and Noether, Emmy},
  title         = {Four Authors},
  journaltitle  = {Transactions on Machine Learning Research},
  date          = {2025},
  eprint        = {1706.90005},
  eprinttype    = {arXiv},
  url           = {https://arxiv.org/abs/1706.90005}
}
""",
)
