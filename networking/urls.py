"""The map: each place of the pages serves its own paths."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

from networking import health

admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]  # one sign-in, one limit

handler500 = "networking.failing.server_error"

urlpatterns = [
    path("account/", include("pages.account.urls")),
    path("", include("pages.campaign.urls")),
    path("", include("pages.people.urls")),
    path("", include("pages.companies.urls")),
    path("", include("pages.pitch.urls")),
    path("", include("pages.research.urls")),
    path("", include("pages.meetings.urls")),
    path("", include("pages.obtained.urls")),
    path("", include("pages.events.urls")),
    path("", include("pages.follow_ups.urls")),
    path("", include("pages.today.urls")),
    path("", include("pages.search.urls")),
    path("", include("pages.trash.urls")),
    path("", include("pages.importing.urls")),
    path("", include("pages.parts.urls")),
    path("admin/", admin.site.urls),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
]
