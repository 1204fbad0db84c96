"""Pages of the web to records of an archive: fetched politely, within limits, and never from inside the network."""

from cenotaph.capture.archive import Archive
from cenotaph.capture.codes import CAPTURE_CODES
from cenotaph.capture.fetching import Capture, Fetcher, Limits

__all__ = ["CAPTURE_CODES", "Archive", "Capture", "Fetcher", "Limits"]
