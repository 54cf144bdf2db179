"""The model as pages: plain Markdown with HTML, for any engine that builds Markdown."""
