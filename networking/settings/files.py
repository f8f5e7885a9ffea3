"""Files: those that the app serves, and the largest that it takes."""

from networking.settings.environment import BASE_DIR, DEBUG
from networking.variables import text, yes_or_no

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
# The image serves them collected, hashed and compressed; a checkout as they lie there.
STATIC_MANIFEST = yes_or_no("STATIC_MANIFEST")
STATIC_ROOT = text("STATIC_ROOT", str(BASE_DIR / "staticfiles")) if STATIC_MANIFEST else None
WHITENOISE_USE_FINDERS = not STATIC_MANIFEST
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_ALLOW_ALL_ORIGINS = False  # no font of ours serves another host's page
WHITENOISE_MIMETYPES = {".webmanifest": "application/manifest+json"}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if STATIC_MANIFEST
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
UPLOAD_LIMIT = 50 * 1024 * 1024  # bytes; the largest file that an import takes
