"""What must hold between the files of a corpus, and what its rules find odd.

registers, plans                      what must hold: each a generator of problems
wording, numbering, repeating,
cited, periods                        what looks odd in a text as issued: generators of oddities
conflicts                             what plans or sources say of directives that cannot all be true
naming                                bodies with work that are in no register
oddity                                an oddity, and whether an editor already wrote a note there
"""
