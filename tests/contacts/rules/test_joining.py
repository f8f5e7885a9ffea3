from contacts.rules.joining import BULK_LIMIT, JoinedBecause, may_go_back


def test_back_to_the_address_book_goes_only_who_left_no_evidence() -> None:
    assert may_go_back(has_evidence=False)
    assert not may_go_back(has_evidence=True)


def test_a_bulk_action_joins_no_more_than_can_be_meant() -> None:
    assert BULK_LIMIT == 200


def test_every_reason_of_joining_can_be_said() -> None:
    assert {reason.value for reason in JoinedBecause} == {
        "said_so", "invitation", "meeting", "touch", "follow_up", "obtained", "referral", "encounter",
    }  # fmt: skip
    assert all(reason.label for reason in JoinedBecause)
