"""Made-up plans, as many as are wanted, to measure with: seeded, of real length, over the real places of the country.

They are fiction under real names: so a corpus of them says what it is on every page, and is never written beside the
real one (``project.py``).
"""
