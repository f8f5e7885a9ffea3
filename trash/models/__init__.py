"""What was deleted, for thirty days."""

from trash.models.deletion import Deletion, DeletionQuerySet

__all__ = ["Deletion", "DeletionQuerySet"]
