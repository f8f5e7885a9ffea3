"""Follow-ups."""

from django.urls import path

from pages.follow_ups.views import follow_up, follow_ups

urlpatterns = [
    path("follow-ups/", follow_ups.follow_ups, name="follow_ups"),
    path("follow-ups/bulk/", follow_ups.follow_ups_bulk, name="follow_ups_bulk"),
    path("follow-ups/new/", follow_up.follow_up_new, name="follow_up_new"),
    path("follow-ups/<int:pk>/edit/", follow_up.follow_up_edit, name="follow_up_edit"),
    path("follow-ups/<int:pk>/done/", follow_up.follow_up_done, name="follow_up_done"),
    path("follow-ups/<int:pk>/put-off/", follow_up.follow_up_put_off, name="follow_up_put_off"),
    path("follow-ups/<int:pk>/said/", follow_up.follow_up_said, name="follow_up_said"),
    path("follow-ups/<int:pk>/drop/", follow_up.follow_up_drop, name="follow_up_drop"),
]
