# make demo | make test | make setup: each sets up what it needs. A machine needs Python 3.11 and make, nothing else.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
LEGATION := $(BIN)/legation --record demo/record.db
# Small matrices: more BLAS threads gain nothing and cost on shared machines.
export OPENBLAS_NUM_THREADS := 1
# Trust what the machine trusts: many networks have a certificate authority of their own.
export UV_SYSTEM_CERTS := 1
# Tests run in as many processes as there are cores, up to four: each holds 1.4 GB. A process keeps to neighbouring
# tests, which share what is costly to build, and takes some from the other's end once it has none left.
JOBS := $(shell n=$$(nproc 2>/dev/null || echo 1); [ $$n -gt 4 ] && echo 4 || echo $$n)
SPREAD := -n $(JOBS) --dist worksteal
.DEFAULT_GOAL := help

.PHONY: help setup demo serve test spread check format pins shots clean

help:  ## list what make can do
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(VENV)/.ready  ## build .venv with the project installed

$(VENV)/.ready: requirements-dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] not in ((3, 11), (3, 12)))' || \
	  { echo "Legation needs Python 3.11 or 3.12; name one: make setup PYTHON=/path/to/python3.11"; exit 1; }
	@echo "Setting up $(VENV) (once, about a minute) ..."
	@$(PYTHON) -m venv $(VENV) || { apt-get install -qq -y python3-venv >/dev/null && $(PYTHON) -m venv $(VENV); }
	@$(BIN)/python -m pip install -q --disable-pip-version-check uv
	@$(BIN)/uv pip install -q --python $(BIN)/python --require-hashes -r requirements-dev.txt || \
	  $(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e . 2>/dev/null || \
	  $(BIN)/uv pip install -q --python $(BIN)/python --no-deps -e .
	@touch $@

demo: setup  ## read the sample reports, print a chronology and where the tie stands, write demo/brief.html and demo/record.db
	@mkdir -p demo && rm -f demo/record.db demo/record.db-wal demo/record.db-shm
	@$(LEGATION) add src/legation/samples
	@$(LEGATION) chronology RUS PRK
	@$(LEGATION) dyad RUS PRK
	@echo
	@$(LEGATION) brief RUS PRK -o demo/brief.html
	@echo
	@$(LEGATION) question weigh expedience-or-alliance
	@$(LEGATION) question weigh expedience-or-alliance -o demo/question.html
	@echo
	@$(LEGATION) scenario run russia-north-korea --from-question
	@$(LEGATION) scenario draw russia-north-korea --from-question --given war=continues -o demo/war-continues.svg
	@$(LEGATION) scenario draw russia-north-korea --from-question --given war=settled -o demo/war-settled.svg
	@echo
	@echo "Next:  open demo/brief.html in a browser; every line opens its sentence."
	@echo "       $(LEGATION) serve        (the reading room: or make serve)"
	@echo "       $(LEGATION) search \"satellite launch\""
	@echo "       $(LEGATION) add YOUR-REPORTS/        (.txt .html .pdf .eml .zip .warc, a feed or a URL)"
	@echo "       $(LEGATION) chronology SAU IRN       (any two actors)"

serve: setup  ## open the reading room on the demo's record
	@test -f demo/record.db || $(MAKE) demo
	@$(LEGATION) serve

test: setup  ## run the default test suite
	@$(BIN)/pytest $(SPREAD)

spread:  # print how tests are spread over the cores, for .ci/run
	@printf '%s\n' '$(SPREAD)'

check: setup  ## formatting, lint, types, import contracts
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: setup  ## put the code into the house's form
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

pins: setup  ## renew the requirements files
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --extra dev pyproject.toml -o requirements-dev.txt
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header -c requirements-dev.txt pyproject.toml -o requirements.txt
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header -c requirements-dev.txt --extra exchange pyproject.toml -o requirements-exchange.txt
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header -c requirements-dev.txt --extra postgres pyproject.toml -o requirements-postgres.txt

shots: demo  ## renew the screenshots in docs/ (needs Debian's chromium and fonts-noto-cjk)
	@$(BIN)/python scripts/screenshots.py demo/brief.html demo/record.db docs/images

clean:  ## remove what make built
	@rm -rf $(VENV) demo build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
