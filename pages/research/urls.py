"""What the user wants to know, and what people said to it."""

from django.urls import path

from pages.research.views import filing, people, questions, research

urlpatterns = [
    path("research/", research.research, name="research"),
    path("research/new/", questions.question_new, name="question_new"),
    path("research/<int:pk>/", research.question, name="question"),
    path("research/<int:pk>/edit/", questions.question_edit, name="question_edit"),
    path("research/<int:pk>/move/", questions.question_move, name="question_move"),
    path("research/<int:pk>/answer/", questions.question_answer, name="question_answer"),
    path("research/<int:pk>/delete/", questions.question_delete, name="question_delete"),
    path("research/<int:pk>/who/", people.question_who, name="question_who"),
    path("research/<int:pk>/file/", filing.question_file, name="question_file"),
    path("research/<int:pk>/take-out/", filing.question_take_out, name="question_take_out"),
    path("obtained/<int:pk>/question/", filing.item_file, name="item_file"),
]
