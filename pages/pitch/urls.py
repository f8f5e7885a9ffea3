"""What the user says of themselves."""

from django.urls import path

from pages.pitch.views import pitch, story

urlpatterns = [
    path("pitch/", pitch.pitch, name="pitch"),
    path("pitch/position/", pitch.pitch_position, name="pitch_position"),
    path("pitch/skills/", pitch.pitch_skills, name="pitch_skills"),
    path("pitch/heard/", pitch.pitch_heard, name="pitch_heard"),
    path("pitch/stories/new/", story.story_new, name="story_new"),
    path("pitch/stories/<int:pk>/", story.story, name="story"),
    path("pitch/stories/<int:pk>/delete/", story.story_delete, name="story_delete"),
]
