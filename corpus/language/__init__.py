"""The Vietnamese of officials: letters, patterns of words, sentences, and the lexicon."""
