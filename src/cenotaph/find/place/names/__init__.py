"""Which names of a sentence are places, and how far each name goes."""
