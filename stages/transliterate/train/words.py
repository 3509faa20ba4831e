#!/usr/bin/python3
"""Writes the word lists of transliterate.model: word TAB how often in a hundred million words.

	words.py TOP DATA TESSDATA HINDI ENGLISH

TOP is the project's folder, DATA the measuring data, TESSDATA the folder of tesseract's hin.traineddata and
Devanagari.traineddata.  Needs the packages wordfreq and simplemma and the programs of tesseract-ocr.

English is wordfreq's large list.  Hindi is wordfreq's list, the forms that simplemma knows, the words of the project's own
dictionaries and corpora, of texts we may learn from, of Dakshina's training half, and of tesseract's lists; of its list for
the whole script, which holds Sanskrit, Marathi and Nepali, too, only the words that look most like Hindi.
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
TEXTS = ("md-coop-microsoft", "md-iot-human", "md-opensource.guide", "md-react-docs", "xquad", "tldr", "mozilla-www",
	"chromium-ui", "android-framework")
# Counts for words of lists that have none, and the most that small texts can say of a word wordfreq lacks.
TESSERACT_HINDI, PROJECT, DAKSHINA, FORM, TESSERACT = 60, 30, 25, 12, 4
TEXT_COUNT, TEXT_MOST = 20, 95
LIKE_HINDI = 320_000
LONGEST = 20
ORDER = 4
WORD = re.compile("[\u0900-\u0963\u0970-\u097f]+")


def nfc(text):
	return unicodedata.normalize("NFC", text)


def words_of(path):
	with open(path, encoding="utf-8") as file:
		return WORD.findall(nfc(file.read()))


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
	texts = collections.Counter()
	for name in TEXTS:
		for path in glob.glob(os.path.join(data, "mt/train", name + "*")):
			texts.update(words_of(path))
	for word, n in texts.items():
		count[word] = max(count.get(word, 0), min(n * TEXT_COUNT, TEXT_MOST))
	own = glob.glob(os.path.join(top, "corpus/**/*"), recursive=True) + glob.glob(os.path.join(top, "dictionaries/*.tsv"))
	for path in filter(os.path.isfile, own):
		for word in words_of(path):
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


def write(path, count):
	with open(path, "w", encoding="utf-8") as file:
		for word in sorted(count):
			file.write(f"{word}\t{count[word]:.4g}\n")


def main():
	top, data, tessdata, hindi_path, english_path = sys.argv[1:]
	write(hindi_path, hindi(top, data, tessdata))
	write(english_path, english())


if __name__ == "__main__":
	main()
