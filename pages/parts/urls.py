"""What forms on every page post to: drafts, and undo."""

from django.urls import path

from pages.parts import views

urlpatterns = [
    path("drafts/", views.autosave, name="autosave"),
    path("drafts/<uuid:pk>/discard/", views.draft_discard, name="draft_discard"),
    path("undo/", views.undo_last, name="undo"),
]
