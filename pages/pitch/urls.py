"""What the user says of themselves."""

from django.urls import path

from pages.pitch import views

urlpatterns = [
    path("pitch/", views.pitch, name="pitch"),
    path("pitch/position/", views.pitch_position, name="pitch_position"),
    path("pitch/skills/", views.pitch_skills, name="pitch_skills"),
    path("pitch/heard/", views.pitch_heard, name="pitch_heard"),
    path("pitch/stories/new/", views.story_new, name="story_new"),
    path("pitch/stories/<int:pk>/", views.story, name="story"),
    path("pitch/stories/<int:pk>/delete/", views.story_delete, name="story_delete"),
]
