"""The admin, for bulk edits: everybody, superusers too, works on the rows of their own campaigns."""

from django.contrib import admin

from pages.admin import doors, places
from pages.admin.accounts import AccountAdmin
from pages.admin.campaigns import CampaignAdmin, DraftAdmin, PauseAdmin
from pages.admin.contact import ContactAdmin
from pages.admin.events import EncounterAdmin, EventAdmin, MayKnowAdmin, MeetingQuestionAdmin, QuestionAdmin
from pages.admin.meetings import InvitationAdmin, MeetingAdmin, TellingAdmin, TouchAdmin
from pages.admin.others import (
    CommonGroundAdmin,
    CompanyAdmin,
    NoteAdmin,
    PitchVersionAdmin,
    SkillAdmin,
    StoryAdmin,
    TagAdmin,
)
from pages.admin.outcomes import FollowUpAdmin, ObtainedItemAdmin
from pages.admin.own_words import MessageTemplateAdmin, OpenedMessageAdmin, PlannedAskAdmin, WeekNoteAdmin
from pages.admin.read_only import DeletionAdmin, ImportAdmin, ImportRowAdmin

__all__ = [
    "AccountAdmin", "CampaignAdmin", "CommonGroundAdmin", "CompanyAdmin", "ContactAdmin", "DeletionAdmin", "DraftAdmin",
    "EncounterAdmin", "EventAdmin", "FollowUpAdmin", "ImportAdmin", "ImportRowAdmin", "InvitationAdmin",
    "MayKnowAdmin", "MeetingAdmin", "MeetingQuestionAdmin", "MessageTemplateAdmin",
    "NoteAdmin", "ObtainedItemAdmin", "OpenedMessageAdmin", "PauseAdmin", "PitchVersionAdmin", "PlannedAskAdmin",
    "QuestionAdmin",
    "SkillAdmin", "StoryAdmin", "TagAdmin", "TellingAdmin", "TouchAdmin", "WeekNoteAdmin",
]  # fmt: skip

admin.site.index_title = "Bulk edits"
admin.site.enable_nav_sidebar = False  # the index lists what there is; a list needs the width
admin.site.password_change = doors.password_change  # type: ignore[method-assign]  # one door for each
admin.site.autocomplete_view = doors.autocomplete  # type: ignore[method-assign]
admin.site.get_app_list = places.lists  # type: ignore[method-assign]  # in our order
admin.site.app_index = places.one_app  # type: ignore[method-assign, assignment]
