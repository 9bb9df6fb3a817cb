# `make` alone says what there is. Each command does the set-up that it needs.

PORT ?= 8080
DATABASE ?= var/caicach.sqlite
SWIFT ?= swift
TEST = $(SWIFT) test --skip-build
# Tests at a time: every one has databases and threads of its own, and hundreds at once only wait.
export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH ?= 4

.DEFAULT_GOAL := help
.PHONY: help run dev test check test-postgres fault-tests kill-tests fuzz fuzz-reader lint fresh \
	browser-tests bench format schema cli-reference permissions build-tests

help: ## Says what each command does
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Sets up what is missing, then serves the sample data on http://127.0.0.1:8080 (PORT=…)
	@scripts/packages run
	$(SWIFT) build -c release --product caicach
	@scripts/serve-sample .build/release/caicach $(DATABASE) $(PORT)

dev: ## The same from a debug build; rebuilds and restarts when a source file is saved
	@scripts/packages run
	@scripts/dev $(DATABASE) $(PORT)

test: build-tests ## Everything but browser and fault tests; PostgreSQL too if TEST_DATABASE_URL is set
	$(TEST) --skip FaultTests

check: lint test-postgres fault-tests fresh browser-tests ## What CI runs: everything, on both databases

test-postgres: build-tests ## `test` with a PostgreSQL that is started and stopped for it
	@scripts/packages check
	scripts/with-postgres $(TEST) --skip FaultTests

fault-tests: build-tests ## kill -9, full disk, lost connections
	@scripts/packages check
	scripts/with-postgres $(TEST) --filter FaultTests

kill-tests: build-tests ## Servers killed two hundred times on each database while they write (minutes)
	@scripts/packages check
	CAICACH_KILLS=200 scripts/with-postgres $(TEST) --filter KillTests

fuzz: build-tests ## Hostile requests to every route, many of them (COUNT=…, SEED=…)
	@scripts/packages check
	CAICACH_FUZZ=$(or $(COUNT),50000) CAICACH_FUZZ_SEED=$(or $(SEED),1) \
		scripts/with-postgres $(TEST) --filter RouteFuzzTests

lint: ## Format and style of every Swift file
	$(SWIFT) format lint --strict --parallel --recursive Sources Tests Package.swift

fresh: build-tests ## docs/schema.sql, docs/cli.md and docs/permissions.md are what the program says
	.build/debug/caicach schema | diff -u docs/schema.sql - || (echo "Run: make schema"; exit 1)
	.build/debug/caicach reference | diff -u docs/cli.md - || (echo "Run: make cli-reference"; exit 1)
	.build/debug/caicach permissions | diff -u docs/permissions.md - || (echo "Run: make permissions"; exit 1)

browser-tests: build-tests ## Every page in a real browser: axe, keyboard, without script, zoom, print
	@scripts/packages check
	scripts/browser-tests .build/debug/caicach

bench: ## Measures, and writes the figures as ratios to docs/performance.md
	@scripts/packages bench
	$(SWIFT) build -c release --product caicach
	$(SWIFT) build -c release --product reader-bench
	scripts/bench .build/release/caicach

fuzz-reader: ## Ten million random inputs to the reader; a trap ends it
	$(SWIFT) build -c release --product reader-bench
	.build/release/reader-bench --fuzz 10000000

format: ## Formats every Swift file
	$(SWIFT) format --in-place --parallel --recursive Sources Tests Package.swift

schema: ## Writes the whole schema to docs/schema.sql, for readers
	$(SWIFT) build --product caicach
	.build/debug/caicach schema > docs/schema.sql

permissions: ## Writes docs/permissions.md: who may do what
	swift build
	.build/debug/caicach permissions > docs/permissions.md

cli-reference: ## Writes docs/cli.md from the commands' own help
	$(SWIFT) build --product caicach
	.build/debug/caicach reference > docs/cli.md

build-tests:
	@scripts/packages test
	$(SWIFT) build --build-tests
