"""Organisations that a nation's name begins: they are not the nation's people."""

from cenotaph.find.text.scan import PartyMention
from cenotaph.find.whose.nouns import role_words


def names_organ(text: str, mention: PartyMention) -> bool:
    """Whether a nation's adjective begins the name of an organisation ("American Popular Alliance")."""
    after = text[mention.end : mention.end + 60].split()[:4]
    return (
        bool(after)
        and after[0][:1].isupper()
        and any(word.lower().strip(",()") in role_words().organs for word in after)
    )
