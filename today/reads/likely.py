"""R10 in SQL: who is likely to be asked next, and what the rule weighs of each.

By hand, because the page that is opened each morning would spend more on building this query than on running it (12 ms
against 1.3, at 5,500 people). Each way of being likely is a short list that one index gives; the conditions that would
draw the database to another index stand in a COALESCE. The inner LIMITs let nobody out: with one, PostgreSQL walks an
index in its order and stops at the first 25; without, it takes so many conditions to be met so rarely that it reads
all.
"""

from typing import Final

EMPLOYERS: Final = 10
"""How many of the user's own former employers are looked for."""

LIKELY: Final = """
WITH free AS NOT MATERIALIZED (
    SELECT c.id, c.campaign_id, c.company_id, c.joined_on, c.sort_name, c.first_held_on, c.held_count,
           c.known_from_before
    FROM contacts_contact c
    WHERE (c.left_on IS NULL OR c.left_until <= %(today)s)
      AND NOT c.not_for_this
      AND COALESCE(c.not_now_until, %(today)s) <= %(today)s
      AND (c.joined_on IS NULL OR c.free_on <= %(today)s)
      AND NOT EXISTS (SELECT 1 FROM meetings_invitation i WHERE i.contact_id = c.id AND i.answer = 'waiting')
),
fresh AS NOT MATERIALIZED (
    SELECT * FROM free
    WHERE held_count = 0 AND NOT EXISTS (SELECT 1 FROM meetings_invitation i WHERE i.contact_id = free.id)
),
likely AS (
    SELECT id FROM (
        SELECT id FROM (
            SELECT id FROM contacts_contact WHERE campaign_id = %(campaign)s AND joined_on > %(ever)s
            ORDER BY joined_on, sort_name, id LIMIT 1000000
        ) AS in_order
        WHERE (SELECT id FROM fresh WHERE fresh.id = in_order.id) IS NOT NULL LIMIT 25
    ) AS joined_first
    UNION
    SELECT id FROM fresh WHERE id IN (
        SELECT referred_id FROM outcomes_obtaineditem
        WHERE campaign_id = %(campaign)s AND kind = 'referral' ORDER BY day DESC, id DESC LIMIT 25
    )
    UNION
    SELECT id FROM (
        SELECT id FROM fresh WHERE campaign_id = %(campaign)s AND known_from_before IS NOT NULL LIMIT 25
    ) AS known
    UNION
    SELECT id FROM (
        SELECT id FROM fresh WHERE company_id IN (
            SELECT id FROM contacts_company WHERE campaign_id = %(campaign)s AND is_target
            UNION ALL
            SELECT id FROM contacts_company
            WHERE campaign_id = %(campaign)s AND folded IN (
                %(at0)s, %(at1)s, %(at2)s, %(at3)s, %(at4)s, %(at5)s, %(at6)s, %(at7)s, %(at8)s, %(at9)s
            )
        ) LIMIT 50
    ) AS there
    UNION
    SELECT id FROM (
        SELECT id FROM (
            SELECT id FROM contacts_contact
            WHERE campaign_id = %(campaign)s AND first_held_on <= %(long_ago)s AND joined_on IS NOT NULL
              AND (held_count >= %(often)s OR known_from_before IS NOT NULL)
            ORDER BY first_held_on, id LIMIT 1000000
        ) AS in_order
        WHERE (SELECT id FROM free WHERE free.id = in_order.id) IS NOT NULL LIMIT 25
    ) AS met
)
SELECT c.id, c.name, c.given_name, c.phase, c.position, c.joined_on, c.known_from_before, c.held_count,
    company.folded, company.is_target, giver.given_name,
    (
        SELECT g.given_name FROM outcomes_obtaineditem item JOIN contacts_contact g ON g.id = item.contact_id
        WHERE item.referred_id = c.id AND item.referral_state NOT IN ('offered', 'declined')
        ORDER BY item.day DESC, item.id DESC LIMIT 1
    ),
    EXISTS (
        SELECT 1 FROM outcomes_obtaineditem item WHERE item.referred_id = c.id AND item.referral_state = 'offered'
    ),
    (SELECT MAX(i.sent_on) FROM meetings_invitation i WHERE i.contact_id = c.id),
    (SELECT MAX(m.day) FROM meetings_meeting m WHERE m.contact_id = c.id AND m.status = 'held'),
    (
        SELECT s.text FROM contacts_commonground s WHERE s.contact_id = c.id AND s.found_on IS NOT NULL
        ORDER BY s.found_on, s.id LIMIT 1
    )
FROM likely
JOIN contacts_contact c ON c.id = likely.id
LEFT JOIN contacts_company company ON company.id = c.company_id
LEFT JOIN contacts_contact giver ON giver.id = c.introduced_by_id
WHERE c.campaign_id = %(campaign)s
"""
