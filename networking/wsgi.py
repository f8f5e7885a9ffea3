"""The WSGI entry that gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "networking.settings")

from transfer.writes.serving import say_that_it_serves

say_that_it_serves()
application = get_wsgi_application()
