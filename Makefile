# The commands of the project. `make site` builds it, `make test` proves it.

PYTHON3 ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
PYTHON := $(VENV)/bin/python
LOCK := --universal --python-version 3.11 --generate-hashes --no-header
ALL_PROCESSORS := --numprocesses auto --dist worksteal
export NO_MKDOCS_2_WARNING := 1

.PHONY: site bench test test-fast serve check portal reproduce screenshots lighthouse bundle receive review receive-tools fuzz lock audit clean help

help:  ## list the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

site: $(VENV)/.built  ## check the corpus and build site/
	@$(PYTHON) scripts/build.py

check: $(VENV)/.built  ## check the corpus only
	@$(PYTHON) scripts/check.py

serve: $(VENV)/.built  ## live preview at http://127.0.0.1:8000; each page made anew when it is asked for
	@$(PYTHON) scripts/serve.py

portal: $(VENV)/.built  ## dist/portal: files and settings for one path of any server (BASE=/ke-hoach/ SITE_URL=https://... KEY=file)
	@$(PYTHON) scripts/portal.py $(if $(BASE),--base $(BASE)) $(if $(SITE_URL),--url $(SITE_URL)) $(if $(KEY),--key $(KEY))

reproduce: $(VENV)/.built  ## build the last commit twice, in other folders, languages, zones and years, and compare every byte
	@$(PYTHON) scripts/reproduce.py

screenshots: $(VENV)/.tested site  ## a picture of every kind of page, phone and desk, light and dark, in build/screenshots
	@$(PYTHON) scripts/screenshots.py

lighthouse: $(VENV)/.tested site  ## what Lighthouse (npm) says of six kinds of page, in benchmarks/LIGHTHOUSE.md
	@$(PYTHON) scripts/lighthouse.py

bundle: site  ## one zip of the site that works by double click, without a server (AGENCY=id|all, PLAN=id|all: of a body, a plan)
	@$(PYTHON) scripts/bundle.py $(if $(AGENCY),--agency $(AGENCY)) $(if $(PLAN),--plan $(PLAN)) $(if $(SITE_URL),--url $(SITE_URL))

receive: $(VENV)/.receives  ## make drafts of files received: make receive FILE="one.docx two.pdf"
	@$(PYTHON) scripts/receive.py $(if $(REPLACE),--replace) $(FILE)

review: $(VENV)/.receives  ## review drafts in the browser: source beside draft, doubtful things first
	@$(PYTHON) scripts/review.py

receive-tools: $(VENV)/.receives  ## install what files received (.docx, .pdf, scans) are read with

test: $(VENV)/.tested  ## run all tests (needs Chromium and Firefox; installs them where it may)
	@$(PYTHON) scripts/install_browsers.py
	@$(PYTHON) -m pytest $(ALL_PROCESSORS)

test-fast: $(VENV)/.tested  ## run the tests that need no browser, no built site and no process of their own
	@$(PYTHON) -m pytest $(ALL_PROCESSORS) -m "not browser and not site and not process"

fuzz: $(VENV)/.tested  ## try the readers and finders on ten thousand inputs each
	@FUZZ_EXAMPLES=10000 $(PYTHON) -m pytest tests/test_fuzz.py

lock: $(VENV)/.tested  ## renew requirements*.txt, hashes included, from requirements*.in; then the page of licences
	@$(VENV)/bin/uv pip compile -q $(LOCK) --upgrade requirements.in -o requirements.txt
	@$(VENV)/bin/uv pip compile -q $(LOCK) --upgrade -c requirements.txt requirements-test.in -o requirements-test.txt
	@$(VENV)/bin/uv pip compile -q $(LOCK) --upgrade -c requirements.txt -c requirements-test.txt requirements-receive.in -o requirements-receive.txt
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt -r requirements-test.txt -r requirements-receive.txt
	@$(PYTHON) scripts/write_licences.py

audit: $(VENV)/.tested  ## known vulnerabilities of everything that is locked (asks the advisory database of PyPI)
	@$(VENV)/bin/pip-audit --strict --disable-pip --require-hashes -r requirements.txt -r requirements-test.txt -r requirements-receive.txt

bench: $(VENV)/.tested  ## measure whole builds over made-up plans beside other engines, into benchmarks/RESULTS.md (SIZES="100 1000" RUNS=3)
	@$(PYTHON) scripts/benchmark.py $(if $(RUNS),--runs $(RUNS)) $(SIZES)

clean:  ## remove everything that was built, the virtual environment included
	rm -rf $(VENV) build site dist

$(VENV)/.built: requirements.txt pyproject.toml
	@echo "Installing what the site is built with into $(VENV) ..."
	@$(PYTHON3) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed; found " + sys.version)'
	@$(PYTHON3) -m venv $(VENV)
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.receives: $(VENV)/.built requirements-receive.txt
	@echo "Installing what files received are read with into $(VENV) ..."
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-receive.txt
	@touch $@

$(VENV)/.tested: $(VENV)/.receives requirements-test.txt
	@echo "Installing what the tests need into $(VENV) ..."
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.txt
	@touch $@
