# `make help` lists the targets. Each does its own set-up; only `make lock` and `make vendor` need more than Python (uv, npm).
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/installed
INSTALLED_DEV := $(VENV)/installed-dev
LOCK := uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-emit-find-links --python-version 3.11 --custom-compile-command "make lock"

.PHONY: help run sample test bench mutate check format lock vendor install install-dev browser siege

help: ## List the targets.
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 18

run: install ## Serve the app at http://127.0.0.1:8000 (HOST, PORT, DATABASE_URL, DATA_DIR from the environment).
	@exec $(BIN)/python manage.py serve --prepare

sample: install ## Add a believable sample campaign to look around in.
	@$(BIN)/python manage.py migrate --verbosity 0
	@$(BIN)/python manage.py check_standing --mend --verbosity 0
	@$(BIN)/python manage.py sample_campaign

test: install-dev browser ## Run all tests, those in the browser included (ARGS="tests/contacts -x" for some).
	$(BIN)/pytest -n auto --dist worksteal $(ARGS)

siege: install-dev ## Attack every field of every form on every page, as another user and with broken input (ten minutes and more).
	$(BIN)/pytest -m siege -n auto --dist loadfile -o faulthandler_timeout=7200 $(ARGS)

bench: install-dev ## Measure every page against the floor F at three sizes (ARGS="--sizes M --rounds 9").
	@$(BIN)/python -m tests.bench.bench $(ARGS)

mutate: install-dev ## Leave out each owner filter in turn, and print those that no attack misses (up to an hour; ONLY="meetings/" for some).
	@$(BIN)/python -m tests.safety.owner_filters $(ONLY)

check: install-dev ## Format, lint, types, import contracts, templates, migrations, security, deployment.
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy .
	$(BIN)/lint-imports --no-logo
	$(BIN)/djlint templates --lint --quiet
	$(BIN)/bandit --quiet --recursive --configfile pyproject.toml .
	$(BIN)/python manage.py makemigrations --check --dry-run
	scripts/check_deploy $(BIN)/python

format: install-dev ## Format the code, and mend what the linter can.
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: ## Lock the dependencies of pyproject.toml anew, with hashes (needs uv).
	$(LOCK) --upgrade --output-file requirements.txt pyproject.toml
	$(LOCK) --upgrade --output-file requirements-dev.txt --constraint requirements.txt --group dev

vendor: ## Copy the listed files of package.json, with licences, into static/vendor (needs npm).
	npm ci --ignore-scripts --no-audit --no-fund
	python3 scripts/vendor.py

install: $(INSTALLED)

install-dev: $(INSTALLED_DEV)

browser:
	@scripts/browser

# A stamp newer than its lock means that nothing is left to do: the second start takes seconds.
$(INSTALLED): requirements.txt scripts/venv
	@scripts/venv $(VENV)
	@echo "Installing the locked dependencies into $(VENV) (about half a minute, once)."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes --requirement requirements.txt
	@touch $@

$(INSTALLED_DEV): requirements-dev.txt $(INSTALLED)
	@echo "Installing what tests and checks need into $(VENV)."
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes --requirement requirements-dev.txt
	@touch $@
