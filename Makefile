# The commands of the house. `make demo` and `make test` install what is missing.

SWIFT ?= swift
PREFIX ?= /usr/local
DATA := .build/data
PYTHON ?= python3
# One binary that needs no Swift where it runs. Apple's systems have the runtime themselves.
STATIC := $(if $(filter Linux,$(shell uname)),--static-swift-stdlib)
RELEASE := $(SWIFT) build -c release --product dateline $(STATIC)

.PHONY: help setup build test test-report demo format lint data gazetteer basemap install clean

help:
	@echo "make demo       read the seed article and draw its map"
	@echo "make test       run every test but that of the next line"
	@echo "make test-report  drive the report page in Chromium"
	@echo "make build      build the release binaries"
	@echo "make lint       check the format as CI does"
	@echo "make format     format the sources"
	@echo "make data       fetch the sources of gazetteer and basemap into $(DATA)"
	@echo "make gazetteer  compile Gazetteer/world.gazetteer from them"
	@echo "make basemap    compile Gazetteer/world.basemap from them"
	@echo "make install    install under PREFIX ($(PREFIX))"

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

format:
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

lint:
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

data:
	@PYTHON=$(PYTHON) sh scripts/fetch-data.sh $(DATA)

gazetteer: setup
	$(SWIFT) build -c release --product dateline-lab
	.build/release/dateline-lab gazetteer --sources $(DATA)

basemap: setup
	$(SWIFT) build -c release --product dateline-lab
	.build/release/dateline-lab basemap --source $(DATA)/world_map.gpkg

install: setup
	$(SWIFT) build -c release --product dateline --static-swift-stdlib
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/dateline
	install -m 755 .build/release/dateline $(DESTDIR)$(PREFIX)/bin/dateline
	install -m 644 Gazetteer/world.gazetteer Gazetteer/world.basemap Gazetteer/world.waters Gazetteer/news.model Gazetteer/incidents.model Gazetteer/outlets.tsv $(DESTDIR)$(PREFIX)/share/dateline/

clean:
	rm -rf .build out
