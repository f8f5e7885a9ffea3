"""Today."""

from django.urls import path

from pages.today.views import not_now, today, welcome_back

urlpatterns = [
    path("", today.today, name="today"),
    path("welcome-back/", welcome_back.welcome_back, name="welcome_back"),
    path("people/<int:pk>/not-now/", not_now.person_not_now, name="person_not_now"),
    path("people/<int:pk>/propose-again/", not_now.person_propose_again, name="person_propose_again"),
]
