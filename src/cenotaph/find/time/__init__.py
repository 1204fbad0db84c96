"""When: dates named in a text, the dates of a claim, and the scope of a count."""
