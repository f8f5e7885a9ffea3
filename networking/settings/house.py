"""What the house is built of: its apps, what a request passes on its way, and how pages and forms are drawn."""

from networking.settings.environment import BASE_DIR

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.admin",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_filters",
    "django_htmx",
    "import_export",
    "csp",
    "networking",
    "accounts",
    "campaigns",
    "contacts",
    "pitch",
    "research",
    "meetings",
    "outcomes",
    "trash",
    "today",
    "transfer",
    "relationships",
    "pages",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # pages everywhere, and the static files of a checkout
    "networking.middleware.HeadersMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "networking.health.HealthMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "networking.middleware.OneCharsetMiddleware",
    "transfer.middleware.UploadLimitMiddleware",  # before the first that reads a form
    "networking.middleware.NoNulMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "accounts.middleware.OwnDayMiddleware",
    "accounts.middleware.FirstAccountMiddleware",
    "accounts.middleware.RefusedFormMiddleware",
    "campaigns.middleware.DraftMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "campaigns.middleware.CampaignMiddleware",
    "today.middleware.DayMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "campaigns.middleware.ActMiddleware",  # the last: it calls the view
]

ROOT_URLCONF = "networking.urls"
WSGI_APPLICATION = "networking.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": ["pages.templatetags.house"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
CRISPY_FAIL_SILENTLY = False  # a misspelt field would vanish without a word
