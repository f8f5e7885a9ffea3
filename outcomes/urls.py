"""Follow-ups and the debrief."""

from django.urls import path

from outcomes.views import debrief, debrief_page, follow_up, follow_ups, touch, undo

urlpatterns = [
    path("follow-ups/", follow_ups.follow_ups, name="follow_ups"),
    path("follow-ups/bulk/", follow_ups.follow_ups_bulk, name="follow_ups_bulk"),
    path("follow-ups/new/", follow_up.follow_up_new, name="follow_up_new"),
    path("follow-ups/<int:pk>/edit/", follow_up.follow_up_edit, name="follow_up_edit"),
    path("follow-ups/<int:pk>/done/", follow_up.follow_up_done, name="follow_up_done"),
    path("follow-ups/<int:pk>/put-off/", follow_up.follow_up_put_off, name="follow_up_put_off"),
    path("follow-ups/<int:pk>/drop/", follow_up.follow_up_drop, name="follow_up_drop"),
    path("meetings/log/", debrief.meeting_log_new, name="meeting_log_new"),
    path("meetings/<int:pk>/log/", debrief.meeting_log, name="meeting_log"),
    path("meetings/<int:pk>/log/preview/", debrief_page.meeting_log_preview, name="meeting_log_preview"),
    path("meetings/<int:pk>/log/skip/", debrief.meeting_skip_extras, name="meeting_skip_extras"),
    path("touches/new/", touch.touch_new, name="touch_new"),
    path("touches/<int:pk>/edit/", touch.touch_edit, name="touch_edit"),
    path("people/<int:pk>/touch/", touch.contact_touch, name="contact_touch"),
    path("undo/", undo.undo_last, name="undo"),
]
