"""Of django-allauth's pages only those that this house uses: each has a template here, and a test."""

from allauth.account import views as allauth_views
from django.conf import settings
from django.urls import include, path, re_path

from pages.account import doors, views

sign_in = allauth_views.LoginView.as_view(extra_context={"sign_ups_open": settings.SIGN_UPS_OPEN})

urlpatterns = [
    path("", views.account, name="account"),
    path("address/", views.address, name="account_address"),
    path("address/<str:key>/", views.address_confirmed, name="account_address_confirmed"),
    path("first/", doors.first_account, name="first_account"),
    path("sign-in/", sign_in, name="account_login"),
    path("sign-out/", allauth_views.logout, name="account_logout"),
    path("sign-up/", doors.sign_up, name="account_signup"),
    path("sign-up/<str:key>/", doors.sign_up_confirmed, name="account_signup_confirmed"),
    path("closed/", allauth_views.account_inactive, name="account_inactive"),
    path("confirm/", allauth_views.reauthenticate, name="account_reauthenticate"),
    path("confirm-email/", allauth_views.email_verification_sent, name="account_email_verification_sent"),
    re_path(r"^confirm-email/(?P<key>[-:\w]+)/$", allauth_views.confirm_email, name="account_confirm_email"),
    path("password/", allauth_views.password_change, name="account_change_password"),
    path("password/set/", allauth_views.password_set, name="account_set_password"),
    path("password/reset/", doors.password_reset, name="account_reset_password"),
    path("password/reset/sent/", allauth_views.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^password/reset/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        allauth_views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "password/reset/done/", allauth_views.password_reset_from_key_done, name="account_reset_password_from_key_done"
    ),
    path("second-factor/", include("allauth.mfa.urls")),
    path("sessions/", include("allauth.usersessions.urls")),
    path("sessions/<int:pk>/end/", views.session_end, name="session_end"),
]
