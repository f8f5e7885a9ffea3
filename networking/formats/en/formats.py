"""How Django writes a day of itself, in the admin: as the product's tables do (design.md, section 8)."""

DATE_FORMAT = "j M Y"
DATETIME_FORMAT = "j M Y, H:i"
