"""The paths of people: the lists first, then one contact and what is done there."""

from django.urls import path

from pages.people.views import board, bulk, choosing, contact, edit, leaving, notes, people, sharing, sheets, standing

urlpatterns = [
    path("people/", people.people, name="people"),
    path("people/board/", board.people_board, name="people_board"),
    path("people/choose/", choosing.people_choose, name="people_choose"),
    path("people/sheet/", sheets.people_sheet, name="people_sheet"),
    path("people/sheet/blank/", sheets.people_sheet_blank, name="people_sheet_blank"),
    path("people/suggest/", people.people_suggest, name="people_suggest"),
    path("people/bulk/tag/", bulk.people_tag, name="people_tag"),
    path("people/bulk/join/", bulk.people_join, name="people_join"),
    path("people/bulk/follow-up/", bulk.people_follow_up, name="people_follow_up"),
    path("people/bulk/leave/", bulk.people_leave, name="people_leave"),
    path("people/new/", edit.contact_new, name="contact_new"),
    path("people/<int:pk>/", contact.contact, name="contact"),
    path("people/<int:pk>/sheet/", sheets.contact_sheet, name="contact_sheet"),
    path("people/<int:pk>/edit/", edit.contact_edit, name="contact_edit"),
    path("people/<int:pk>/share/", sharing.contact_share, name="contact_share"),
    path("people/<int:pk>/note/", notes.contact_note, name="contact_note"),
    path("people/<int:pk>/join/", standing.contact_join, name="contact_join"),
    path("people/<int:pk>/address-book/", standing.contact_to_book, name="contact_to_book"),
    path("people/<int:pk>/star/", standing.contact_star, name="contact_star"),
    path("people/<int:pk>/quiet/", standing.contact_quiet, name="contact_quiet"),
    path("people/<int:pk>/leave/", leaving.contact_leave, name="contact_leave"),
    path("people/<int:pk>/back/", leaving.contact_back, name="contact_back"),
    path("common-ground/<int:pk>/edit/", sharing.ground_edit, name="ground_edit"),
    path("common-ground/<int:pk>/found/", sharing.ground_found, name="ground_found"),
    path("common-ground/<int:pk>/remove/", sharing.ground_remove, name="ground_remove"),
    path("notes/<int:pk>/edit/", notes.note_edit, name="note_edit"),
    path("notes/<int:pk>/delete/", notes.note_delete, name="note_delete"),
    path("referrals/<int:pk>/introduced/", standing.referral_introduced, name="referral_introduced"),
]
