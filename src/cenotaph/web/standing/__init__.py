"""What stands in a ledger, worked out once for all pages and again when the ledger changes."""

from cenotaph.web.standing.picture import Picture
from cenotaph.web.standing.studio import Finish, Gallery, Pictures, Studio

__all__ = ["Finish", "Gallery", "Picture", "Pictures", "Studio"]
