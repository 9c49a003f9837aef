"""What a state machine does with saved searches, and with rules that act by themselves."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st
from hypothesis.stateful import rule

from readinglist.domain.query import Everything
from readinglist.domain.rule import Rule
from readinglist.domain.sorting import NEWEST_FIRST
from tests.library.library_machine import RULES, Changes
from tests.library.mark_rules import TagRules
from tests.library.shelf import QUEUE
from tests.library.shelf_views import matching, state_of
from tests.papers import MONDAY

names = st.sampled_from(["Code", "code", "unread"])
queries = st.sampled_from(["has:code", "is:unread"])


class NamedRules(TagRules):
    """Saved searches, and rules."""

    @rule(name=names, query=queries)
    def save_search(self, name: str, query: str) -> None:
        self.library.searches.save(name, query).result()
        spelled, _ = self.shelf.cells.get(("search", name.lower()), (name, ""))
        self.shelf.step({("search", name.lower()): (spelled, query)})

    @rule(name=names, new_name=names)
    def rename_search(self, name: str, new_name: str) -> None:
        old, new = ("search", name.lower()), ("search", new_name.lower())
        found = self.shelf.cells.get(old)
        refused = self.refused(self.library.searches.rename(name, new_name))
        assert not (refused and old == new)
        if found and not refused:
            assert old == new or new not in self.shelf.cells
            self.shelf.step({old: None} | {new: (new_name, found[1])})

    @rule(name=names)
    def delete_search(self, name: str) -> None:
        self.library.searches.delete(name).result()
        self.shelf.step({("search", name.lower()): None})

    @rule(
        kept=st.builds(
            Rule,
            name=st.sampled_from(RULES),
            query=st.sampled_from(["upvotes:>5", "tag:rl", "is:starred", "is:hidden"]),
            tag=st.sampled_from(["", "rl", "new"]),
            stars=st.booleans(),
            queues=st.booleans(),
            hides=st.booleans(),
            expires_on=st.sampled_from([None, date(2020, 1, 1)]),
        ),
        replaces=st.sampled_from([None, "", *RULES]),
    )
    def save_rule(self, kept: Rule, replaces: str | None) -> None:
        if not kept.does_something():
            kept = replace(kept, stars=True)
        known = self.rule_numbers()
        number = known.get((kept.name if replaces is None else replaces).lower())
        refused = self.refused(self.library.rules.save(kept, replaces))
        assert refused == (known.get(kept.name.lower(), number) != number)
        if not refused:
            self.shelf.step({("rule", number or self.shelf.new_number()): kept})

    @rule(name=st.sampled_from(RULES))
    def delete_rule(self, name: str) -> None:
        number = self.rule_numbers().get(name.lower())
        assert self.refused(self.library.rules.delete(name)) == (number is None)
        self.shelf.step({("rule", number): None})

    @rule(name=st.sampled_from(RULES))
    def run_rule(self, name: str) -> None:
        number = self.rule_numbers().get(name.lower())
        assert self.refused(self.library.rules.run(name, MONDAY)) == (number is None)
        if number is not None:
            kept = self.shelf.cells["rule", number]
            newest_first = self.library.papers.keys(Everything(), NEWEST_FIRST).result()
            hidden = set() if "hidden" in kept.query else matching(self.shelf, "is:hidden")
            wanted = matching(self.shelf, kept.query) - hidden
            papers = [n for n in self.numbers_of(newest_first) if n in wanted]
            cells = self.acted(number, kept, papers)
            new = [n for n in papers if ("placed", QUEUE, n) in cells]
            self.shelf.step(cells, {QUEUE: [*self.shelf.orders[QUEUE], *new]})

    def let_rules_act_on_new(self, new: list[int]) -> None:
        for number, kept in self.shelf.numbered("rule").items():
            if kept.expires_on:
                continue
            papers = [n for n in new if n in matching(self.shelf, kept.query)]
            cells = self.acted(number, kept, papers)
            queued = [n for n in papers if ("placed", QUEUE, n) in cells]
            self.shelf.by_others(cells, {QUEUE: [*self.shelf.orders[QUEUE], *queued]})

    def acted(self, number: int, kept: Rule, papers: list[int]) -> Changes:
        self.shelf.acted.setdefault(number, set()).update(papers)
        cells: Changes = self.tagged(papers, kept.tag, True) if kept.tag else {}
        if kept.stars:
            cells |= {("star", paper): True for paper in papers}
        if kept.queues:
            new = [paper for paper in papers if state_of(self.shelf, paper) is None]
            cells |= self.placed(QUEUE, new)
        if kept.hides:
            cells |= {("hide", paper): True for paper in papers}
        return cells

    def rule_numbers(self) -> dict[str, int]:
        return {kept.name.lower(): n for n, kept in self.shelf.numbered("rule").items()}
