"""A sentence as tagged words, so that who says what is a matter of patterns."""
