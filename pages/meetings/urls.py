"""Inviting, planning, meeting, logging and writing."""

from django.urls import path

from pages.meetings.views import (
    answering,
    asking,
    brief,
    calendar_files,
    debrief,
    debrief_page,
    did_not_happen,
    inviting,
    logged,
    meetings,
    opened,
    planning,
    touch,
)

urlpatterns = [
    path("people/<int:pk>/invite/", inviting.invite, name="invite"),
    path("invitations/<int:pk>/", inviting.invitation_edit, name="invitation_edit"),
    path("invitations/<int:pk>/answer/", answering.invitation_answer, name="invitation_answer"),
    path("invitations/<int:pk>/remind/", answering.invitation_remind, name="invitation_remind"),
    path("meetings/", meetings.meetings, name="meetings"),
    path("meetings/ask/", asking.ask_guard, name="ask_guard"),
    path("meetings/new/", planning.meeting_plan, name="meeting_plan"),
    path("meetings/<int:pk>/", meetings.meeting, name="meeting"),
    path("meetings/<int:pk>/prepare/", brief.meeting_prepare, name="meeting_prepare"),
    path("meetings/<int:pk>/meeting.ics", calendar_files.meeting_file, name="meeting_file"),
    path("meetings/<int:pk>/for-them.ics", calendar_files.meeting_file_for_them, name="meeting_file_for_them"),
    path("meetings/<int:pk>/questions/", brief.meeting_questions, name="meeting_questions"),
    path("calendar/fifty-cups.ics", calendar_files.reminders_file, name="reminders_file"),
    path("people/<int:pk>/prepare/", brief.contact_prepare, name="contact_prepare"),
    path("meetings/<int:pk>/edit/", planning.meeting_edit, name="meeting_edit"),
    path("meetings/<int:pk>/did-not-happen/", did_not_happen.meeting_did_not_happen, name="meeting_did_not_happen"),
    path("meetings/log/", debrief.meeting_log_new, name="meeting_log_new"),
    path("meetings/<int:pk>/log/", debrief.meeting_log, name="meeting_log"),
    path("meetings/<int:pk>/log/preview/", debrief_page.meeting_log_preview, name="meeting_log_preview"),
    path("meetings/<int:pk>/logged/", logged.meeting_logged, name="meeting_logged"),
    path("people/<int:pk>/opened/", opened.message_opened, name="message_opened"),
    path("people/<int:pk>/sent/", opened.message_sent, name="message_sent"),
    path("touches/new/", touch.touch_new, name="touch_new"),
    path("touches/<int:pk>/edit/", touch.touch_edit, name="touch_edit"),
    path("touches/<int:pk>/answered/", touch.touch_answered, name="touch_answered"),
    path("people/<int:pk>/touch/", touch.contact_touch, name="contact_touch"),
]
