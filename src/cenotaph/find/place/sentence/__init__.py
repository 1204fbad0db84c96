"""The place that a claim's own sentence tells for it."""
