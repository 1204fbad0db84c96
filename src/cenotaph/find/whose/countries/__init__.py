"""Whose people plain people are: their country, by place, nation or what the report is about."""
