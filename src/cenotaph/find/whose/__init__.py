"""Whose people: parties to a war, the side of the victims, and their role."""
