"""Where papers come from: services asked over HTTP, and recorded answers."""
