"""The corpus seen together; each thing computed once."""
