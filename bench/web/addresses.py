"""The addresses of the application, and beside them those of the bench."""

from django.urls import include, path

from .api import api

urlpatterns = [path("bench/", api.urls), path("", include("ketenwijzer.project.urls"))]
