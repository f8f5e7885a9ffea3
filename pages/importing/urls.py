"""The paths of what comes in."""

from django.urls import path

from pages.importing.views import imports, upload

urlpatterns = [
    path("import/", upload.upload, name="import"),
    path("import/<int:pk>/", imports.import_file, name="import_file"),
    path("import/<int:pk>/run/", imports.import_run, name="import_run"),
    path("import/<int:pk>/order/", imports.import_order, name="import_order"),
    path("import/<int:pk>/cancel/", imports.import_cancel, name="import_cancel"),
    path("import/<int:pk>/skipped.csv", imports.import_skipped, name="import_skipped"),
]
