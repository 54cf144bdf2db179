"""Proof that a plan's text is that of the file received, character by character.

reading   both files as one string of words and breaks, with the line of every character
declare   the differences a person declared, applied one after the other
compare   what still differs, as problems with both readings
restored  distance of each restored passage from the raw passage it came from
prove     all of it for one plan, with the figures for its page
"""
