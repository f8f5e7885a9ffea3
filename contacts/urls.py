"""The paths of people and companies: the lists first, then one contact and what is done there."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
