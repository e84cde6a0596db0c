"""One package per screen: layout and signals in `view`, state in `view_model`."""
