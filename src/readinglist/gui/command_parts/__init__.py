"""What commands do in the window, one module for each concern of the command context."""
