"""Where the dead and wounded are taken: held, moved, returned, refused, buried."""
