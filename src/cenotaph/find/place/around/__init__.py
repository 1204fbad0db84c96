"""The place that the sentences around a claim tell for it."""
