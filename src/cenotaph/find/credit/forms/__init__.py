"""The forms in which one sentence credits a source, and how far each credit reaches."""
