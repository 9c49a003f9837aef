"""Small drawings that the style sheet names: Qt takes them from files only."""
