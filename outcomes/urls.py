"""Follow-ups and the debrief."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
