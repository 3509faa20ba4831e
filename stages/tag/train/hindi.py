#!/usr/bin/python3
"""Writes sets of Hindi words that are used alike: word TAB number of its set.

	hindi.py TOP DATA OUT

TOP is the project's folder, DATA the measuring data, OUT the file.  Words have vectors by what stands around them
(Mikolov and others 2013, as gensim has it), and vectors of like direction make a set.  The texts are the Hindi of the
project and of DATA that we may learn from; nothing of what tag is tested with is among them.
"""
import glob
import os
import re
import sys

import gensim.models
import numpy

import clusters
import texts

TOKEN = re.compile(r"[\u0900-\u0963\u0966-\u097f]+|[A-Za-z]+|\d+|\S")
PARALLEL = ("android-framework", "chromium-ui", "firefox-ui", "libreoffice-help", "libreoffice-ui", "md-coop-microsoft",
	"md-iot-human", "md-opensource.guide", "md-react-docs", "mozilla-www", "tldr", "xquad")
# Shorter ones are labels of buttons and the like.
SHORTEST = 30
SETS, ROUNDS = 250, 15


def rows(path):
	with open(path, encoding="utf-8") as file:
		return [line.rstrip("\n").split("\t") for line in file if not line.startswith("# ")]


def conll(path, learned=(1, 1)):
	with open(path, encoding="utf-8") as file:
		sentences = file.read().strip().split("\n\n")
	for sentence in sentences[:len(sentences) * learned[0] // learned[1]]:
		yield " ".join(line.split("\t")[0] for line in sentence.split("\n"))


def sentences(top, data):
	for path in sorted(glob.glob(os.path.join(top, "corpus/*.tsv"))):
		yield from (row[-1] for row in rows(path) if len(row) > 1)
	yield from (text for _, text, _ in texts.annotated(os.path.join(top, "corpus/names.txt")))
	gold = texts.annotated(os.path.join(top, "corpus/entities.txt"))
	yield from (sentence[1] for sentence in gold if texts.part(sentence) == "train")
	yield from conll(os.path.join(data, "ner/il-ner.hi.train.conll"))
	yield from conll(os.path.join(data, "ner/hiner-original.hi.validation.dev.conll"), texts.HINER_LEARNED)
	for name in PARALLEL:
		yield from (row[1] for row in rows(os.path.join(data, f"mt/train/{name}.tsv")) if len(row) > 1 and len(row[1]) > SHORTEST)


def main():
	top, data, out = sys.argv[1:]
	cut = [["0" if token[0].isdigit() else token for token in TOKEN.findall(text)] for text in sentences(top, data)]
	# One worker: several do not count the same twice.
	model = gensim.models.Word2Vec(cut, vector_size=80, window=3, min_count=4, sg=1, negative=8, epochs=6, workers=1, seed=1)
	words = [word for word in model.wv.index_to_key if texts.is_devanagari(word[0])]
	vectors = clusters.unit(numpy.stack([model.wv[word] for word in words]))
	sets = clusters.k_means(vectors, SETS, numpy.random.default_rng(1), ROUNDS)
	with open(out, "w", encoding="utf-8") as file:
		file.writelines(f"{word}\t{number + 1}\n" for word, number in zip(words, sets))


if __name__ == "__main__":
	main()
