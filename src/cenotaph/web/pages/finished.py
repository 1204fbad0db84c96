"""What pages keep in a picture, made with it and not while the first reader waits."""

from cenotaph.web.pages.paths import everywhere
from cenotaph.web.pages.series import all_series
from cenotaph.web.reviewing import queue
from cenotaph.web.standing import Picture


def finish(picture: Picture) -> None:
    """Make all of it."""
    _ = (
        queue(picture),
        everywhere(picture),
        all_series(picture),
        picture.independence,
        picture.testimonies,
        picture.things,
    )
