"""Who gets in: accounts, passwords, sessions, the second factor, and the mails about them."""

from django.urls import reverse_lazy

from networking.settings.environment import HTTPS, SIGN_UPS_OPEN, TRUSTED_PROXY
from networking.variables import mail, mail_from, text

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "accounts.adapter.MaximumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = reverse_lazy("account_login")
LOGIN_REDIRECT_URL = "/"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 30
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "fifty-cups-session"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "fifty-cups-csrf"
CSRF_FAILURE_VIEW = "pages.parts.views.csrf_failure"

ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_FORMS = {
    "login": "pages.account.forms.sign_in.SignInForm",
    "signup": "pages.account.forms.sign_in.SignUpForm",
    "reauthenticate": "pages.account.forms.sign_in.PasswordAgainForm",
    "change_password": "pages.account.forms.password.ChangePasswordForm",
    "set_password": "pages.account.forms.password.SetPasswordForm",
    "reset_password": "pages.account.forms.password.ForgottenForm",
    "reset_password_from_key": "pages.account.forms.password.ForgottenChangeForm",
}
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_SESSION_REMEMBER = None  # the sign-in asks
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGIN_ON_PASSWORD_RESET = False
ACCOUNT_RATE_LIMITS = {"login_failed": "10/5m/key", "login": "60/m/ip"}
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_REAUTHENTICATION_METHODS = ("password", "mfa")
ALLAUTH_TRUSTED_PROXY_COUNT = int(TRUSTED_PROXY)  # 0: X-Forwarded-For is what anybody can send
USERSESSIONS_TRACK_ACTIVITY = False
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Fifty Cups"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS

EMAIL_CONFIG = mail()
vars().update(EMAIL_CONFIG)
MAIL_CONFIGURED = bool(text("EMAIL_URL"))
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""  # the preset is the Host header
# Only with a mail can a sign-up hide whether an address has an account.
ACCOUNT_EMAIL_VERIFICATION = "mandatory" if MAIL_CONFIGURED and SIGN_UPS_OPEN else "none"
DEFAULT_FROM_EMAIL = mail_from("Fifty Cups <fifty-cups@localhost>")
