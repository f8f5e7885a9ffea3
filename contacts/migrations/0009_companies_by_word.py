from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [
        ("contacts", "0008_network_by_word"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="searchword",
            index=models.Index(
                condition=Q(("company__isnull", False)),
                fields=["campaign", "word", "company"],
                name="search_company_by_word",
                opclasses=["int8_ops", "varchar_pattern_ops", "int8_ops"],
            ),
        ),
    ]
