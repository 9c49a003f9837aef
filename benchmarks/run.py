"""One run of the benchmarks: how many papers, which seed, where the library lies."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from benchmarks.filled_library import FILLED_BY, fill


@dataclass(frozen=True, slots=True)
class Run:
    """What every benchmark is told.

    Attributes:
        papers: how large the library is.
        cache: where libraries are kept from run to run.
        seed: of everything that is made up by chance.
    """

    papers: int
    cache: Path
    seed: int = 1

    def library(self, papers: int | None = None) -> Path:
        """Return a folder with a library of generated papers, made on first use.

        Others will read it too: whoever writes to it works on a copy.
        """
        count = self.papers if papers is None else papers
        folder = self.cache / f"library-{count}-{self.seed}-v{FILLED_BY}"
        if not folder.exists():
            unfinished = folder.with_suffix(".unfinished")
            shutil.rmtree(unfinished, ignore_errors=True)
            fill(unfinished, count, self.seed)
            unfinished.rename(folder)
        return folder
