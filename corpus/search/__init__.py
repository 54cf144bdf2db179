"""From the linked corpus to what the search reads: records, names, vocabulary and index files."""
