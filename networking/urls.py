"""The map: each app serves its own paths."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("campaigns.urls")),
    path("admin/", admin.site.urls),
]
