"""Imports: the file that was uploaded, its rows until they are taken, and where the people came from."""

from transfer.models.import_row import ImportRow
from transfer.models.imports import Import
from transfer.models.origin import Origin

__all__ = ["Import", "ImportRow", "Origin"]
