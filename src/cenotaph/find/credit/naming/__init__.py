"""Who speaks: noun phrases as short names, outlets, subjects and hearers."""
