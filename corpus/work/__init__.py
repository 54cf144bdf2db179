"""What a plan makes bodies do: tasks, duties, reports."""
