"""What is measured, how, and the scripts that measure it."""
