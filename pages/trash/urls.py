"""The trash, and what puts things there."""

from django.urls import path

from pages.trash import views

urlpatterns = [
    path("trash/", views.trash_list, name="trash"),
    path("trash/<int:pk>/restore/", views.deletion_restore, name="deletion_restore"),
    path("people/<int:pk>/delete/", views.contact_delete, name="contact_delete"),
    path("meetings/<int:pk>/delete/", views.meeting_delete, name="meeting_delete"),
    path("invitations/<int:pk>/delete/", views.invitation_delete, name="invitation_delete"),
    path("touches/<int:pk>/delete/", views.touch_delete, name="touch_delete"),
    path("events/<int:pk>/delete/", views.event_delete, name="event_delete"),
    path("encounters/<int:pk>/delete/", views.encounter_delete, name="encounter_delete"),
    path("obtained/<int:pk>/delete/", views.item_delete, name="item_delete"),
]
