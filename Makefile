# pravah: `make demo` and `make check` install what is missing, build and run.
# SAN=1 builds under the address and undefined-behaviour sanitizers, into build/san.

VERSION := 0.1.0
CC      ?= cc
PREFIX  ?= /usr/local
DATA    ?=
BUILD   := build$(if $(SAN),/san)
T       ?=

APT_BUILD := gcc make pkg-config libicu-dev libmd4c-dev libyaml-dev libjansson-dev libutf8proc-dev cmark
APT_DEMO  := jekyll ruby-kramdown-parser-gfm chromium fonts-noto-core jq
APT_CHECK := $(APT_DEMO) clang libclang-rt-14-dev python3 python3-markdown-it

LIBS    := icu-uc yaml-0.1 jansson libutf8proc
CFLAGS  ?= -O2 -g
WARN    := -Wall -Wextra -Wshadow -Wconversion -Wno-sign-conversion -Wmissing-prototypes -Wstrict-prototypes \
	   -Wpointer-arith -Wwrite-strings -Wvla -Wundef $(if $(CI)$(WERROR),-Werror)
,       := ,
SANFLAGS := $(if $(SAN),-fsanitize=address$(,)undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
ALL_CFLAGS := -std=c11 -D_GNU_SOURCE -DPRAVAH_VERSION='"$(VERSION)"' -DDATADIR='"$(PREFIX)/share/pravah"' \
	   -Ipipeline $(shell pkg-config --cflags $(LIBS)) $(WARN) $(SANFLAGS) $(CFLAGS)
ALL_LIBS := $(SANFLAGS) $(LDFLAGS) $(shell pkg-config --libs $(LIBS)) -lmd4c -lpthread

STAGES  := $(shell awk -F'[^a-z_]+' '/^STAGE/ { print $$2 }' stages/stages.def)
SOURCES := $(wildcard pipeline/*.c stages/*.c stages/*/*.c)
OBJECTS := $(SOURCES:%.c=$(BUILD)/obj/%.o)
PROGRAMS := $(BUILD)/pravah $(STAGES:%=$(BUILD)/pravah-%)

all: $(PROGRAMS)

$(BUILD)/pravah: $(OBJECTS)
	$(CC) -o $@ $^ $(ALL_LIBS)

$(STAGES:%=$(BUILD)/pravah-%): $(BUILD)/pravah
	ln -sf pravah $@

$(BUILD)/obj/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

-include $(OBJECTS:.o=.d)

clean:
	rm -rf build
.PHONY: all clean
