"""Target companies, and one company."""

from django.urls import path

from pages.companies import views

urlpatterns = [
    path("companies/", views.companies, name="companies"),
    path("companies/<int:pk>/", views.company, name="company"),
]
