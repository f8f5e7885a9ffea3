"""The app as it is deployed, with the floor beside its pages."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "networking.settings")
settings.ROOT_URLCONF = "tests.bench.urls"

application = get_wsgi_application()
