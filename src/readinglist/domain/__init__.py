"""The words of the field: papers, annotations, queries. Standard library only, no I/O."""
