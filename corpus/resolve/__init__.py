"""Linking what was found to the registers."""
