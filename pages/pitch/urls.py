"""What the user says of themselves."""

from django.urls import path

from pages.pitch.views import all_versions, pitch, recalls, stories, versions

urlpatterns = [
    path("pitch/", pitch.pitch, name="pitch"),
    path("pitch/position/", versions.pitch_position, name="pitch_position"),
    path("pitch/one-to-one/", versions.pitch_one_to_one, name="pitch_one_to_one"),
    path("pitch/card/", versions.pitch_card, name="pitch_card"),
    path("pitch/seconds/", versions.pitch_seconds, name="pitch_seconds"),
    path("pitch/versions/", all_versions.pitch_versions, name="pitch_versions"),
    path("pitch/versions/<int:pk>/delete/", all_versions.version_delete, name="version_delete"),
    path("pitch/print/", pitch.pitch_print, name="pitch_print"),
    path("pitch/skills/", pitch.pitch_skills, name="pitch_skills"),
    path("pitch/heard/", pitch.pitch_heard, name="pitch_heard"),
    path("pitch/stories/new/", stories.story_new, name="story_new"),
    path("pitch/stories/<int:pk>/", stories.story, name="story"),
    path("pitch/stories/<int:pk>/delete/", stories.story_delete, name="story_delete"),
    path("people/<int:pk>/came-back/", recalls.contact_recall, name="contact_recall"),
]
