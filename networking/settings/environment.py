"""Where the app runs: its data, the addresses under which it is reached, its language and its log."""

from pathlib import Path

from networking.logs import to_the_console
from networking.own_names import accepted_hosts
from networking.variables import host_names, log_level, number, secret_key, site_url, text, yes_or_no

BASE_DIR = Path(__file__).resolve().parents[2]

HOST = text("HOST", "127.0.0.1").strip("[]")
PORT = number("PORT", 8000, 65535)
DEBUG = yes_or_no("DEBUG")
GIVEN_KEY = secret_key()
SITE_URL = site_url()
TRUSTED_PROXY = yes_or_no("TRUSTED_PROXY")
SIGN_UPS_OPEN = yes_or_no("SIGN_UPS_OPEN")
LOG_LEVEL = log_level()

DATA_DIR = Path(text("DATA_DIR", str(BASE_DIR / "data")))

# Where the app is reached. HTTPS is said by the deployment, never guessed from a header that anybody can send.
HTTPS = SITE_URL.startswith("https://")
ALLOWED_HOSTS = host_names() or accepted_hosts(HOST)
CSRF_TRUSTED_ORIGINS = [SITE_URL] if SITE_URL else []
if TRUSTED_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LANGUAGE_CODE = "en"
FORMAT_MODULE_PATH = "networking.formats"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

LOGGING = to_the_console(LOG_LEVEL)
