"""Programs in JavaScript, run as they are by node on the same papers."""

import json
import os
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

from benchmarks.engines.checks import Writer
from benchmarks.engines.recorded_papers import Collection
from benchmarks.engines.written_file import WrittenFile, with_ids
from readinglist.domain.paper import PaperDetail

_HERE = Path(__file__).parent
_KEY = re.compile(r"^@\w+\{([^,\n]*),", re.MULTILINE)


def paperlib(folder: Path) -> Writer:
    """Return a writer that does what Paperlib does, around the citation-js 0.6.4 that it uses."""
    return _writer("Paperlib", "paperlib.cjs", folder)


def zotero(folder: Path) -> Writer:
    """Return a writer that runs Zotero's own translator ``BibTeX.js``, which lies in the folder."""
    return _writer("Zotero", "zotero.cjs", folder)


def _writer(name: str, script: str, folder: Path) -> Writer:
    def write(collection: Collection) -> WrittenFile:
        text = _said_by_node(_HERE / script, folder, collection.papers)
        keys = tuple(_KEY.findall(text))
        if len(keys) != len(collection.papers):
            raise SystemExit(f"{name} wrote {len(keys)} entries of {len(collection.papers)}.")
        return WrittenFile(name, "BibTeX", collection.name, text, keys, with_ids(keys, collection))

    return write


def _said_by_node(script: Path, folder: Path, papers: Sequence[PaperDetail]) -> str:
    told = [
        {
            "id": paper.paper_id,
            "title": paper.title,
            "authors": paper.authors,
            "year": paper.paper.published.year,
            "month": paper.paper.published.month,
            "category": paper.arxiv.categories[0] if paper.arxiv else "",
        }
        for paper in papers
    ]
    done = subprocess.run(
        ["node", str(script), str(folder.resolve())],
        input=json.dumps(told),
        env={**os.environ, "NODE_PATH": str(folder.resolve() / "node_modules")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 0:
        raise SystemExit(f"{script.name} failed: {done.stderr[-500:]}")
    return done.stdout
