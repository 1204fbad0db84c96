"""Numbers: numerals, quantities with their bounds, and whether they can count people."""
