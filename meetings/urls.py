"""Inviting, planning, meeting, logging and writing."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
