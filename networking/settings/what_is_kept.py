"""What lies in DATA_DIR. Read last: whatever the environment says wrongly has ended the start before a file is made."""

from django.utils.functional import SimpleLazyObject

from networking.first_run import keep_private, kept_secret, shared_code
from networking.settings.environment import DATA_DIR, GIVEN_KEY

keep_private(DATA_DIR)

SECRET_KEY = GIVEN_KEY or kept_secret(DATA_DIR / "secret-key")
SETUP_CODE_FILE = DATA_DIR / "set-up-code"
# Lazy: building the image must not bake one in. Services that share a key share the code too, whatever their DATA_DIR.
SETUP_CODE = SimpleLazyObject(
    lambda: shared_code(SETUP_CODE_FILE, GIVEN_KEY) if GIVEN_KEY else kept_secret(SETUP_CODE_FILE, 16)
)
