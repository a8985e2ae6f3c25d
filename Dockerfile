# The packages, in an environment of their own. Wheels only: there is no compiler here, and none is wanted.
FROM python:3.11-slim-bookworm AS packages
COPY requirements.lock /build/
RUN python -m venv /opt/demarche \
    && /opt/demarche/bin/pip install --no-cache-dir --disable-pip-version-check --no-deps --require-hashes \
       --only-binary=:all: -r /build/requirements.lock

# What the running image needs of the project, and nothing else of it.
FROM python:3.11-slim-bookworm AS project
COPY pyproject.toml /srv/demarche/
COPY app /srv/demarche/app
COPY templates /srv/demarche/templates
COPY static /srv/demarche/static
COPY migrations /srv/demarche/migrations
COPY seeds /srv/demarche/seeds
RUN python -m compileall -q /srv/demarche/app

FROM python:3.11-slim-bookworm
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin demarche \
    && install --directory --owner=demarche --group=demarche /data
COPY --from=packages /opt/demarche /opt/demarche
COPY --from=project /srv/demarche /srv/demarche
WORKDIR /srv/demarche
ENV PATH=/opt/demarche/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    DEMARCHE_STORE=/data/demarche.db \
    DEMARCHE_HOST=0.0.0.0 \
    DEMARCHE_PORT=8000
USER demarche
VOLUME /data
EXPOSE 8000
# The first start parses the seeds before it serves.
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s --retries=3 CMD ["python", "-c", \
    "import os, urllib.request; urllib.request.urlopen(f'http://127.0.0.1:{os.environ[\"DEMARCHE_PORT\"]}/healthz', timeout=4)"]
# A store that cannot be migrated stops the start; a document that cannot be read does not.
CMD ["sh", "-c", "python -m app migrate && { python -m app ingest || true; } && exec python -m app serve"]
