from django.urls import path

from campaigns.views import drafts

urlpatterns = [
    path("drafts/", drafts.autosave, name="autosave"),
    path("drafts/<uuid:pk>/discard/", drafts.draft_discard, name="draft_discard"),
]
