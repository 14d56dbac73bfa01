# Everything here also works on a fresh Debian-like machine that has the Swift toolchain and Python 3.

# For every build, debug and release alike. (Debug builds keep the index store: SwiftPM finds the tests in it.)
SWIFT_FLAGS   := --explicit-target-dependency-import-check error
RELEASE_FLAGS := -c release --static-swift-stdlib -Xlinker -s $(SWIFT_FLAGS)
PRODUCT       := scheduler0-mock
SOURCES       := Package.swift Sources Tests

.PHONY: help run build debug test test-document test-cron test-sdk test-schemathesis bench lint format packages \
	test-packages

help:
	@echo "make run [ARGS=…]   build and run the server"
	@echo "make build          make an optimised binary: .build/release/$(PRODUCT)"
	@echo "make test           run all tests"
	@echo "make bench          print the figures of the README"
	@echo "make lint           look for departures from the format"
	@echo "make format         put the format right"

run: packages
	swift build $(SWIFT_FLAGS) --product $(PRODUCT)
	.build/debug/$(PRODUCT) serve $(ARGS)

# Needs nothing on the machine it runs on but libsqlite3 and libc.
build: packages
	@bash .ci/static-libraries "$$(swift build -c release --show-bin-path)"
	swift build $(RELEASE_FLAGS) --product $(PRODUCT)

# One build serves the Swift tests and those that run the program.
debug: packages
	swift build $(SWIFT_FLAGS) --build-tests

# The tests with sockets and time limits run one after the other and apart from the rest, which keeps all cores busy.
SOCKET_TESTS := CommandTests|ContractProxyTests|ContractSuiteTests|MockServerTests|SampleTests|Scheduler0ClientTests

test: test-packages debug
	swift test --skip-build $(SWIFT_FLAGS) --skip '^($(SOCKET_TESTS))\.'
	swift test --skip-build $(SWIFT_FLAGS) --filter '^($(SOCKET_TESTS))\.' --no-parallel
	@$(MAKE) --no-print-directory test-document test-cron test-sdk test-schemathesis

# The document, by an independent validator and by our own rules.
test-document:
	@echo "== Tests/document"
	@python=$$(bash .ci/venv document Tests/document/requirements.txt) && \
		$$python Tests/document/validate.py && $$python -m unittest discover -s Tests/document

# The next runs of cron specs, compared with another implementation.
test-cron:
	@echo "== Tests/cron-croniter"
	@python=$$(bash .ci/venv cron-croniter Tests/cron-croniter/requirements.txt) && \
		$$python Tests/cron-croniter/compare.py --command ".build/debug/$(PRODUCT) cron next"

# The released SDKs against the program.
test-sdk:
	@if [ -e Tests/sdk/run.sh ]; then echo "== Tests/sdk" && bash Tests/sdk/run.sh; fi

# Requests made up from the document.
test-schemathesis:
	@if [ -e Tests/schemathesis/run.sh ]; then echo "== Tests/schemathesis" && bash Tests/schemathesis/run.sh; fi

bench: build
	@bash .ci/packages wrk
	swift build $(RELEASE_FLAGS) --product bare-hummingbird
	python3 Benchmarks/run.py; requests=$$?; python3 Benchmarks/prompts.py; prompts=$$?; \
		python3 Benchmarks/proxy.py; proxy=$$?; \
		python3 Benchmarks/firing.py && exit $$((requests + prompts + proxy))

lint:
	swift format lint --strict --parallel --recursive $(SOURCES)

format:
	swift format format --in-place --parallel --recursive $(SOURCES)

packages:
	@bash .ci/packages headers

test-packages:
	@bash .ci/packages headers python
