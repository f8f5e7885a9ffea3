"""The paths of what comes in."""

from django.urls import path

from pages.importing import undoing, views

urlpatterns = [
    path("import/", views.upload, name="import"),
    path("import/<int:pk>/", views.import_file, name="import_file"),
    path("import/<int:pk>/run/", views.import_run, name="import_run"),
    path("import/<int:pk>/order/", views.import_order, name="import_order"),
    path("import/<int:pk>/answers/", views.import_answers, name="import_answers"),
    path("import/<int:pk>/cancel/", views.import_cancel, name="import_cancel"),
    path("import/<int:pk>/undo/", undoing.import_undo, name="import_undo"),
    path("import/<int:pk>/skipped.csv", views.import_skipped, name="import_skipped"),
]
