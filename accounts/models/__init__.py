"""Who signs in."""

from accounts.models.user import Theme, User, UserManager

__all__ = ["Theme", "User", "UserManager"]
