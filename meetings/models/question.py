"""Questions of the campaign in a meeting, and people who could answer one (R14)."""

from django.db import models

from campaigns.models import Campaign
from contacts.models import Contact
from meetings.models.meeting import Meeting
from meetings.rules.events import QuestionResult
from research.models import Question


class MeetingQuestion(models.Model):
    """To be asked at this meeting; afterwards answered, or not asked."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="meeting_questions")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="questions")
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="meetings")
    result = models.CharField("what became of it", max_length=9, choices=QuestionResult.choices(), blank=True)

    class Meta:
        verbose_name = "question for a meeting"
        verbose_name_plural = "questions for meetings"
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=["meeting", "question"], name="a_question_stands_once_a_meeting"),
        )

    def __str__(self) -> str:
        return str(self.question)


class MayKnow(models.Model):
    """The user thinks that this contact could answer that question."""

    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="who_may_know")
    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="may_know")
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="who_may_know")

    class Meta:
        verbose_name = "somebody who could know"
        verbose_name_plural = "people who could know"
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=["contact", "question"], name="somebody_may_know_once"),)

    def __str__(self) -> str:
        return f"{self.contact}: {self.question}"
