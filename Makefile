# Everything a newcomer needs: `make run` and `make test` do all the set-up by themselves.
# `make help` lists the rest.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

SOURCES := Package.swift Sources MockServers Tests Benchmarks Fuzz
EXTERNAL ?= ../shared/external
RELEASE := .build/release

.PHONY: help bootstrap checker build dist sbom run test browser screenshots serve bench accuracy soak fuzz test-tsan test-asan format lint external live clean

help: ## Say what each target does
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

bootstrap: ## Install the system packages that are missing
	@scripts/bootstrap

checker: bootstrap
	swift build -c release --static-swift-stdlib --product openwork-mock
	swift build -c release --static-swift-stdlib --product openwork-conform

build: checker ## Build the commands, optimised
	swift build -c release --static-swift-stdlib --product openworkd
	swift build -c release --static-swift-stdlib --product openwork

dist: build ## Build, and put Debian package, archive, container file and checksums into dist/
	swift build -c release --static-swift-stdlib --product openwork-mock-everything
	scripts/make-dist --programs $(RELEASE) --output dist

sbom: build ## Write what the programs consist of (CycloneDX) to dist/openwork.cdx.json
	mkdir -p dist
	scripts/make-sbom --programs $(RELEASE) --output dist/openwork.cdx.json

run: checker ## Build, then check the mocks over stdio and HTTP, and every integration of the registry
	swift build -c release --static-swift-stdlib --product openwork-mock-everything
	$(RELEASE)/openwork-conform run --mock
	scripts/check-everything $(RELEASE)
	$(RELEASE)/openwork-conform run --all --suites conformance

# First what only computes, then what starts processes and waits: else the one starves the other of processors. And few
# of the latter at once: a test's time limit counts from its start, whether it gets a processor or not.
COMPUTING := ^(AccuracyTests|DatesTests|FixturesTests|HealthTests|HouseTests|JSONTests|JSONSchemaTests|MCPTests|RegistryTests|RegistryLintTests|WordingTests|DriftTests|VettingTests|ScaffoldingTests|RedactionTests|StoreTests|SimulationTests|ReportingTests|DaemonAPITests|SetupTests|ClientFilesTests)\.

test: bootstrap ## Build and run every test that needs nothing from outside this checkout
	swift build --build-tests
	swift test --skip-build --disable-xctest --filter '$(COMPUTING)'
	swift test --skip-build --disable-xctest --experimental-maximum-parallelization-width 6 \
		--skip '$(COMPUTING)' --skip '^ExternalTests\.'

	@if [ -x .build-browser/venv/bin/python ] && command -v chromium >/dev/null; then scripts/browser-tests .build/debug; \
		else echo "the tests in a browser were not run: make browser installs what they need"; fi

browser: bootstrap ## Walk the dashboard in a headless browser; installs Chromium and its driver
	swift build --product openwork-mock
	swift build --product openworkd
	scripts/browser-tests .build/debug

screenshots: bootstrap ## Take the pictures of docs/images from the demonstration
	swift build --product openwork-mock
	swift build --product openwork-conform
	swift build --product openworkd
	scripts/make-screenshots .build/debug

serve: bootstrap ## Run the daemon on http://localhost:18800 with every integration on its mock, until Ctrl-C
	swift build -c release --static-swift-stdlib --product openwork-mock
	swift build -c release --static-swift-stdlib --product openworkd
	$(RELEASE)/openworkd --demo

bench: bootstrap ## Measure against peers; fails past the committed thresholds
	swift build -c release --static-swift-stdlib --product JSONBenchmark
	$(RELEASE)/JSONBenchmark
	swift build -c release --static-swift-stdlib --product openwork-mock
	swift build -c release --static-swift-stdlib --product openworkd
	swift build -c release --static-swift-stdlib --product GatewayBenchmark
	scripts/bench-peers .build-peers
	$(RELEASE)/GatewayBenchmark --binaries $(RELEASE) --peers .build-peers

fuzz: bootstrap ## Let libFuzzer make up input: TARGET=name for one reader, SECONDS=n for each (default 60)
	scripts/fuzz $(or $(TARGET),all) $(or $(SECONDS),60)

accuracy: bootstrap ## Play every fault on every integration, and write docs/health-accuracy.md; fails on one wrong state
	swift build -c release --static-swift-stdlib --product openwork-mock
	swift build -c release --static-swift-stdlib --product openwork-mock-everything
	swift build -c release --static-swift-stdlib --product HealthAccuracy
	$(RELEASE)/HealthAccuracy --page docs/health-accuracy.md --json docs/health-accuracy.json

MINUTES ?= 120

soak: bootstrap ## Two hours of accelerated life with faults against a real daemon, and write docs/soak.md
	swift build -c release --static-swift-stdlib --product openwork-mock
	swift build -c release --static-swift-stdlib --product openworkd
	scripts/soak $(RELEASE) --minutes $(MINUTES) --page docs/soak.md

FILTER ?= $(COMPUTING)

test-tsan: bootstrap ## Run the tests that compute, or those of FILTER, under ThreadSanitizer
	swift build --build-tests --sanitize thread --scratch-path .build-tsan
	swift test --skip-build --disable-xctest --sanitize thread --scratch-path .build-tsan --filter '$(FILTER)'

test-asan: bootstrap ## Run the tests that compute, or those of FILTER, under AddressSanitizer
	swift build --build-tests --sanitize address --scratch-path .build-asan
	swift test --skip-build --disable-xctest --sanitize address --scratch-path .build-asan --filter '$(FILTER)'

format: ## Rewrite the sources in the house format
	swift format -i -r -p --configuration .swift-format $(SOURCES)

lint: ## Check the format and the documentation of the sources
	swift format lint --strict -r -p --configuration .swift-format $(SOURCES)

external: bootstrap ## Check against public test data in EXTERNAL (default ../shared/external)
	@test -d "$(EXTERNAL)" || { echo "make external: no folder $(EXTERNAL): give one with EXTERNAL=PATH" >&2; exit 1; }
	swift build --build-tests
	OPENWORK_EXTERNAL="$$(realpath "$(EXTERNAL)")" swift test --skip-build --disable-xctest --filter '^ExternalTests\.'

live: bootstrap ## Install every Python server of the registry from its index, check it, and write docs/live-servers.md
	swift build --product openwork-mock
	swift build --product openwork-conform
	scripts/check-live

clean: ## Remove what was built
	rm -rf .build .build-*
