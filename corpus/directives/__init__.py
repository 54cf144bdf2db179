"""Directives that a plan cites: found, told apart, matched with what is known."""
