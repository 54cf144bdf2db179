"""From the overview corpus to what the search reads: records, names, vocabulary and index files."""
