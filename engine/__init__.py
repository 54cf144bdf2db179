"""The site engine, MkDocs, behind one door: scripts that build, package or preview go through it."""
