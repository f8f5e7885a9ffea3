"""How much of a file is read, so that a hostile one costs no more than a large one. Each refusal names its number.

Source: section 10 of the format notes, and RFC 4180 for what a cell may hold.
"""

MB = 1024 * 1024

TEXT_MB = 10  # an uploaded CSV, vCard or calendar
ARCHIVE_MB = 50  # an uploaded ZIP
UNPACKED_MB = 20  # the one entry that is read from it
RATIO = 100  # how many times larger than its packed form that entry may be
ENTRIES = 5_000  # in an archive; LinkedIn's largest holds about fifty

RECORDS = 30_000  # as many connections as LinkedIn allows; the preview of more takes over three seconds
COLUMNS = 500
LINE_MB = 1
LINE_CHARACTERS = LINE_MB * MB
CELL_CHARACTERS = 32_767  # what a spreadsheet's cell holds
DAY_CHARACTERS = 60  # the longest way to write a day, with its hour

# What the fields of a contact hold. Longer texts are cut, and the whole one is kept in the details.
NAME_CHARACTERS = 115  # each of the two parts
TEXT_CHARACTERS = 200  # company, position
KEY_CHARACTERS = 200
EMAIL_CHARACTERS = 254
URL_CHARACTERS = 500

HEADER_LINES = 40  # a header row is looked for among the first so many lines: LinkedIn puts a note above it
LONE_QUOTES = 100  # rows with a mark that is never closed; above this the file is damaged, not a row
READ_AGAIN = 4 * MB  # characters that are looked at twice for the end of such rows
