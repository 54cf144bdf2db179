"""Files in, plans of clauses and tables out, with every problem of every file."""
