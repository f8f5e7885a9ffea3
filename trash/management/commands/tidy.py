"""`manage.py tidy`: once a day, at start or by cron: what has had its time goes, and SQLite counts its rows anew."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.utils import timezone

from campaigns.models import Draft
from trash.writes.deleting import purge

FINISHED_FOR = timedelta(days=2)
UNFINISHED_FOR = timedelta(days=30)


class Command(BaseCommand):
    help = "Delete for good: the trash after 30 days, old drafts, ended sessions."

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        gone = purge(now.date() - timedelta(days=1))  # somewhere it is still yesterday
        Draft.objects.exclude(result="").filter(saved_at__lt=now - FINISHED_FOR).delete()
        Draft.objects.filter(saved_at__lt=now - UNFINISHED_FOR).delete()
        call_command("clearsessions")
        if settings.ON_SQLITE:  # PostgreSQL counts by itself
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
        if gone:
            self.stdout.write(f"Deleted for good: {gone}, after thirty days in the trash.")
