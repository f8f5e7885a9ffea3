"""Where the app runs: its data, its secrets, the addresses under which it is reached, its language and its log."""

from pathlib import Path

import environ
from django.utils.functional import SimpleLazyObject

from networking.first_run import keep_private, kept_secret
from networking.logs import to_the_console

BASE_DIR = Path(__file__).resolve().parents[2]
env = environ.Env()

DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / "data")))
keep_private(DATA_DIR)

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="") or kept_secret(DATA_DIR / "secret-key")
SETUP_CODE_FILE = DATA_DIR / "set-up-code"
# Lazy: building the image must not bake one in.
SETUP_CODE = SimpleLazyObject(lambda: kept_secret(SETUP_CODE_FILE, 16))

# Where the app is reached. HTTPS is said by the deployment, never guessed from a header that anybody can send.
SITE_URL = env.str("SITE_URL", default="").rstrip("/")
HTTPS = SITE_URL.startswith("https://")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = [SITE_URL] if SITE_URL else []
TRUSTED_PROXY = env.bool("TRUSTED_PROXY", default=False)
if TRUSTED_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SIGN_UPS_OPEN = env.bool("SIGN_UPS_OPEN", default=False)

LANGUAGE_CODE = "en"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

LOGGING = to_the_console(env.str("LOG_LEVEL", default="WARNING"))
