"""What forms on every page post to: drafts, and undo."""

from django.urls import path

from pages.parts import drafts, undo

urlpatterns = [
    path("drafts/", drafts.autosave, name="autosave"),
    path("drafts/<uuid:pk>/discard/", drafts.draft_discard, name="draft_discard"),
    path("undo/", undo.undo_last, name="undo"),
]
