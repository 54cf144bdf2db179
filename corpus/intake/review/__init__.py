"""The review of drafts in a browser on this machine: source beside draft, doubtful things first.

mended   one line of a plan's file written anew, with the same strictness as by hand
entries  one entry of the front matter written anew, comments around it kept
state    what is still doubtful in a draft, and what a person settled
sheets   what the page shows: pages of the source, lines of the draft
answers  requests to what they change and show
server   the loopback server: who may ask, what may be shown
"""
