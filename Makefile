# "make" lists what can be made. The scripts behind it are in .ci.

GO      ?= go
ARGS    ?=
TIME    ?= 20s
BENCH   ?= speed large compare go storage
VERSION := $(shell git -c safe.directory='*' describe --tags --always --dirty 2>/dev/null || echo unversioned)
START   := $(shell date +%s)
STEP    := @.ci/step
SOURCES := $(wildcard *.go .ci annotate app assets storage)

# Tests and linters run without a screen and without C (the tag ci), so that
# only the window itself ever compiles the OpenGL bindings. The window is built
# with the go.mod that .ci/trimgl makes. LANG keeps Fyne from grumbling about C.
PLAIN   := CGO_ENABLED=0 LANG=en_US.UTF-8
COMPILE := -ldflags '-s -w -X main.version=$(VERSION)'
TRIMMED := -modfile=build/go.mod
TOOL    := env $(PLAIN) $(GO) tool -modfile=.ci/tools.mod
WINDOW  := env $(PLAIN) 'GLOSSATOR_BIN=$(CURDIR)/build/glossator' $(GO) test -tags ci,display -count=1 -timeout 20m

# The version comes from git above; Go need not ask it too, which fails in a
# folder that git takes for somebody else's. One -trimpath for all lets tests,
# linters and builds share what they compile.
export GOFLAGS += -buildvcs=false -trimpath

.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: help run build headless test packages format fmt vet lint unit window race torture bench fuzz screenshots clean

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' Makefile

run: build ## build and open the window (ARGS=my.gloss opens a project)
	@./build/glossator $(ARGS)

build: build/go.mod ## build the program: build/glossator
	@.ci/packages build
	$(STEP) 'Build build/glossator $(VERSION)' $(GO) build $(TRIMMED) $(COMPILE) -o build/glossator .

headless: ## build the verbs alone, a static program for servers: build/glossator-headless
	$(STEP) 'Build build/glossator-headless $(VERSION)' \
		env $(PLAIN) $(GO) build -tags headless $(COMPILE) -o build/glossator-headless .

test: packages fmt vet lint unit headless build window ## check everything, and try the program in a real window
	@echo "All of make test passed in $$(($$(date +%s) - $(START))) s."

packages: ## install the system packages that building and testing need
	@.ci/packages build test

format: ## rewrite the Go files as gofmt does
	@gofmt -w $(SOURCES)

fmt: ## check the format of the Go files
	$(STEP) 'Format: gofmt' .ci/gofmt $(SOURCES)

vet: ## check with go vet
	$(STEP) 'Vet: go vet' env $(PLAIN) $(GO) vet -tags ci,display ./... ./.ci/trimgl

lint: ## check with staticcheck and errcheck (the first time builds them)
	$(STEP) 'Lint: staticcheck' $(TOOL) staticcheck -tags ci,display ./...
	$(STEP) 'Lint: errcheck' $(TOOL) errcheck -ignoretests -exclude .ci/errcheck.txt -tags ci ./...

unit: ## run the tests that need no screen
	$(STEP) 'Tests without a screen: go test' env $(PLAIN) $(GO) test -tags ci ./...

window: build ## run the tests in a real window, on a screen in memory
ifeq ($(shell uname),Darwin)
	@echo 'The tests in a real window need Xvfb, which macOS lacks: they are left out.'
else
	@.ci/packages test
	$(STEP) 'Tests in a real window: go test' $(WINDOW) -skip '^Test(Screenshots|ScreenshotsOfScripts|Speed|Comparison)$$' .
endif

race: ## run the tests under the race detector
	@.ci/packages build
	$(STEP) 'Race detector: go test -race' env CGO_ENABLED=1 $(GO) test -race -tags ci ./...

torture: ## kill, damage, starve and cut off project files as before a release (half an hour)
	$(STEP) 'Torture: go test ./storage' env $(PLAIN) GLOSSATOR_TORTURE=1 $(GO) test -timeout 90m -count=1 -v -parallel 6 -run 'TestKill|TestDamaged|TestFaults|TestPowerCuts|TestSequences|TestRandomEdits' ./storage
	$(STEP) 'Torture: 100,000 keys and clicks at random' env $(PLAIN) GLOSSATOR_TORTURE=1 $(GO) test -tags ci -timeout 60m -count=1 -v -run TestAnythingCanBePressedAtAnyTime ./app/window

bench: build ## measure, and compare with others (BENCH='speed go' does only so much; see .ci/bench)
	@.ci/packages test
	@$(PLAIN) GLOSSATOR_BIN='$(CURDIR)/build/glossator' GO='$(GO)' .ci/bench $(BENCH)

fuzz: ## run each fuzz test for TIME=20s
	@.ci/fuzz $(TIME)

screenshots: build ## make the pictures of the README and of many scripts: docs/screenshots
	@.ci/packages test screenshots
	$(STEP) 'Screenshots: docs/screenshots' $(WINDOW) -run '^TestScreenshots' .

clean: ## remove what was built
	rm -rf build

# The trial run compiles what takes longest; it is found again in the build
# cache. When it fails, the same go.mod without the trimmed copy takes over.
build/go.mod: go.mod go.sum $(wildcard .ci/trimgl/*.go)
	@.ci/packages build
	$(STEP) 'Compile Fyne with trimmed OpenGL bindings (the first time: about a minute)' \
		sh -c '$(PLAIN) $(GO) run ./.ci/trimgl && $(GO) build $(TRIMMED) fyne.io/fyne/v2/app' || { \
		echo 'Trimming did not work here. The build goes on with the whole bindings and takes some four minutes,'; \
		echo 'once. To try trimming again: make clean.'; \
		$(PLAIN) $(GO) run ./.ci/trimgl -plain; }
