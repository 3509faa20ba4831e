#!/usr/bin/python3
"""Writes the word lists of transliterate.model: word TAB how often in a hundred million words; and pairs of words.

	words.py TOP DATA TESSDATA HINDI ENGLISH PAIRS

TOP is the project's folder, DATA the measuring data, TESSDATA the folder of tesseract's hin.traineddata and
Devanagari.traineddata.  Needs the packages wordfreq and simplemma and the programs of tesseract-ocr.

English is wordfreq's large list.  Hindi is wordfreq's list, the forms that simplemma knows, the words of the project's own
dictionaries and corpora, of texts we may learn from, of Dakshina's training half, and of tesseract's lists; of its list for
the whole script, which holds Sanskrit, Marathi and Nepali, too, only the words that look most like Hindi.

PAIRS says how often words that are typed alike (romanised.hi.tsv: ki is की and कि) stand beside others in the project's
sentences and those texts, and how often they stand at all.
"""
import collections
import glob
import math
import os
import re
import subprocess
import sys
import tempfile
import unicodedata

import simplemma.strategies.dictionaries.dictionary_factory as simplemma_dictionaries
import wordfreq

PER = 1e8
# Dictionary, column of the spelling to use.
DICTIONARIES = (("loans.tsv", 1), ("names.tsv", 2), ("name-words.tsv", 1), ("romanised.hi.tsv", 0), ("said-in-hindi.tsv", 1))
# What is measured with is not learned from.
MEASURED = ("mixed.tsv",)
TEXTS = ("md-coop-microsoft", "md-iot-human", "md-opensource.guide", "md-react-docs", "xquad", "tldr", "mozilla-www",
	"chromium-ui", "android-framework")
# Counts for words of lists that have none, and the most that small texts can say of a word wordfreq lacks.
TESSERACT_HINDI, PROJECT, DAKSHINA, FORM, TESSERACT = 60, 30, 25, 12, 4
TEXT_COUNT, TEXT_MOST = 20, 95
LIKE_HINDI = 320_000
LONGEST = 20
ORDER = 4
# Stands before a sentence's first word; the stage has it, too.
BEGIN = "^"
WORD = re.compile("[\u0900-\u0963\u0970-\u097f]+")


def nfc(text):
	return unicodedata.normalize("NFC", text)


def rows(path):
	with open(path, encoding="utf-8") as file:
		return [nfc(line.rstrip("\n")).split("\t") for line in file if not line.startswith("# ")]


def dictionary_words(top):
	"""The words of the dictionaries' own spellings; not the misspellings and variants that they also hold."""
	for name, column in DICTIONARIES:
		for row in rows(os.path.join(top, "dictionaries", name)):
			yield from WORD.findall(row[column])


def sentences(top, data):
	"""Hindi sentences: of the project's parallel corpora, and of the texts."""
	for path in sorted(glob.glob(os.path.join(top, "corpus/*.tsv"))):
		if os.path.basename(path) not in MEASURED:
			yield from (row[1] for row in rows(path) if len(row) == 2)
	for name in TEXTS:
		for path in sorted(glob.glob(os.path.join(data, "mt/train", name + "*"))):
			yield from (row[1] for row in rows(path) if len(row) == 2)


def tesseract_words(tessdata, name):
	with tempfile.TemporaryDirectory() as folder:
		base = os.path.join(folder, "x.")
		subprocess.run(["combine_tessdata", "-u", os.path.join(tessdata, name), base], check=True, capture_output=True)
		subprocess.run(["dawg2wordlist", base + "lstm-unicharset", base + "lstm-word-dawg", base + "words"], check=True,
			capture_output=True)
		with open(base + "words", encoding="utf-8") as file:
			return [nfc(line.strip()) for line in file]


class Letters:
	"""How likely a word's letters are, from those before them: interpolated n-grams (Witten and Bell 1991)."""

	def __init__(self, words):
		self.count, self.all, self.kinds = collections.Counter(), collections.Counter(), collections.Counter()
		for word in words:
			text = "^" * (ORDER - 1) + word + "$"
			for i in range(ORDER - 1, len(text)):
				for n in range(1, ORDER + 1):
					self.count[text[i - n + 1:i + 1]] += 1
		for gram, n in self.count.items():
			self.all[len(gram), gram[:-1]] += n
			self.kinds[len(gram), gram[:-1]] += 1

	def mean(self, word):
		text = "^" * (ORDER - 1) + word + "$"
		total = 0
		for i in range(ORDER - 1, len(text)):
			p = 1 / 150
			for n in range(1, ORDER + 1):
				before = n, text[i - n + 1:i]
				seen, kinds = self.all[before], self.kinds[before]
				if seen:
					p = (self.count[text[i - n + 1:i + 1]] + kinds * p) / (seen + kinds)
			total += math.log(p)
		return total / (len(text) - ORDER + 1)


def hindi(top, data, tessdata):
	count = {nfc(word): p * PER for word, p in wordfreq.get_frequency_dict("hi", "small").items()}
	texts = collections.Counter(word for sentence in sentences(top, data) for word in WORD.findall(sentence))
	for word, n in texts.items():
		count[word] = max(count.get(word, 0), min(n * TEXT_COUNT, TEXT_MOST))
	for word in dictionary_words(top):
		count[word] = max(count.get(word, 0), PROJECT)
	for form in simplemma_dictionaries.DefaultDictionaryFactory().get_dictionary("hi"):
		count.setdefault(nfc(form if isinstance(form, str) else form.decode()), FORM)
	for word in tesseract_words(tessdata, "hin.traineddata"):
		count.setdefault(word, TESSERACT_HINDI)
	with open(os.path.join(data, "translit/dakshina.hi.train.tsv"), encoding="utf-8") as file:
		for line in file:
			word = nfc(line.split("\t")[0])
			count[word] = max(count.get(word, 0), DAKSHINA)
	count = {word: n for word, n in count.items() if WORD.fullmatch(word)}
	letters = Letters(count)
	strange = {word for word in tesseract_words(tessdata, "Devanagari.traineddata")
		if word not in count and len(word) < LONGEST and WORD.fullmatch(word)}
	for word in sorted(strange, key=lambda word: (-letters.mean(word), word))[:LIKE_HINDI]:
		count[word] = TESSERACT
	return count


def english():
	return {word: p * PER for word, p in wordfreq.get_frequency_dict("en", "large").items() if re.fullmatch("[a-z]+", word)}


def pairs(top, data):
	typed = collections.defaultdict(set)
	for word, ways in (row[:2] for row in rows(os.path.join(top, "dictionaries/romanised.hi.tsv")) if len(row) > 1):
		for way in ways.split(" "):
			typed[way].add(word)
	alike = {word for words in typed.values() if len(words) > 1 for word in words}
	count = collections.Counter()
	for sentence in sentences(top, data):
		words = [BEGIN, *re.findall(WORD.pattern + "|[,;:?!।.]", sentence)]
		count.update(word for word in words if word in alike)
		count.update(f"{a} {b}" for a, b in zip(words, words[1:]) if a in alike or b in alike)
	return count


def write(path, count):
	with open(path, "w", encoding="utf-8") as file:
		for word in sorted(count):
			file.write(f"{word}\t{count[word]:.4g}\n")


def main():
	top, data, tessdata, hindi_path, english_path, pairs_path = sys.argv[1:]
	write(hindi_path, hindi(top, data, tessdata))
	write(english_path, english())
	write(pairs_path, pairs(top, data))


if __name__ == "__main__":
	main()
