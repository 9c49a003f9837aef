"""What may be typed on the command line. Only argparse is imported until a command runs."""
