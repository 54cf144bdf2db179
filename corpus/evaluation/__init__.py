"""How well the rules do on labelled texts."""
