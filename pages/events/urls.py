"""Events: planned, and who was met there."""

from django.urls import path

from pages.events.views import event, events

urlpatterns = [
    path("events/", events.events, name="events"),
    path("events/new/", events.event_new, name="event_new"),
    path("events/<int:pk>/", event.event, name="event"),
    path("events/<int:pk>/edit/", events.event_edit, name="event_edit"),
]
