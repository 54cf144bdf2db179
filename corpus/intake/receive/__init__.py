"""From a file to a plan in the corpus.

overlook  a draft against the registers: what a person should look at
kept      what the corpus has already: the same file, the same document; what people wrote into it
store     all files of one draft written, or none
receive   one file, from its bytes to what was written
"""
