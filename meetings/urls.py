"""Inviting, planning, meeting, logging and writing."""

from django.urls import path

from meetings.views import did_not_happen, inviting, meetings, planning

urlpatterns = [
    path("people/<int:pk>/invite/", inviting.invite, name="invite"),
    path("invitations/<int:pk>/answer/", inviting.invitation_answer, name="invitation_answer"),
    path("invitations/<int:pk>/remind/", inviting.invitation_remind, name="invitation_remind"),
    path("meetings/", meetings.meetings, name="meetings"),
    path("meetings/new/", planning.meeting_plan, name="meeting_plan"),
    path("meetings/<int:pk>/", meetings.meeting, name="meeting"),
    path("meetings/<int:pk>/edit/", planning.meeting_edit, name="meeting_edit"),
    path("meetings/<int:pk>/did-not-happen/", did_not_happen.meeting_did_not_happen, name="meeting_did_not_happen"),
]
