"""F, the floor: session, user, one joined query, 50 rows of 6 columns in the smallest template."""

from django.http import HttpRequest, HttpResponse
from django.template import engines

from contacts.models import Contact

ROWS = engines["django"].from_string(
    "<!doctype html><title>F</title><h1>F</h1><table>{% for row in rows %}"
    "<tr><td>{{ row.name }}<td>{{ row.company.name }}<td>{{ row.position }}<td>{{ row.phase }}<td>{{ row.last_spoke_on }}<td>{{ row.next_due_on }}{% endfor %}</table>"
)


def floor(request: HttpRequest) -> HttpResponse:
    rows = (
        Contact.objects.filter(campaign__owner_id=request.user.pk).select_related("company").order_by("sort_name")[:50]
    )
    return HttpResponse(ROWS.render({"rows": rows}))
