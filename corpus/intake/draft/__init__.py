"""From a document that was read to the draft of a plan, one stage a module.

flow         paragraphs and tables as one flow of lines and tables
parts        letterhead, decision or plan, annexes; recipients and signature of each
misread      numbers of sections that a scan shows otherwise
mending      lines joined and parted
headings     headings, clauses, paragraphs
table_draft  columns, rows, merged cells
fields       what the front matter says
plan_text    the text in the form of a plan's file
differences  each join, cut and move declared
make         all of it for one document

Every stage is a pure function of what the one before gives.
"""
