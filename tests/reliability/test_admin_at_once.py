"""Law 5 in the admin: an action that is sent several times at once does what it does once."""

from functools import partial

from tests.reliability.conftest import Server, Visitor, fields_of, new_name
from tests.reliability.databases import counted
from tests.reliability.test_together import at_once, new_person

AT_ONCE = 6
ROUNDS = 3
LIST = "/admin/contacts/contact/"


def test_an_action_of_the_admin_sent_at_once_is_done_once(server: Server, marta: Visitor) -> None:
    for _ in range(ROUNDS):
        pk = new_person(marta, new_name()).strip("/").split("/")[-1]
        before = counted(server.env)
        token = marta.form("/people/new/")["csrfmiddlewaretoken"]
        picked = {"action": "follow_up", "_selected_action": pk, "csrfmiddlewaretoken": token}
        said = {**fields_of(marta.post(LIST, picked)), "words": "Send the list"}

        answers = at_once(*(partial(marta.twin().post, f"{LIST}follow-up/", said) for _ in range(AT_ONCE)))

        assert {(answer.status, answer.location) for answer in answers} == {(302, LIST)}
        assert (counted(server.env) - before)["outcomes.FollowUp"] == 1
