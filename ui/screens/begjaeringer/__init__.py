"""The queue of begjæringer about eviction."""
