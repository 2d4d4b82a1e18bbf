# The commands of the house. `make demo` and `make test` install what is missing.

SWIFT ?= swift
PREFIX ?= /usr/local
DATA := .build/data
DATA_FILES := $(addprefix Gazetteer/,world.gazetteer world.basemap world.waters news.model incidents.model outlets.tsv)
PYTHON ?= python3
# One binary that needs no Swift where it runs. Apple's systems have the runtime themselves.
STATIC := $(if $(filter Linux,$(shell uname)),--static-swift-stdlib)
RELEASE := $(SWIFT) build -c release --product dateline $(STATIC)

FUZZ_SECONDS ?= 5
# The modules whose tests the sanitizers run; they are slow.
SANITIZED := GazetteerTests|GeoJSONTests|LanguageTests|ToponymsTests|DatelineKitTests|DataFilesTests

.PHONY: help setup build test test-report test-postgis test-spark test-docs test-consumer test-tarball demo format lint \
  data gazetteer basemap install install-files manual sbom tarball clean bench build-bench bench-instructions \
  bench-instructions-record fuzz hostile no-traps test-address test-thread

help:
	@echo "make demo       read the seed article and draw its map"
	@echo "make test       run every test but those of the next lines"
	@echo "make test-report  drive the report page in Chromium"
	@echo "make test-postgis  load the outputs into a PostGIS of its own"
	@echo "make test-spark    run the Spark job on two cores and kill its workers (fetches 456 MB)"
	@echo "make test-docs      run every command of the docs"
	@echo "make test-consumer  build and run a package that uses this one"
	@echo "make test-tarball   run the tarball in a root with nothing but glibc"
	@echo "make build      build the release binaries"
	@echo "make lint       check the format as CI does"
	@echo "make format     format the sources"
	@echo "make data       fetch the sources of gazetteer and basemap into $(DATA)"
	@echo "make gazetteer  compile Gazetteer/world.gazetteer from them"
	@echo "make basemap    compile Gazetteer/world.basemap from them"
	@echo "make install    install program, data, man page and completions under PREFIX ($(PREFIX))"
	@echo "make tarball    pack all of it with its libraries: .build/dateline-*.tar.gz"
	@echo "make sbom       list what it is made of: .build/dateline.cdx.json"
	@echo "make bench      measure every stage, beside C and other programs; Benchmarks/results.json"
	@echo "make bench-instructions  compare the instructions of six jobs with those on record (-record: write them)"
	@echo "make fuzz       damaged input for every reader, FUZZ_SECONDS ($(FUZZ_SECONDS)) each"
	@echo "make hostile    texts that no one writes: four times the bytes may cost five times as much"
	@echo "make no-traps   look for what may end the program in the sources"
	@echo "make test-address, make test-thread  the tests of the readers under a sanitizer"

setup:
	@sh scripts/setup.sh

build: setup
	$(RELEASE)

demo: build
	@mkdir -p out
	.build/release/dateline map seeds/isfahan-strike.txt -o out
	@echo "The map is out/isfahan-strike.svg, the data out/isfahan-strike.geojson."

test: setup
	$(SWIFT) test

# With REPORT_SHOTS=FOLDER it keeps pictures of the pages.
test-report: setup
	@sh scripts/setup-chromium.sh
	$(SWIFT) build --product dateline
	$(PYTHON) Tests/Browser/test_report.py .build/debug/dateline

test-postgis: setup
	$(SWIFT) build --product dateline
	sh scripts/test-postgis.sh .build/debug/dateline

test-spark: build
	test -x .build/spark/bin/python || $(PYTHON) -m venv .build/spark
	.build/spark/bin/pip install --quiet 'pyspark>=4,<5' 'pyarrow>=15'
	.build/spark/bin/python integrations/spark/test_dateline_spark.py .build/release/dateline

format:
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests scripts

lint:
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests scripts
	$(PYTHON) scripts/undocumented.py
	$(PYTHON) Tests/Consumer/check.py --words

data:
	@PYTHON=$(PYTHON) sh scripts/fetch-data.sh $(DATA)

gazetteer: setup
	$(SWIFT) build -c release --product dateline-lab
	.build/release/dateline-lab gazetteer --sources $(DATA)

basemap: setup
	$(SWIFT) build -c release --product dateline-lab
	.build/release/dateline-lab basemap --source $(DATA)/world_map.gpkg

SHARE := $(DESTDIR)$(PREFIX)/share
# As installed: the runtime of Swift inside.
build-bench: setup
	$(SWIFT) build -c release --static-swift-stdlib --product dateline
	$(SWIFT) build -c release --static-swift-stdlib --product dateline-lab

# BENCH=--quick for a quarter of the time, BENCH="--places 1000000,13000000" for larger gazetteers.
bench: build-bench
	$(PYTHON) Benchmarks/bench.py $(BENCH)

bench-instructions bench-instructions-record: setup
	$(SWIFT) build -c release --static-swift-stdlib --product dateline
	$(PYTHON) Benchmarks/instructions.py $(if $(findstring record,$@),--record)

fuzz: setup
	$(SWIFT) build -c release --static-swift-stdlib --product dateline-lab
	SWIFT_BACKTRACE=enable=no .build/release/dateline-lab fuzz --seconds $(FUZZ_SECONDS)

hostile: setup
	$(SWIFT) build -c release --static-swift-stdlib --product dateline-lab
	.build/release/dateline-lab bench-growth --only hostile --check

no-traps:
	$(PYTHON) scripts/no_traps.py

test-address test-thread: setup
	SWIFT_BACKTRACE=enable=no $(SWIFT) test --sanitize=$(patsubst test-%,%,$@) --scratch-path .build/$@ --filter '$(SANITIZED)'

install: setup
	$(RELEASE)
	@$(MAKE) --no-print-directory install-files

# What is built already, where it belongs.
install-files: manual
	install -d $(DESTDIR)$(PREFIX)/bin $(SHARE)/dateline $(SHARE)/doc/dateline $(SHARE)/man/man1 \
	  $(SHARE)/bash-completion/completions $(SHARE)/zsh/site-functions $(SHARE)/fish/vendor_completions.d
	install -m 755 .build/release/dateline $(DESTDIR)$(PREFIX)/bin/dateline
	install -m 644 $(DATA_FILES) $(SHARE)/dateline/
	install -m 644 LICENSE README.md CHANGELOG.md $(SHARE)/doc/dateline/
	install -m 644 Gazetteer/README.md $(SHARE)/doc/dateline/data.md
	cd .build/share && find . -type f | while read -r file; do (cd ../.. && install -m 644 .build/share/$$file $(SHARE)/$$file); done

manual:
	@sh scripts/manual.sh .build/release/dateline .build/share

sbom: setup
	$(PYTHON) scripts/sbom.py -o .build/dateline.cdx.json
	$(PYTHON) scripts/check-sbom.py .build/dateline.cdx.json

tarball: setup
	$(RELEASE)
	@sh scripts/tarball.sh
	@$(PYTHON) scripts/check-sbom.py .build/tarball/dateline-*/share/doc/dateline/sbom.cdx.json

test-tarball: tarball
	@sh scripts/test-tarball.sh

# Every command of the docs, run in a copy of what a reader has; the man page and the completions against the program.
test-docs: setup
	$(RELEASE)
	@$(MAKE) --no-print-directory manual
	$(PYTHON) scripts/check-manual.py .build/release/dateline .build/share
	$(PYTHON) scripts/test-docs.py .build/release/dateline

# A package that depends on this one by path, in the README's own words.
test-consumer: setup
	$(PYTHON) Tests/Consumer/check.py

clean:
	rm -rf .build out
