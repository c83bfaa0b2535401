# The site, its tests and its tools. `make help` lists what there is.

PYTHON ?= python3
VENV := .venv
READY := $(VENV)/.ready
CHECKER := $(VENV)/checker
# Whoever stops make is to stop what it runs, and no shell in between.
RUN := PYTHONPATH=ext exec $(VENV)/bin/python
PORT ?= 8000
CODE := conf.py ext tests

.DEFAULT_GOAL := help
.PHONY: help html serve live test test-thorough check changes suggest annotation coverage lint import bench bench-pages requirements messages clean

help: ## list the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:[^#]*##/:/' | sort

$(READY): requirements.txt
	@echo "Setting up $(VENV) …"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed; set PYTHON=…")'
	@$(PYTHON) -m venv --clear $(VENV)
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

# What checks the HTML of the pages, for the tests only. Without npm or Java that test is skipped. npm may be installed
# later: it is not ready before it is fetched.
$(CHECKER)/.ready: tests/build/package-lock.json $(READY)
	@mkdir -p $(CHECKER)
	@cp tests/build/package.json tests/build/package-lock.json $(CHECKER)
	@if command -v npm >/dev/null; then \
		(cd $(CHECKER) && npm ci --silent --no-audit --no-fund --ignore-scripts) && touch $@; fi

html: $(READY) ## build the site in build/html
	@$(RUN) -m concordance.cli.build

serve: html ## build the site and serve it on this machine only; PORT=8001 for another port than 8000
	@echo "Serving on http://127.0.0.1:$(PORT) (stop with Ctrl-C)"
	@exec $(VENV)/bin/python -m http.server --bind 127.0.0.1 --directory build/html "$(PORT)"

live: $(READY) ## show the site while you edit: what you save is built, and the browser shows it; PORT as for serve
	@$(RUN) -m concordance.cli.live.watch --port "$(PORT)"

test: $(READY) $(CHECKER)/.ready lint ## check style and types, run every test
	@$(RUN) -m pytest

test-thorough: $(READY) ## try many more edits and wordings than `make test` does, new ones each time
	@$(RUN) -m pytest -m hypothesis --hypothesis-profile thorough

check: $(READY) ## check everything editorial in a second, without building; FORMAT=github for a pull request
	@$(RUN) -m concordance.cli.check $(if $(FORMAT),--format $(FORMAT))

changes: $(READY) ## tell what changes in the edition since a branch: make changes BASE=main
	@$(RUN) -m concordance.cli.changes $(if $(BASE),"$(BASE)")

suggest: $(READY) ## print links that might be made: make suggest, or make suggest ID=plan-44
	@$(RUN) -m concordance.cli.suggest $(if $(ID),"$(ID)")

annotation: $(READY) ## write a new annotation to fill in: make annotation ID=r64-pp-7
	@$(RUN) -m concordance.cli.annotation $(if $(ID),"$(ID)")

coverage: $(READY) ## print what each paragraph has and lacks
	@$(RUN) -m concordance.cli.coverage

lint: $(READY) ## check style, types and spelling
	@$(VENV)/bin/ruff check $(CODE)
	@$(VENV)/bin/ruff format --check $(CODE)
	@$(VENV)/bin/mypy
	@$(VENV)/bin/codespell

import: $(READY) ## write pages from a transcript: make import RECIPE=tests/transcripts/a-64-l-64.yaml
	@$(RUN) -m concordance.cli.importer.importer $(RECIPE)

bench: $(READY) ## compare speed and memory with plain Sphinx and sphinx-needs
	@$(RUN) tests/bench/bench.py

bench-pages: html ## measure pages and search in Chromium, and with Lighthouse
	@$(RUN) tests/bench/pages.py

requirements: $(READY) ## pin requirements.in in requirements.txt, with hashes
	@$(VENV)/bin/python -m pip install --quiet pip-tools
	@$(VENV)/bin/pip-compile --quiet --generate-hashes --strip-extras --no-emit-index-url --no-emit-find-links \
		--no-emit-trusted-host --no-header --annotation-style line --output-file requirements.txt requirements.in

messages: $(READY) ## collect the words of the interface, for translators
	@$(VENV)/bin/pybabel --quiet extract --mapping-file pyproject.toml --keywords counted:1,2 --no-location --omit-header \
		--sort-output --output-file ext/concordance/translations/concordance.pot .

clean: ## remove what was built
	@rm -rf build .pytest_cache .mypy_cache .ruff_cache .hypothesis
