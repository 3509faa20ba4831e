#!/usr/bin/python3
"""The words of English that nobody annotated, as the engine gives them to its analyser.

	stretches.py TOP DATA >WORDS

A line each word, an empty line behind each stretch; the sign that ends a stretch is its last word.  The
English is that of our corpus, but for the pairs that translate_score.py tests with, and of permissive
texts in DATA/mt/train.  What the words are, teacher.py says.
"""
import os
import re
import subprocess
import sys

TOP, DATA = sys.argv[1:]
sys.path.insert(0, os.path.join(TOP, "tests"))
sys.dont_write_bytecode = True
import translate_score

TEXTS = ("md-coop-microsoft", "md-iot-human", "md-opensource.guide", "md-react-docs", "xquad", "mozilla-www", "tldr", "libreoffice-help", "android-framework")
LEAST_WORDS, MOST_WORDS = 4, 60		# of a line of those texts; of a stretch
MARKED = re.compile(r"\[\[(.*?)(?:\|[A-Z]+)(?:\|.*?)?\]\]")


def lines_of(path):
	with open(path, encoding="utf-8") as file:
		return [line.rstrip("\n") for line in file if not line.startswith("# ")]


def with_names():
	"""English sentences of the files in which names are marked."""
	for name in ("names", "entities"):
		english = False
		with open(os.path.join(TOP, f"corpus/{name}.txt"), encoding="utf-8") as file:
			for line in file:
				if line.startswith("# doc"):
					english = line.split()[-1] == "en"
				elif english and line.strip() and not line.startswith("#"):
					yield MARKED.sub(r"\1", line.strip())


def english():
	yield from (english for english, _, _ in translate_score.own(False))
	yield from lines_of(os.path.join(TOP, "corpus/english.txt"))
	yield from with_names()
	for name in TEXTS:
		for line in lines_of(f"{DATA}/mt/train/{name}.tsv"):
			if line.count("\t") == 1 and len(line.split("\t")[0].split()) >= LEAST_WORDS:
				yield line.split("\t")[0]


def sign_behind(text, words, at):
	"""The sign that ends the stretch of these words, if one does; and where the stretch ends in the text."""
	for word in words:
		found = text.find(word, at)
		if found < 0:
			return "", at
		at = found + len(word)
	sign = re.match(r"[\s\"”’')\]*_]*([.?!;]?)", text[at:])[1]
	return "." if sign == ";" else sign, at


def explained(lines):
	"""(text, its stretches) of each sentence."""
	command = [os.path.join(TOP, "build/pravah-translate"), "-q", "--lines", "--explain", "--engine", "rules", "--to", "hi"]
	said = subprocess.run(command, input="".join(l + "\n" for l in lines), capture_output=True, text=True, check=True,
		env={**os.environ, "PRAVAH_DATA": TOP}).stdout
	text, stretches = "", []
	for row in said.split("\n"):
		columns = row.split("\t")
		if len(columns) == 8 and columns[0].isdigit():
			if columns[0] == "1":
				stretches.append([])
			stretches[-1].append(columns[1])
		else:
			if stretches:
				yield text, stretches
			text, stretches = row, []


def main():
	test, seen = {english for english, _, _ in translate_score.own(True)}, set()
	for text, stretches in explained([line for line in dict.fromkeys(english()) if line and line not in test]):
		at = 0
		for words in stretches:
			sign, at = sign_behind(text, words, at)
			words = words + [sign] if sign else words
			if 1 < len(words) <= MOST_WORDS and tuple(words) not in seen:
				seen.add(tuple(words))
				print("\n".join(words) + "\n")


if __name__ == "__main__":
	main()
