from django.urls import include, path

from tests.bench.floor import floor

urlpatterns = [path("floor/", floor), path("", include("networking.urls"))]
