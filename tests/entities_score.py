#!/usr/bin/python3
"""How well tag finds entities, on our own gold documents and on sets of others.

	tests/entities_score.py [--misses NAME] [--only NAME] DATA

DATA holds ner/.  Prints a line of figures for each set.  --misses prints what is
wrong in one set instead: what was wanted, what came, and the sentence.  The
sets are those named in the figures.

An entity is right if its first and last character and its type are; values are
right if these are and the value, too.  P, R and F1 are of all entities of a set
together.  Of our own documents, those of corpus/entities.txt whose number is
divisible by five are the test, and all of corpus/entities.fresh.txt.  Sets of
others come as tokens with BIO labels and are counted as conlleval does it; what
their labels have no counterpart for is left out on both sides.
"""
import argparse
import collections
import json
import os
import re
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True
import normalize
from normalize import TOP, Failure, call, contents, expect

LEARNED = ("PER", "ORG", "LOC", "PRODUCT", "WORK", "EVENT", "LAW")
EXACT = ("MONEY", "PERCENT", "QUANTITY", "DATE", "TIME", "PERIOD", "ORDINAL", "VERSION", "URL", "EMAIL", "FILE", "HANDLE", "CODE")
MARK = re.compile(r"\[\[(.+?)\|([A-Z]+)(?:\|([^\]]*?))?\]\](?!\])")
TEST, DEV = 0, 1	# remainders of the number of a document by five

# Labels of sets of others, and ours; a label that is not here is left out.
CROSSNER = {"researcher": "PER", "person": "PER", "organisation": "ORG", "university": "ORG", "country": "LOC", "location": "LOC",
	"product": "PRODUCT", "programlang": "PRODUCT", "conference": "EVENT"}
WNUT17 = {"person": "PER", "location": "LOC", "corporation": "ORG", "group": "ORG", "product": "PRODUCT", "creative-work": "WORK"}
SILENTFLAME = {"PERSON": "PER", "ORGANIZATION": "ORG", "LOCATION": "LOC"}
# Name in the figures: file, convention, labels (None: the convention's are the file's), where the part that counts begins.
SETS = {
	"il-ner": ("il-ner.hi.dev.conll", "il-ner", None, 0),
	"hiner": ("hiner-original.hi.validation.dev.conll", "hiner", None, 0.8),
	"crossner-ai": ("crossner-ai.en.dev.conll", "pravah", CROSSNER, 0),
	"wnut17": ("wnut17.en.dev.conll", "pravah", WNUT17, 0),
	"silentflame": ("silentflame.hi-en.dev.conll", "pravah", SILENTFLAME, 0),
}
OWN = {"own-test": ("test",), "own-fresh": ("fresh",), "own": ("test", "fresh")}


# ----------------------------------------------------------------- metrics

class Count:
	"""Entities that are right, given and wanted."""

	def __init__(self, right=0, given=0, wanted=0):
		self.right, self.given, self.wanted = right, given, wanted

	def add(self, given, wanted):
		self.right += len(given & wanted)
		self.given += len(given)
		self.wanted += len(wanted)

	def figures(self):
		"""Precision, recall and F1 in per cent."""
		p, r = 100 * self.right / max(1, self.given), 100 * self.right / max(1, self.wanted)
		return p, r, self.f1()

	def f1(self):
		return 200 * self.right / max(1, self.given + self.wanted)

	def __str__(self):
		return "P {:.2f} R {:.2f} F1 {:.2f}".format(*self.figures())


def chunks(labels):
	"""{(first, past the last, type)} of BIO labels, by the rules of conlleval: I- with no entity of its type before it begins one."""
	found, begin, kind = set(), 0, None
	for i, label in enumerate([*labels, "O"]):
		prefix, _, name = label.partition("-")
		if kind is not None and not (prefix == "I" and name == kind):
			found.add((begin, i, kind))
			kind = None
		if prefix in "BI" and kind is None:
			begin, kind = i, name
	return found


def self_test():
	assert chunks("O B-A I-A O B-B".split()) == {(1, 3, "A"), (4, 5, "B")}
	assert chunks("B-A B-A I-A".split()) == {(0, 1, "A"), (1, 3, "A")}
	assert chunks("I-A I-A I-B O I-B".split()) == {(0, 2, "A"), (2, 3, "B"), (4, 5, "B")}
	assert chunks("B-A-B I-A-B".split()) == {(0, 2, "A-B")} and chunks([]) == set()
	# The example of seqeval's manual: one of two is right.
	count = Count()
	count.add(chunks("O O B-MISC I-MISC I-MISC I-MISC O".split()), chunks("O O O B-MISC I-MISC I-MISC O".split()))
	count.add(chunks("B-PER I-PER O".split()), chunks("B-PER I-PER O".split()))
	assert count.figures() == (50, 50, 50)
	text, spans = unmarked("[[Asha|PER]] paid [[$5|MONEY|USD 5]] for [[a|b|CODE]].")
	assert text == "Asha paid $5 for a|b." and spans == [(0, 4, "PER", None), (10, 12, "MONEY", "USD 5"), (17, 20, "CODE", None)]


# --------------------------------------------------------- our own documents

def unmarked(line):
	"""A sentence without its marks, and its entities: (begin, end, type, value)."""
	out, spans, at = "", [], 0
	for m in MARK.finditer(line):
		out += line[at:m.start()]
		spans.append((len(out), len(out) + len(m[1]), m[2], m[3]))
		out += m[1]
		at = m.end()
	return out + line[at:], spans


def documents(path):
	"""(number, [lines]) of each document of a gold file."""
	found = []
	for line in contents(os.path.join(TOP, path)).decode().split("\n"):
		head = re.match(r"# doc (\d+)\b", line)
		if head:
			found.append((int(head[1]), []))
		elif found and line and not line.startswith("# "):
			found[-1][1].append(line)
	return found


def gold(part):
	"""The documents of test, dev, train or fresh: each a list of lines."""
	if part == "fresh":
		return [lines for _, lines in documents("corpus/entities.fresh.txt")]
	rest = {"test": (TEST,), "dev": (DEV,), "train": (2, 3, 4)}[part]
	return [lines for number, lines in documents("corpus/entities.txt") if number % 5 in rest]


def answered(found, *options):
	"""For each document (text, wanted, given): its lines are paragraphs of a text, and go through tag together."""
	with tempfile.TemporaryDirectory(prefix="entities-") as work:
		paths, wanted = [], []
		for number, lines in enumerate(found):
			text, spans = "", []
			for line in lines:
				sentence, marks = unmarked(line)
				spans += [(b + len(text), e + len(text), t, v) for b, e, t, v in marks]
				text += sentence + "\n\n"
			paths.append(os.path.join(work, f"{number:04}.txt"))
			with open(paths[-1], "w", encoding="utf-8") as file:
				file.write(text)
			wanted.append((text, spans))
		printed = call("pravah-tag", "-q", "-r", "--format", "text", *options, *paths)[0] if paths else b""
	made = [json.loads(line) for line in printed.decode().split("\n")[:-1]]
	expect([m["text"] for m in made] == [text for text, _ in wanted], "other texts came out than went in")
	return [(text, spans, [(s["begin"], s["end"], s["label"], s.get("value")) for s in m["spans"] if s["layer"] == "entity" and not s.get("level")])
		for (text, spans), m in zip(wanted, made)]


def value_of(text, span):
	"""The value; without one, the surface."""
	begin, end, kind, value = span
	return value or text[begin:end].removeprefix("v" if kind == "VERSION" else "")


class Figures:
	"""Counts of our own documents."""

	def __init__(self, answers):
		self.learned, self.spans, self.values, self.documents = Count(), Count(), Count(), len(answers)
		self.types = {t: Count() for t in (*LEARNED, *EXACT)}
		for text, wanted, given in answers:
			w, g = ({s[:3] for s in spans} for spans in (wanted, given))
			for kind, count in self.types.items():
				count.add({s for s in g if s[2] == kind}, {s for s in w if s[2] == kind})
			self.learned.add({s for s in g if s[2] in LEARNED}, {s for s in w if s[2] in LEARNED})
			self.spans.add({s for s in g if s[2] in EXACT}, {s for s in w if s[2] in EXACT})
			self.values.add(*({s[:3] + (value_of(text, s),) for s in spans if s[2] in EXACT} for spans in (given, wanted)))

	def print(self, name):
		def listed(kinds):
			return ", ".join(f"{t} {self.types[t].f1():.1f} of {self.types[t].wanted}" for t in kinds if self.types[t].wanted or self.types[t].given)
		print(f"entities {name}: {self.documents} documents, {self.learned.wanted} names {self.learned}; F1 {listed(LEARNED)}")
		print(f"entities {name}, exact: {self.spans.wanted} entities {self.spans}, values F1 {self.values.f1():.2f}; F1 {listed(EXACT)}", flush=True)


def figures(*parts):
	return Figures(answered([d for part in parts for d in gold(part)]))


def own_misses(*parts):
	for text, wanted, given in answered([d for part in parts for d in gold(part)]):
		def whole(spans):
			return {s[:3] + ((value_of(text, s),) if s[2] in EXACT else ()) for s in spans}
		w, g = whole(wanted), whole(given)
		for sign, spans in (("-", w - g), ("+", g - w)):
			for begin, end, kind, *value in sorted(spans):
				line = text[text.rfind("\n", 0, begin) + 1:text.find("\n", end)]
				yield begin, f"{sign} {text[begin:end]}|{kind}{''.join('|' + v for v in value)}\t{line}"
		yield None, None


def print_own_misses(*parts):
	held = []
	for place, line in own_misses(*parts):
		if line is None:
			print("".join(f"{l}\n" for _, l in sorted(held, key=lambda m: m[0])), end="")
			held = []
		else:
			held.append((place, line))


# ---------------------------------------------------------- sets of others

def sentences(text):
	"""[(token, label)] of each sentence of a CoNLL text."""
	found = [[]]
	for line in text.replace("\r", "").split("\n"):
		columns = line.split("\t")
		if not line:
			found.append([])
		elif len(columns) > 1:
			found[-1].append((columns[0], columns[-1]))
	return [s for s in found if s]


def labelled(given, *options):
	"""Labels that tag gives to sentences of tokens."""
	data = "\n".join("".join(f"{token}\n" for token in tokens) for tokens in given)
	printed = call("pravah-tag", "-q", "--format", "conll", *options, data=data.encode())[0].decode()
	got = sentences(printed)
	expect([[t for t, _ in s] for s in got] == given, "other tokens came out than went in")
	return [[label for _, label in s] for s in got]


def mapped(spans, labels):
	return spans if labels is None else {(b, e, labels[t]) for b, e, t in spans if t in labels}


def of_set(name, data):
	"""(tokens, wanted, given, wanted before labels are left out) of each sentence of a set."""
	file, convention, labels, share = SETS[name]
	found = sentences(contents(os.path.join(data, "ner", file)).decode())
	found = found[int(len(found) * share):]
	got = labelled([[t for t, _ in s] for s in found], "--convention", convention)
	ours = set(labels.values()) if labels else None
	for sentence, predicted in zip(found, got):
		given = chunks(predicted)
		all_ = chunks([l for _, l in sentence])
		yield [t for t, _ in sentence], mapped(all_, labels), {s for s in given if ours is None or s[2] in ours}, all_


def score_set(name, data):
	labels = SETS[name][2]
	total, beside, types, n = Count(), Count(), collections.defaultdict(Count), 0
	for _, wanted, given, all_ in of_set(name, data):
		n += 1
		total.add(given, wanted)
		left_out = [s for s in all_ if labels is not None and s[2] not in labels]
		beside.add({g for g in given if g in wanted or not any(g[0] < s[1] and s[0] < g[1] for s in left_out)}, wanted)
		for kind in {s[2] for s in given | wanted}:
			types[kind].add({s for s in given if s[2] == kind}, {s for s in wanted if s[2] == kind})
	listed = ", ".join(f"{t} {c.f1():.1f} of {c.wanted}" for t, c in sorted(types.items(), key=lambda item: -item[1].wanted))
	print(f"entities {name}: {n} sentences, {total.wanted} entities, {total}"
		+ (f" (F1 {beside.f1():.2f} without those found where the set has a label that is left out)" if beside.given != total.given else "")
		+ f"; F1 {listed}", flush=True)


def print_set_misses(name, data):
	for tokens, wanted, given, _ in of_set(name, data):
		lines = [(b, f"{sign} {' '.join(tokens[b:e])}|{t}") for sign, spans in (("-", wanted - given), ("+", given - wanted)) for b, e, t in spans]
		if lines:
			print("\n".join([" ".join(tokens)] + [f"    {line}" for _, line in sorted(lines)]))


# -------------------------------------------------------------------- main

def main():
	names = [*OWN, *SETS]
	parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
	parser.add_argument("--misses", metavar="NAME", choices=names, help="print what is wrong in one set")
	parser.add_argument("--only", metavar="NAME", choices=names, help="print the figures of one set")
	parser.add_argument("data")
	args = parser.parse_args()
	if not os.path.isdir(os.path.join(args.data, "ner")):
		parser.error(f"{args.data} has no folder ner")
	self_test()
	normalize.TIME_LIMIT = 600	# a set is one run
	data, status = os.path.abspath(args.data), 0
	if args.misses in OWN:
		return print_own_misses(*OWN[args.misses])
	if args.misses:
		return print_set_misses(args.misses, data)
	for name in names:
		if args.only not in (None, name):
			continue
		try:
			figures(*OWN[name]).print(name) if name in OWN else score_set(name, data)
		except (Failure, OSError) as failure:
			print(f"entities {name}: {failure}", flush=True)
			status = 1
	sys.exit(status)


if __name__ == "__main__":
	main()
