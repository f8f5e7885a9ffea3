"""A forgotten password: reset by mail, and where there is no mail server, what to do instead."""

from allauth.account import views as allauth_views
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse


@login_not_required
def password_reset(request: HttpRequest) -> HttpResponseBase:
    if not settings.MAIL_CONFIGURED:
        return TemplateResponse(request, "account/password_reset_without_mail.html")
    answer: HttpResponseBase = allauth_views.password_reset(request)
    return answer
