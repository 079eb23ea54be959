# regbook: `make book` renders the book, `make test` runs the tests. Both install what they need.

SHELL := /bin/bash
PREFIX ?= /usr/local
CONFIGURATION := -c release
BUILD := .build/release
TESTING := $(CONFIGURATION) -Xswiftc -enable-testing

PACKAGES := libcmark-dev duktape-dev zlib1g-dev libjs-katex fonts-katex libjs-highlight.js
TEST_PACKAGES := $(PACKAGES) chromium python3-pip

.PHONY: book test build install same-bits bench screenshots format lint clean packages test-packages

## Renders the book into output/.
book: build
	$(BUILD)/regbook build

## Runs all tests; the gradient checks are a build of the engine in double precision.
test: test-packages
	swift build $(TESTING) --scratch-path .build-test --build-tests
	swift test $(TESTING) --scratch-path .build-test --skip-build
	REGBOOK_REAL=Double swift build $(TESTING) --scratch-path .build-double --build-tests
	REGBOOK_REAL=Double swift test $(TESTING) --scratch-path .build-double --skip-build

## Pictures of every page of the book at three widths in both themes, in .screenshots/.
screenshots: test-packages
	REGBOOK_SCREENSHOTS=$(CURDIR)/.screenshots \
	  swift test $(TESTING) --scratch-path .build-test --filter RenderScreenshots

## Builds the tool and the engine.
build: packages
	swift build $(CONFIGURATION)

## Puts `regbook` and what it needs to compile chapters under PREFIX (/usr/local).
install: build
	install -d $(PREFIX)/bin $(PREFIX)/lib/regbook
	rm -rf $(PREFIX)/lib/regbook/*
	install -m 755 $(BUILD)/regbook $(PREFIX)/bin/regbook
	install -m 644 $(BUILD)/libLab.so $(PREFIX)/lib/regbook/
	cp $(addprefix $(BUILD)/Modules/,$(addsuffix .swiftmodule,Lab Training Datasets Results Autograd Kernels Numerics)) $(PREFIX)/lib/regbook/
	for header in CTarget CZlib; do \
	  install -d $(PREFIX)/lib/regbook/$$header && \
	  install -m 644 Sources/$$header/include/$$header.h $(PREFIX)/lib/regbook/$$header/ && \
	  sed 's|".*/|"|' $(BUILD)/$$header.build/module.modulemap > $(PREFIX)/lib/regbook/$$header/module.modulemap || exit 1; \
	done
	cp -r Sources/BookKit/Theme $(PREFIX)/lib/regbook/Theme

## Shows that the numbers do not depend on the instruction set or on the processor's libm.
same-bits: packages
	.ci/same-bits

## Measures the engine beside PyTorch, JAX and NumPy, and writes the table that the book shows. Some
## minutes, on a machine that has nothing else to do; ROUNDS=1 is faster and less exact.
bench: packages Benchmarks/.venv/installed
	REGBOOK_REAL=Float swift build $(CONFIGURATION) --scratch-path .build-bench --product benchmark
	Benchmarks/.venv/bin/python Benchmarks/bench.py

Benchmarks/.venv/installed: Benchmarks/peers/requirements.txt
	python3 -m venv Benchmarks/.venv
	Benchmarks/.venv/bin/pip install --quiet -r $<
	touch $@

## Formats the sources as the lint expects them.
format:
	swift format -i -p -r Package.swift Sources Tests Benchmarks/Engine

## Checks the sources' format.
lint:
	swift format lint --strict -p -r Package.swift Sources Tests Benchmarks/Engine

## Removes everything that a build made, except output/.
clean:
	rm -rf .build .build-test .build-double .build-bits .build-bench .build-tools .screenshots \
	  Benchmarks/.venv Benchmarks/.cache .regbook output/vendor

packages:
	@.ci/packages $(PACKAGES)

test-packages:
	@.ci/packages $(TEST_PACKAGES)
	@.ci/axe
