FROM python:3.13-slim-trixie AS build

ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /venv
COPY requirements.txt /build/
RUN /venv/bin/pip install --require-hashes --requirement /build/requirements.txt

WORKDIR /app
COPY . .
# Names with hashes and brotli take their time: here, once, and not at each start. The key made here stays behind.
# What the app writes is for its owner only: these files are for the user that the image runs as.
RUN STATIC_MANIFEST=true STATIC_ROOT=/app/staticfiles DATA_DIR=/tmp/build \
    /venv/bin/python manage.py collectstatic --noinput --verbosity 0 \
    && chmod -R a+rX staticfiles \
    && /venv/bin/python -m compileall -q .

FROM python:3.13-slim-trixie

ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    HOST=0.0.0.0 \
    PORT=8000 \
    DATA_DIR=/data \
    STATIC_MANIFEST=true \
    STATIC_ROOT=/app/staticfiles

# For `manage.py backup` and `restore`; its version must be the server's or newer (compose.yaml: `database`).
RUN apt-get update \
    && apt-get install --yes --no-install-recommends postgresql-client \
    && rm -rf /var/lib/apt/lists/*

RUN useradd --uid 10001 --home-dir /data --no-create-home --shell /usr/sbin/nologin cups \
    && install --directory --owner=cups --group=cups --mode=0700 /data
COPY --from=build /venv /venv
COPY --from=build /app /app

WORKDIR /app
USER cups
VOLUME /data
EXPOSE 8000
# Asked under the first name that it answers to: any other is refused.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["python", "-c", "\
import os, urllib.request as web; \
name = os.environ.get('ALLOWED_HOSTS', 'localhost').split(',')[0].lstrip('.'); \
web.urlopen(web.Request('http://127.0.0.1:' + os.environ['PORT'] + '/healthz', headers={'Host': name}), timeout=4)"]

# Migrations are the deployment's step of their own (compose.yaml: `migrate`), so that two processes never race for them.
CMD ["python", "manage.py", "serve"]
