"""Five recorded days of Daily Papers, for trying the program without a network."""
