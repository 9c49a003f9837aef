"""The filter box: what is typed, what is offered below it, what was typed before."""
