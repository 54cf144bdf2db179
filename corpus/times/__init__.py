"""Printed times as days, bounds and recurrence rules."""
