"""Today, and the search over everything."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
