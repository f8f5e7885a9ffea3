"""The map: each app serves its own paths."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

from networking import health

admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]  # one sign-in, one limit

urlpatterns = [
    path("account/", include("accounts.urls")),
    path("", include("campaigns.urls")),
    path("", include("contacts.urls")),
    path("", include("pitch.urls")),
    path("", include("meetings.urls")),
    path("", include("outcomes.urls")),
    path("", include("today.urls")),
    path("", include("trash.urls")),
    path("", include("transfer.urls")),
    path("admin/", admin.site.urls),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
]
