# The site, its tests and its tools. `make help` lists what there is.

PYTHON ?= python3
VENV := .venv
NODE := node_modules/.ready
# Whoever stops make is to stop what it runs, and no shell in between.
RUN := exec $(VENV)/bin/python
CONCORDANCE := exec $(VENV)/bin/concordance
PORT ?= 8000
CODE := conf.py ext tests

.DEFAULT_GOAL := help
.PHONY: help html serve verify live test test-python test-unit test-scripts test-thorough check changes suggest annotation coverage lint lint-scripts new import inventory links-to-us many bench bench-pages bench-search requirements messages clean environment environment-dev environment-downloads environment-many downloads

help: ## list the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:[^#]*##/:/' | sort

# A Python that was asked for is the one that is used; otherwise, an environment stays with the Python that made it.
# It needs no packages of that Python: those may be many, and take a while to find.
ENVIRONMENT = $(PYTHON) -S ext/environment.py $(VENV) $(if $(filter file,$(origin PYTHON)),,--this-python)

environment:
	@$(ENVIRONMENT) requirements.txt

environment-dev:
	@$(ENVIRONMENT) requirements.txt requirements-downloads.txt requirements-dev.txt

environment-downloads:
	@$(ENVIRONMENT) requirements.txt requirements-downloads.txt

environment-many:
	@$(ENVIRONMENT) requirements.txt requirements-many.txt

# What checks scripts and the HTML of the pages, for the tests only: kept with a copy of the list it was
# fetched by, whatever dates say. npm may be installed later: it is not ready before it is fetched.
$(NODE): package-lock.json
	@if cmp -s $< $@; then touch $@; elif command -v npm >/dev/null; then \
		npm ci --silent && cp $< $@ || { echo "npm could not fetch what $< lists: connect to the net, and try again." >&2; exit 1; }; fi

# Without npm, what needs it is skipped and says so; where nothing is to be skipped, that is a failure.
WITH_NPM = command -v npm >/dev/null || { echo "$@ is skipped: there is no npm (Debian's package is npm)." >&2; \
	test -z "$$REQUIRE_BROWSER"; exit; }

lint-scripts: $(NODE)
	@$(WITH_NPM); npm run --silent lint

test-scripts: $(NODE)
	@$(WITH_NPM); npm test --silent

html: environment ## build the site in build/html
	@$(CONCORDANCE) build

downloads: environment-downloads ## build the site with the books and documents to take away: EPUB, PDF, DOCX, slides, ZIP
	@$(CONCORDANCE) downloads

serve: html ## build the site and serve it on this machine only; PORT=8001 for another port than 8000
	@$(CONCORDANCE) serve --port "$(PORT)"

verify: environment ## build the site once more, from nothing, and compare: make verify, or make verify SITE=a-folder
	@$(CONCORDANCE) verify $(if $(SITE),"$(SITE)")

live: environment ## show the site while you edit: what you save is built, and the browser shows it; PORT as for serve
	@$(CONCORDANCE) live --port "$(PORT)"

test: environment-dev ## run every test
	@$(MAKE) --no-print-directory --jobs=2 test-scripts test-python

test-python: environment-dev $(NODE)
	@$(RUN) -m pytest

test-unit: environment-dev ## run the unit tests, which build no whole site
	@$(RUN) -m pytest tests/unit

test-thorough: environment-dev ## try many more edits and wordings than `make test` does, new ones each time
	@$(RUN) -m pytest -m hypothesis --hypothesis-profile thorough

check: environment ## check everything editorial in a second, without building; FORMAT=github for a pull request
	@$(CONCORDANCE) check $(if $(FORMAT),--format $(FORMAT))

changes: environment ## tell what changes in the edition since a branch: make changes BASE=main; OF=… for a proposal that was fetched
	@$(CONCORDANCE) changes $(if $(BASE),"$(BASE)") $(if $(OF),--of "$(OF)")

suggest: environment ## print links that might be made: make suggest, or make suggest ID=plan-44
	@$(CONCORDANCE) suggest $(if $(ID),"$(ID)")

annotation: environment ## write a new annotation to fill in: make annotation ID=r64-pp-7
	@$(CONCORDANCE) annotation $(if $(ID),"$(ID)")

coverage: environment ## print what each paragraph has and lacks
	@$(CONCORDANCE) coverage

lint: environment-dev lint-scripts ## check style, types and spelling
	@$(VENV)/bin/python -m ruff check $(CODE)
	@$(VENV)/bin/python -m ruff format --check $(CODE)
	@$(VENV)/bin/python -m mypy
	@$(VENV)/bin/lint-imports --no-cache
	@$(VENV)/bin/python -m codespell_lib
	@$(VENV)/bin/zizmor --offline --quiet --no-progress --persona auditor .github
	@if [ -x $(VENV)/bin/actionlint ]; then $(VENV)/bin/actionlint; else \
		echo "There is no actionlint for this kind of machine: zizmor alone has looked at the workflows." >&2; fi

new: environment ## write a new edition of another text: make new FOLDER=../harbour
	@$(CONCORDANCE) new "$(FOLDER)"

import: environment ## propose a recipe for a text, or write its pages: make import FILE=treaty.docx, make import RECIPE=imports/treaty.yaml
	@$(CONCORDANCE) import $(if $(FILE),--propose "$(FILE)",$(RECIPE)) $(if $(ROOT),--root "$(ROOT)") $(if $(SOURCE),--source "$(SOURCE)")

inventory: environment ## copy what another edition has, for links to its entries: make inventory ID=harbour SITE=../harbour/build/html
	@$(CONCORDANCE) inventory "$(ID)" $(if $(SITE),"$(SITE)")

links-to-us: environment ## show the links of another edition to entries here: make links-to-us FILE=harbour.json
	@$(CONCORDANCE) links-to-us "$(FILE)"

many: environment-many ## build many editions that link to each other: make many FOLDER=../editions
	@$(CONCORDANCE) many "$(FOLDER)"

bench: environment-dev ## compare speed and memory with plain Sphinx; QUICK=1 for a minute, BEFORE=main for a revision
	@$(RUN) -m tests.bench.bench $(if $(QUICK),--quick) $(if $(BEFORE),--before "$(BEFORE)")

bench-pages: environment-dev html ## measure pages and search in Chromium, and with Lighthouse
	@$(RUN) -m tests.bench.pages

bench-search: environment-dev html ## say how many queries of newcomers find a right page, and which do not
	@$(RUN) -m tests.bench.query_report

# uv resolves for all versions of Python at once: pip-compile would need each of them here.
COMPILE := $(VENV)/bin/python -m uv pip compile --quiet --universal --generate-hashes --no-header --annotation-style line

requirements: environment-dev ## pin what pyproject.toml names in requirements*.txt, with hashes
	@$(VENV)/bin/python -m pip install --quiet uv
	@$(COMPILE) --output-file requirements.txt pyproject.toml
	@$(COMPILE) --output-file requirements-downloads.txt --constraint requirements.txt --extra downloads pyproject.toml
	@$(COMPILE) --output-file requirements-many.txt --constraint requirements.txt --extra many pyproject.toml
	@$(COMPILE) --output-file requirements-dev.txt --constraint requirements-downloads.txt --group dev

# Words that are not translated stay empty, and are shown in English; nothing is guessed from words that are like them.
BABEL := $(VENV)/bin/python -m babel.messages.frontend
TRANSLATIONS := ext/concordance/translations

messages: environment-dev ## collect the words of the interface, for translators, compile what they have translated, and say how much that is
	@$(BABEL) --quiet extract --mapping-file pyproject.toml \
		--keywords counted:1,2 --no-location --omit-header --sort-output --output-file $(TRANSLATIONS)/concordance.pot .
	@$(BABEL) --quiet update --domain concordance --input-file $(TRANSLATIONS)/concordance.pot --output-dir $(TRANSLATIONS) \
		--no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --width 120
	@$(BABEL) compile --statistics --domain concordance --directory $(TRANSLATIONS)

clean: ## remove what was built
	@rm -rf build .pytest_cache .mypy_cache .ruff_cache .hypothesis
