"""A place inside another: the narrower one told below, a quarter with its town."""
