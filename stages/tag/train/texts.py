#!/usr/bin/python3
"""Writes the sentences that tag.model is learned from and tried on, as CoNLL: token TAB kind TAB label.

	texts.py TOP DATA OUT

TOP is the project's folder, DATA the measuring data; the files go into the folder OUT:

	own.{train,dev,test}	corpus/entities.txt, by the number of the document
	fresh			corpus/entities.fresh.txt, for testing only
	dense, parallel		corpus/names.txt and corpus/names.parallel.txt
	varied			copies of own.train and dense in which most names are others of their type and script
	wnut17.{train,dev}, crossner-{ai,science}.{train,dev}	English sets of DATA/ner, their types made ours
	il-ner.{train,dev}, hiner.{train,dev}	Hindi sets of DATA/ner with their own types; of HiNER the last fifth is dev

`# doc` lines tell of documents.  The project's own sentences are cut into tokens by `pravah segment` (of the folder in
$BUILD, else TOP/build), the others come cut.  A label is `O`, `B-` or `I-` and a type, `?` where a set has a name of a
type that we cannot tell, and `*` where an entity begins or ends within the token: a fourth column has the labels of its
parts, each with its first byte and the one behind its last.
"""
import collections
import json
import os
import random
import re
import subprocess
import sys

LEARNED = ("PER", "ORG", "LOC", "PRODUCT", "WORK", "EVENT", "LAW")
MARK = re.compile(r"\[\[([^\[\]|]+)\|([A-Z]+)(?:\|[^\[\]|]*)?\]\]")
DEVANAGARI = re.compile("[\u0904-\u0939]")
# How many of the names in a varied copy are others.
OTHERS = 0.7
# Of HiNER's sentences, the share that is learned from.
HINER_LEARNED = 4, 5

MAPS = {
	"wnut17": {
		"person": "PER", "location": "LOC", "corporation": "ORG", "group": "ORG", "product": "PRODUCT", "creative-work": "WORK",
	},
	"crossner": {
		"researcher": "PER", "person": "PER", "scientist": "PER", "writer": "PER", "organisation": "ORG", "university": "ORG",
		"academicjournal": "ORG", "country": "LOC", "location": "LOC", "product": "PRODUCT", "programlang": "PRODUCT",
		"conference": "EVENT", "event": "EVENT", "misc": "?", "award": "?", "astronomicalobject": "?",
	},
}
# Set: parts of its file names, its map; without one it keeps its types.
PUBLIC = {
	"wnut17": ("wnut17.en", "wnut17"),
	"crossner-ai": ("crossner-ai.en", "crossner"),
	"crossner-science": ("crossner-science.en", "crossner"),
	"il-ner": ("il-ner.hi", None),
}


# --- annotated sentences: (document, text, [(begin, end, type)]) ---

def annotated(path):
	document = None
	with open(path, encoding="utf-8") as file:
		for line in file:
			line = line.rstrip("\n")
			if line.startswith("# doc "):
				document = line[6:]
			elif not line.startswith("# "):
				yield (document, *without_marks(line))


def without_marks(line):
	"""The sentence, and those of its names that are of a learned type."""
	text, spans, at = "", [], 0
	for mark in MARK.finditer(line):
		text += line[at:mark.start()]
		if mark[2] in LEARNED:
			spans.append((len(text), len(text) + len(mark[1]), mark[2]))
		text += mark[1]
		at = mark.end()
	return text + line[at:], spans


def part(sentence):
	return {0: "test", 1: "dev"}.get(int(sentence[0].split()[0]) % 5, "train")


def is_devanagari(text):
	return bool(DEVANAGARI.search(text))


def vary(sentences, top):
	"""Copies in which most names are others of their type and script: of the gazetteer, or of other sentences."""
	chance = random.Random(1)
	pool = collections.defaultdict(list)
	with open(os.path.join(top, "dictionaries/names.tsv"), encoding="utf-8") as file:
		for line in file:
			row = line.rstrip("\n").split("\t")
			if len(row) > 4 and not line.startswith("# "):
				for name in row[1:3] + (row[3].split("|") if row[3] != "-" else []):
					pool["listed", row[0], is_devanagari(name)].append(name)
	for _, text, spans in sentences:
		for begin, end, kind in spans:
			pool["met", kind, is_devanagari(text[begin:end])].append(text[begin:end])
	for document, text, spans in sentences:
		if not spans:
			continue
		other, at, kept = "", 0, []
		for begin, end, kind in spans:
			other += text[at:begin]
			name = text[begin:end]
			if chance.random() < OTHERS:
				names = pool[chance.choice(["listed", "met"]), kind, is_devanagari(name)]
				if names:
					name = chance.choice(names)
			kept.append((len(other), len(other) + len(name), kind))
			other += name
			at = end
		yield document, other + text[at:], kept


# --- tokens and labels ---

def tokens(top, texts):
	"""(begin, end, kind) of each text's tokens."""
	segment = os.path.join(os.environ.get("BUILD") or os.path.join(top, "build"), "pravah-segment")
	made = subprocess.run([segment, "-q", "-r", "-f", "lines"], input="".join(text + "\n" for text in texts).encode(),
		stdout=subprocess.PIPE, check=True)
	for line in made.stdout.decode().rstrip("\n").split("\n"):
		yield [(s["begin"], s["end"], s.get("label", "")) for s in json.loads(line)["spans"] if s["layer"] == "token"]


def labels(text, cut, spans):
	ends = [end for _, end, _ in cut]
	for n, (token, token_end, _) in enumerate(cut):
		def prefix(begin):
			"""Does a name that begins there begin in this token?"""
			return "I-" if any(begin < end <= token for end in ends[:n]) else "B-"
		inside = [span for span in spans if span[0] < token_end and span[1] > token]
		if not inside:
			yield "O"
		elif len(inside) == 1 and inside[0][0] <= token and inside[0][1] >= token_end:
			yield prefix(inside[0][0]) + inside[0][2]
		else:
			yield "*\t" + ",".join(f"{len(text[token:max(begin, token)].encode())}-{len(text[token:min(end, token_end)].encode())}:"
				f"{prefix(begin)}{kind}" for begin, end, kind in inside)


def write(top, path, sentences):
	sentences = list(sentences)
	cuts = list(tokens(top, [text for _, text, _ in sentences]))
	if len(cuts) != len(sentences):
		sys.exit(f"texts.py: {path}: {len(sentences)} sentences, {len(cuts)} of them cut")
	with open(path, "w", encoding="utf-8") as file:
		for (document, text, spans), cut in zip(sentences, cuts):
			file.write(f"# doc {document}\n")
			for (begin, end, kind), label in zip(cut, labels(text, cut, spans)):
				file.write(f"{text[begin:end]}\t{kind}\t{label}\n")
			file.write("\n")


# --- sets of others ---

def public(path, types):
	"""A CoNLL file's lines, an empty one after each sentence."""
	with open(path, encoding="utf-8") as file:
		for line in file:
			columns = line.rstrip("\n").split("\t")
			label = columns[-1]
			if len(columns) < 2:
				yield "\n"
				continue
			if types and label != "O":
				kind = types.get(label[2:])
				label = "O" if kind is None else "?" if kind == "?" else label[:2] + kind
			yield f"{columns[0]}\t\t{label}\n"


def write_lines(path, lines):
	with open(path, "w", encoding="utf-8") as file:
		file.writelines(lines)


def main():
	top, data, out = sys.argv[1:]
	os.makedirs(out, exist_ok=True)

	def made(name):
		return os.path.join(out, name + ".conll")

	def corpus(name):
		return list(annotated(os.path.join(top, "corpus", name)))

	gold, dense = corpus("entities.txt"), corpus("names.txt")
	for name in ("train", "dev", "test"):
		write(top, made("own." + name), (s for s in gold if part(s) == name))
	write(top, made("fresh"), corpus("entities.fresh.txt"))
	write(top, made("dense"), dense)
	write(top, made("varied"), vary(dense + [s for s in gold if part(s) == "train"], top))
	write(top, made("parallel"), corpus("names.parallel.txt"))

	ner = os.path.join(data, "ner")
	for name, (file, types) in PUBLIC.items():
		for half in ("train", "dev"):
			write_lines(made(f"{name}.{half}"), public(os.path.join(ner, f"{file}.{half}.conll"), MAPS.get(types)))
	hiner = "".join(public(os.path.join(ner, "hiner-original.hi.validation.dev.conll"), None)).strip("\n").split("\n\n")
	cut = len(hiner) * HINER_LEARNED[0] // HINER_LEARNED[1]
	write_lines(made("hiner.train"), (s + "\n\n" for s in hiner[:cut]))
	write_lines(made("hiner.dev"), (s + "\n\n" for s in hiner[cut:]))


if __name__ == "__main__":
	main()
