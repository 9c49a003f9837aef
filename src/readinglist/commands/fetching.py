"""Commands that ask arXiv about papers."""

from readinglist.commands.command import Command, Menu, Needs, Scope

FETCHING = (
    Command(
        "paper.fetch",
        "Fetch arXiv's details",
        "Fetch arXiv's own title, abstract, categories, comment and DOI of the selected papers.",
        lambda context: context.fetching.fetch_selected(),
        Menu.PAPER,
        ("F",),
        Scope.READING,
        Needs.PAPER,
    ),
    Command(
        "paper.fetch_list",
        "Fetch arXiv's details of the list",
        "Fetch what arXiv says of all papers in the list, as far as it is not known yet.",
        lambda context: context.fetching.fetch_list(),
        Menu.PAPER,
    ),
)
