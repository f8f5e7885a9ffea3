"""Signing out in another place where the user is signed in; all the others at once is django-allauth's own page."""

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from accounts.views.account import AccountRequest


@require_POST
def session_end(request: AccountRequest, pk: int) -> HttpResponse:
    others = UserSession.objects.filter(user=request.user).exclude(session_key=request.session.session_key)
    other = others.filter(pk=pk).first()
    if other:  # else it is gone already: pressed twice
        other.end()
        messages.success(request, "There you are signed out.")
    return redirect("usersessions_list")
