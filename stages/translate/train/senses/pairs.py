#!/usr/bin/python3
"""Writes the pairs that senses.model is learned from: domain, weight, 1 if held back, English, Hindi.

	pairs.py TOP DATA OUT

Of our own corpus these are the pairs that no test uses (tests/translate_score.py); the others are public
translations in DATA.  Held back to try the model on are one in ten by the English's CRC-32, and every fifth sentence of PUD.
"""
import os
import sys
import zlib

TOP, DATA, OUT = sys.argv[1:]
sys.path.insert(0, os.path.join(TOP, "tests"))
sys.dont_write_bytecode = True
import translate_score

# What a pair weighs: our own style most, what programs translated least.
WEIGHTS = {"own": 3, "pud": 2, "xquad": 2, "docs": 1, "coop": 0.5}
FILES = {
	"xquad": ("xquad",),
	"docs": ("md-iot-human", "md-opensource.guide", "md-react-docs", "tldr", "mozilla-www"),
	"coop": ("md-coop-microsoft",),
}


def read(name):
	with open(f"{DATA}/mt/train/{name}.tsv", encoding="utf-8") as file:
		for line in file:
			if line.count("\t") == 1:
				yield line.rstrip("\n").split("\t")


def held(english):
	return zlib.crc32(english.encode()) % 10 == 1


def pairs():
	for english, hindi, _ in translate_score.own(False):
		yield "own", held(english), english, hindi
	for i, (english, hindi) in enumerate(translate_score.pud(DATA)):
		yield "pud", i % 5 == 0, english, hindi
	for domain, names in FILES.items():
		for name in names:
			for english, hindi in read(name):
				yield domain, held(english), english, hindi


with open(OUT, "w", encoding="utf-8") as out:
	for domain, is_held, english, hindi in pairs():
		if english and hindi:
			print(domain, WEIGHTS[domain], int(is_held), english, hindi, sep="\t", file=out)
