"""Rows to files that other tools read, one module a format, and one table of their names."""

from cenotaph.export.dossier import Dossier, Origin, Page
from cenotaph.export.formats import EXPORTS, Export
from cenotaph.export.protection import Protection, protect

__all__ = ["EXPORTS", "Dossier", "Export", "Origin", "Page", "Protection", "protect"]
