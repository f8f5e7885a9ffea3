"""The campaign, its first steps, and the help."""

from django.urls import path

from pages.campaign.views import campaign, guide, if_silent, message_templates, welcome

urlpatterns = [
    path("campaign/", campaign.campaign, name="campaign"),
    path("campaign/pauses/", campaign.pause_add, name="pause_add"),
    path("campaign/pauses/back/", campaign.pause_back, name="pause_back"),
    path("campaign/pauses/<int:pk>/", campaign.pause_edit, name="pause_edit"),
    path("campaign/pauses/<int:pk>/remove/", campaign.pause_remove, name="pause_remove"),
    path("campaign/days-off/", campaign.days_off_take, name="days_off_take"),
    path("campaign/if-silent/", if_silent.if_silent, name="if_silent"),
    path("campaign/messages/", message_templates.message_templates, name="message_templates"),
    path("campaign/messages/edit/", message_templates.message_template, name="message_template"),
    path("help/", guide.guide, name="help"),
    path("welcome/", welcome.welcome, name="welcome"),
    path("welcome/places/", welcome.welcome_places, name="welcome_places"),
    path("welcome/people/", welcome.welcome_people, name="welcome_people"),
]
