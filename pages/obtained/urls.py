"""What people gave, and what became of it."""

from django.urls import path

from pages.obtained import views

urlpatterns = [
    path("obtained/", views.obtained, name="obtained"),
    path("obtained/<int:pk>/use/", views.item_use, name="item_use"),
    path("obtained/<int:pk>/decline/", views.item_decline, name="item_decline"),
    path("obtained/<int:pk>/put-off/", views.item_put_off, name="item_put_off"),
    path("obtained/<int:pk>/tell/", views.item_tell, name="item_tell"),
    path("obtained/<int:pk>/take-back/", views.item_take_back, name="item_take_back"),
]
