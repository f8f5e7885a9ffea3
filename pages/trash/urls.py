"""The trash, and what puts things there."""

from django.urls import path

from pages.trash.views import deleting, trash

urlpatterns = [
    path("trash/", trash.trash_list, name="trash"),
    path("trash/<int:pk>/restore/", trash.deletion_restore, name="deletion_restore"),
    path("people/<int:pk>/delete/", deleting.contact_delete, name="contact_delete"),
    path("meetings/<int:pk>/delete/", deleting.meeting_delete, name="meeting_delete"),
    path("touches/<int:pk>/delete/", deleting.touch_delete, name="touch_delete"),
    path("obtained/<int:pk>/delete/", deleting.item_delete, name="item_delete"),
]
