#!/usr/bin/env python
"""Django's command line: `python manage.py help` lists what it can do."""

import os
import sys

from django.core.management import execute_from_command_line
from django.db import DatabaseError, InterfaceError


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "networking.settings")
    try:
        execute_from_command_line(sys.argv)
    except (DatabaseError, InterfaceError) as error:
        from networking.starting import said_of  # it reads the settings

        if said := said_of(error):
            raise SystemExit(said) from None
        raise


if __name__ == "__main__":
    main()
