"""Who is said to be harmed, and how many."""
