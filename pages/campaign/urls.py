"""The campaign, its first steps, and the help."""

from django.urls import path

from pages.campaign import views

urlpatterns = [
    path("campaign/", views.campaign, name="campaign"),
    path("campaign/pauses/", views.pause_add, name="pause_add"),
    path("campaign/pauses/<int:pk>/remove/", views.pause_remove, name="pause_remove"),
    path("help/", views.guide, name="help"),
    path("welcome/", views.welcome, name="welcome"),
    path("welcome/places/", views.welcome_places, name="welcome_places"),
    path("welcome/people/", views.welcome_people, name="welcome_people"),
]
