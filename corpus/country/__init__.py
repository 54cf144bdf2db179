"""The country: its places and the bodies that every place has by law, so that no register need list them."""
