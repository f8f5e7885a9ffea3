"""Today."""

from django.urls import path

from pages.today import views, week

urlpatterns = [
    path("", views.today, name="today"),
    path("campaign/week/", week.week, name="week"),
    path("welcome-back/", views.welcomed_back, name="welcome_back"),
    path("people/<int:pk>/not-now/", views.person_not_now, name="person_not_now"),
    path("people/<int:pk>/propose-again/", views.person_propose_again, name="person_propose_again"),
]
