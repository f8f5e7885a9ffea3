"""The address with which a user signs in: asked for, confirmed by who reads its mail, changed.

Where mail is set up, asking does the same whether or not an address has an account (one look, one mail), so that
neither the answer nor its time tells. An address is nobody's before its link is followed.
"""

from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction
from django.urls import reverse

from accounts.adapter import at_site
from accounts.models import User
from accounts.reads.confirming import is_confirmed, is_taken, new_address, new_address_key, sign_up_key


def ask_to_sign_up(email: str, *, write: bool) -> None:
    """A mail to whoever owns the address: the link that opens an account, or that they have one."""
    link = at_site(reverse("account_signup_confirmed", args=[sign_up_key(email)]))
    words = "account_already_exists" if is_taken(email) else "sign_up"
    if write:
        _write_to(email, words, link)


def ask_for_address(user: User, email: str, *, write: bool) -> None:
    """The address waits for its link; an earlier one that waited does not any more."""
    user.asked_address = email
    user.save(update_fields=["asked_address"])
    link = at_site(reverse("account_address_confirmed", args=[new_address_key(user, email)]))
    words = "address_taken" if is_taken(email) else "new_address"
    if write:
        _write_to(email, words, link)


def _write_to(email: str, words: str, link: str) -> None:
    get_adapter().send_mail(f"account/email/{words}", email, {"link": link})


def open_account(*, email: str, password: str, name: str, time_zone: str) -> User | None:
    """An account for a confirmed address; None where it has one by now."""
    try:
        with transaction.atomic():
            user = User.objects.create_user(email, password, name=name, time_zone=time_zone)
            _keep_confirmed(user)
    except IntegrityError:
        return None
    return user


def confirm_address(user_id: int, key: str) -> bool:
    """The new address from now on, once; False where this link is not, or no longer, good for it."""
    with transaction.atomic():
        user = User.objects.select_for_update().get(pk=user_id)
        email = new_address(user, key)
        if email is None:
            return is_confirmed(user, key)
        return change_address(user, email, confirmed=True)


def change_address(user: User, email: str, *, confirmed: bool = False) -> bool:
    """The new address; False where it is somebody else's by now."""
    try:
        with transaction.atomic():
            user.email, user.asked_address = email, ""
            user.save(update_fields=["email", "asked_address"])
            EmailAddress.objects.filter(user_id=user.pk).delete()
            if confirmed:
                _keep_confirmed(user)
    except IntegrityError:
        return False
    return True


def _keep_confirmed(user: User) -> None:
    """The sign-in asks for no second mail."""
    EmailAddress.objects.create(user=user, email=user.email.lower(), verified=True, primary=True)
