#!/usr/bin/python3
"""How well translate does on sentences that people, or other programs, translated.

	tests/translate_score.py [--engine NAME] [--only SET] DATA
	tests/translate_score.py --grammar DATA            the grammar sample, to be judged
	tests/translate_score.py --accounting DATA         only the checks of marks and of words
	tests/translate_score.py --worst N SET DATA        sentences far from their reference
	tests/translate_score.py --oracle-words SET DATA   words whose rendering the reference does not have

DATA holds mt/dev/, markdown/ and, for the sets that developers look at, mt/train/
and ud/.  Prints a line of figures for each set; the metrics are told in
metrics.py and are checked first: they must give what others published for
outputs that lie beside flores-dev.

own-test are the pairs of our corpus whose English has a CRC-32 divisible by ten;
nothing is learned from them, and only figures are printed of the sets for testing.
Beside ours stands the translation word for word: the first row of each word of
dictionaries/en-hi*.tsv (that of a preposition, conjunction or the like, if there is one),
the longest phrase first, neither ordered nor inflected.
--command runs any program that makes lines of lines; {to} in it is the language.

The grammar sample are, for each construction of corpus/grammar.tsv, the ten pairs of the
smallest CRC-32.  tests/grammar_judgements.tsv says which outputs were accepted;
a judgement holds for that very output only.
"""
import argparse
import collections
import glob
import json
import math
import os
import re
import shlex
import subprocess
import sys
import threading
import unicodedata
import zlib

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True
import metrics
import normalize
from normalize import BUILD, ENVIRONMENT, TOP, Failure, call, contents, expect, notes, quote, rows

OWN = ("ai-business", "essays", "software", "ml-howto", "notes-structured", "world", "guides", "workplace", "grammar")
HELD_OUT = 10		# of so many pairs one is for testing
SAMPLE, WELL = 10, 70	# sentences of a construction to be judged; and the per cent of them that should be accepted
COOP_LINES = 2000
TIME_LIMIT = 1800
TEST = ("flores-dev", "docs-coop", "tatoeba", "own-test")
TRAIN = ("own-train", "coop-train", "pud")
# What is printed without --only: set, language, metrics, the main one first.
DEFAULT = (("flores-dev", "hi", ("chrF++", "BLEU", "chrF2")), ("docs-coop", "hi", ("chrF2",)), ("tatoeba", "hi", ("chrF2",)),
	("own-test", "hi", ("chrF2",)), ("flores-dev", "en", ("chrF++", "BLEU", "chrF2")), ("own-test", "en", ("chrF2",)))
# Outputs beside flores-dev, what was published of them, and how far we may be off.
PUBLISHED = {"google": {"BLEU": 36.8, "chrF++": 59.7}, "argos": {"chrF++": 52.4}, "opusmt": {"chrF++": 34.5}}
ALLOWED = 0.1
JUDGEMENTS = "tests/grammar_judgements.tsv"
# The rows of a word stand by their part of speech; a word that has one of these is mostly that.
CLOSED = ("prep", "conj", "det", "pron", "aux", "part", "num", "int")


# -------------------------------------------------------------------- sets

def crc(text):
	return zlib.crc32(text.encode())


def own_pairs(name):
	"""(topic, English, Hindi) of each pair of a file of the corpus."""
	topic = ""
	for line in contents(os.path.join(TOP, f"corpus/{name}.tsv")).decode().split("\n"):
		columns = line.split("\t")
		if line.startswith("# "):
			topic = line[2:]
		elif len(columns) == 2:
			yield topic, *columns


def grammar_sample():
	"""(construction, English, Hindi), ten of each construction."""
	groups = collections.defaultdict(list)
	for topic, english, hindi in own_pairs("grammar"):
		if re.match(r"\d\d ", topic):
			groups[topic].append((crc(english), english, hindi))
	return [(topic, english, hindi) for topic in sorted(groups) for _, english, hindi in sorted(groups[topic])[:SAMPLE]]


def own(test):
	"""(English, Hindi, file) of the pairs for testing, or of those to learn from."""
	sample = set() if test else {english for _, english, _ in grammar_sample()}
	return [(english, hindi, name) for name in OWN for _, english, hindi in own_pairs(name)
		if (crc(english) % HELD_OUT == 0) == test and english not in sample]


def coop(data):
	pairs = [line.split("\t") for line in contents(f"{data}/mt/train/md-coop-microsoft.tsv").decode().split("\n") if line.count("\t") == 1]
	return sorted(pairs, key=lambda pair: (crc(pair[0]), pair))[:COOP_LINES]


def pud(data):
	text = contents(f"{data}/ud/hi_pud-ud-test.conllu").decode()
	hindi, english = (re.findall(rf"^# {name} = (.*)$", text, re.M) for name in ("text", "text_en"))
	expect(len(hindi) == len(english), "pud: not every sentence has its English")
	return list(zip(english, hindi))


def lines_of(path):
	return contents(path).decode().split("\n")[:-1]


def load(name, data):
	"""English lines, Hindi lines and, of our own sets, the file of each."""
	if name in ("own-test", "own-train"):
		pairs = own(name == "own-test")
	elif name in TRAIN:
		pairs = coop(data) if name == "coop-train" else pud(data)
	else:
		pairs = list(zip(*(lines_of(f"{data}/mt/dev/{name}.{language}") for language in ("en", "hi")), strict=True))
	return [list(column) for column in zip(*pairs)]


# --------------------------------------------------------------- the engine

class Engine:
	"""A program that makes lines of lines."""

	def __init__(self, name, command):
		self.name = command or name
		self.holds_corpus = not command and name == "memory"
		self.command = shlex.split(command) if command else \
			[os.path.join(BUILD, "pravah-translate"), "-q", "--lines", "--to", "{to}", "--engine", name]

	def translate(self, lines, to):
		command = [word.replace("{to}", to) for word in self.command]
		try:
			done = subprocess.run(command, input="".join(f"{l}\n" for l in lines).encode(), capture_output=True,
				timeout=TIME_LIMIT, env=ENVIRONMENT, cwd=TOP)
		except (OSError, subprocess.TimeoutExpired) as failure:
			raise Failure(str(failure)) from None
		said = done.stderr.decode("utf-8", "replace").strip()
		expect(done.returncode == 0, f"{shlex.join(command)}: exit status {done.returncode}: {said[-300:]}")
		got = done.stdout.decode().split("\n")
		expect(got.pop() == "" and len(got) == len(lines), f"{shlex.join(command)}: {len(lines)} lines became {len(got)}")
		return got


# ----------------------------------------------------------- word for word

IRREGULAR = """be am are was were been; have has had; do does did done; go goes went gone; say said; get got gotten; make made; know knew known;
think thought; take took taken; see saw seen; come came; find found; give gave given; tell told; feel felt; become became; leave left; put;
mean meant; keep kept; let; begin began begun; show shown; hear heard; run ran; hold held; bring brought; write wrote written; sit sat; stand stood;
lose lost; pay paid; meet met; set; learn learnt; lead led; understand understood; speak spoke spoken; read; spend spent; grow grew grown; win won;
buy bought; send sent; build built; fall fell fallen; cut; sell sold; rise rose risen; drive drove driven; break broke broken; eat ate eaten;
catch caught; choose chose chosen; draw drew drawn; wear wore worn; throw threw thrown; teach taught; fly flew flown; forget forgot forgotten;
hide hid hidden; lie lay lain; lay laid; sleep slept; fight fought; drink drank drunk; sing sang sung; swim swam swum; ring rang rung; seek sought;
shake shook shaken; steal stole stolen; strike struck; deal dealt; bind bound; blow blew blown; bite bit bitten; feed fed; freeze froze frozen; hang hung;
ride rode ridden; shoot shot; shut; spread; stick stuck; sweep swept; swing swung; tear tore torn; wake woke woken; man men; woman women; child children;
foot feet; tooth teeth; mouse mice; good better best; bad worse worst; far further furthest""".replace("\n", " ")
# What may stand at a word's end, and what stands there in its lemma.
ENDINGS = (("'s", ""), ("’s", ""), ("ies", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"),
	("ing", ""), ("ing", "e"), ("ier", "y"), ("iest", "y"), ("er", ""), ("er", "e"), ("est", ""), ("est", "e"))
DOUBLED = re.compile(r"(.)\1(?:ed|ing|er|est)$")
TOKEN = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*|[\d.,]*\d|\s+|.")


class Lexicon:
	"""Rows of dictionaries/en-hi*.tsv, and words found in them by their lemmas."""

	def __init__(self):
		self.rows, self.phrases = collections.defaultdict(list), collections.defaultdict(dict)
		for _, (english, pos, hindi, *_) in rows("dictionaries/en-hi.tsv", 3):
			if pos != "prefix":
				self.rows[english].append((pos, "" if hindi == "-" else hindi))
		for found in self.rows.values():
			found.sort(key=lambda row: CLOSED.index(row[0]) if row[0] in CLOSED else len(CLOSED))
		for _, (english, _, hindi, *_) in rows("dictionaries/en-hi.phrases.tsv", 3):
			words = tuple(english.lower().split())
			self.phrases[words[0]].setdefault(words, "" if hindi == "-" else hindi)
		self.irregular = {form: lemma for group in IRREGULAR.split("; ") for lemma, *forms in [group.split()] for form in forms}

	def lemmas(self, word):
		"""What a word may be a form of, the likeliest first; at least itself in small letters."""
		low = word.lower()
		found = [self.irregular[low]] if low in self.irregular else []
		found += [w for w in (word, low) if w in self.rows]
		if DOUBLED.search(low):
			found.append(DOUBLED.sub(r"\1", low))
		found += [low.removesuffix(end) + to for end, to in ENDINGS if low.endswith(end) and len(low) > len(end) + 1]
		return [w for w in dict.fromkeys(found) if w in self.rows] or [low]

	def phrase(self, forms):
		"""(Hindi, tokens it takes) of the longest phrase that begins here, or None."""
		found = [(len(p), hindi) for first in forms[0] for p, hindi in self.phrases.get(first, {}).items()
			if len(p) <= len(forms) and all(w in f for w, f in zip(p, forms))]
		return max(found, key=lambda f: f[0])[::-1] if found else None

	def word_for_word(self, line):
		tokens = [t for t in TOKEN.findall(line) if not t.isspace()]
		forms, out, at = [[t.lower(), *self.lemmas(t)] for t in tokens], [], 0
		while at < len(tokens):
			hindi, taken = self.phrase(forms[at:at + 8]) or (None, 1)
			known = [w for w in forms[at][1:] if w in self.rows]
			if hindi is None:
				hindi = self.rows[known[0]][0][1] if known else tokens[at]
			out.append(hindi)
			at += taken
		return " ".join(word for word in out if word)


# ------------------------------------------------------------------ figures

def said(score, names):
	return ", ".join(f"{name} {score.figure(name):.2f}" for name in names)


def check_metrics(data):
	"""Prints what our metrics say of outputs whose figures are published; true if they agree."""
	wanted, found, right = lines_of(f"{data}/mt/dev/flores-dev.hi"), [], True
	outputs = metrics.scores(wanted, *(lines_of(f"{data}/mt/dev/flores-dev.{name}.hi") for name in PUBLISHED))
	for (name, published), score in zip(PUBLISHED.items(), outputs):
		found.append(f"{name} " + ", ".join(f"{m} {score.figure(m):.2f} (published {p})" for m, p in published.items()))
		right &= all(abs(score.figure(m) - p) <= ALLOWED for m, p in published.items())
	print(f"translate metrics {'agree' if right else 'DO NOT AGREE'} with published figures: {'; '.join(found)}", flush=True)
	return right


def score_files(files, wanted, got):
	"""chrF2 of each file."""
	found = []
	for name in dict.fromkeys(files):
		here = [i for i, file in enumerate(files) if file == name]
		score = metrics.scores([wanted[i] for i in here], [got[i] for i in here])[0]
		found.append(f"{name} {score.figure('chrF2'):.2f} of {len(here)}")
	return ", ".join(found)


def score_set(engine, lexicon, name, to, names, data):
	head = f"translate {name} to {to}"
	if engine.holds_corpus and name.startswith("own-"):
		return print(f"{head}: not scored, for this engine knows the pairs", flush=True)
	english, hindi, *files = load(name, data)
	source, wanted = (english, hindi) if to == "hi" else (hindi, english)
	got = engine.translate(source, to)
	ours, *plain = metrics.scores(wanted, got, *([[lexicon.word_for_word(line) for line in source]] if to == "hi" else []))
	print(f"{head}: {len(got)} sentences, {said(ours, names)}"
		+ "".join(f"; word for word {said(score, names)}" for score in plain)
		+ f"; {sum(map(str.__eq__, got, source))} left as they are", flush=True)
	if files:
		print(f"{head}, chrF2 by file: {score_files(files[0], wanted, got)}", flush=True)


# ------------------------------------------------------------------ grammar

def judgements(sample):
	"""{(English, output): accepted} of the table."""
	known, found = {(topic, english) for topic, english, _ in sample}, {}
	for number, (topic, english, output, verdict, *_) in rows(JUDGEMENTS, 4):
		expect((topic, english) in known, f"{JUDGEMENTS}:{number}: no such sentence in the sample")
		expect(verdict in ("y", "n"), f"{JUDGEMENTS}:{number}: a verdict is y or n")
		expect((english, output) not in found, f"{JUDGEMENTS}:{number}: judged already")
		found[english, output] = verdict == "y"
	return found


def score_grammar(engine):
	if engine.holds_corpus:
		return print("translate grammar: not scored, for this engine knows the pairs", flush=True)
	sample = grammar_sample()
	got, known = engine.translate([english for _, english, _ in sample], "hi"), judgements(sample)
	groups, anew = {topic: [] for topic, _, _ in sample}, 0
	for (topic, english, _), output in zip(sample, got):
		if (english, output) in known:
			groups[topic].append(known[english, output])
		else:
			anew += 1
	shares = {topic: 100 * sum(found) / len(found) for topic, found in groups.items() if found}
	low = [topic for topic, share in shares.items() if share < WELL]
	print(f"translate grammar: {len(shares)} of {len(groups)} constructions judged, {sum(map(len, groups.values()))} sentences"
		f", mean accepted {sum(shares.values()) / max(1, len(shares)):.1f} %, {len(low)} constructions below {WELL} %; {anew} to be judged anew", flush=True)
	if shares:
		print("translate grammar, accepted of judged: "
			+ ", ".join(f"{topic} {sum(found)}/{len(found)}" for topic, found in groups.items() if found), flush=True)


def print_grammar(engine):
	sample = grammar_sample()
	for (topic, english, hindi), output in zip(sample, engine.translate([english for _, english, _ in sample], "hi")):
		print(f"{topic}\t{english}\t{hindi}\t{output}")


# -------------------------------------------------------------------- marks

def mark_characters(record, begin, end):
	"""The characters of a sentence that an engine must not touch: all of its marks but blanks and doubled quotes, and private ones."""
	found = {i for i in range(begin, end) if ord(record["text"][i]) >= 0x100000}
	for span in record["marks"]:
		if span["begin"] >= end:
			break
		inside = span["end"] > begin and span["end"] <= end
		plain = span["label"] == "break" or (span["label"] == "quote" and span["end"] - span["begin"] == 2)
		if inside and not plain:
			found.update(range(max(begin, span["begin"]), span["end"]))
	return found


def faults_of(record, span):
	"""What is wrong with the marks of a translation."""
	wanted, seen = mark_characters(record, span["begin"], span["end"]), collections.Counter()
	for at, to, begin, end in span.get("places", ()):
		seen.update(range(begin, end))
		if span["value"][at:to] != record["text"][begin:end]:
			yield "changed"
	if wanted - seen.keys():
		yield "lost"
	if any(n > 1 for n in seen.values()):
		yield "doubled"
	if seen.keys() - wanted:
		yield "made up"


def check_accounting(engine_name, data):
	"""Prints whether every translation of every note has each mark of its sentence once; true if so."""
	printed, complaints = call("pravah-translate", "-q", "--records", "--engine", engine_name, *notes(f"{data}/markdown/*"), statuses=(0, 1))
	count, marks, texts, shown = collections.Counter(), 0, 0, []
	for line in printed.decode().split("\n")[:-1]:
		record = json.loads(line)
		record["marks"] = sorted((s for s in record["spans"] if s["layer"] == "markup"), key=lambda s: s["begin"])
		for span in (s for s in record["spans"] if s["layer"] == "translation"):
			found = set(faults_of(record, span))
			texts, marks = texts + 1, marks + len(span.get("places", ()))
			count.update(found)
			if found:
				shown.append(f"  {' '.join(sorted(found))}: {os.path.basename(record['id'])}: {quote(record['text'][span['begin']:span['end']])}")
	refused, failed = len(re.findall(r"\[marks\]$", complaints, re.M)), complaints.count("error:")
	print(f"translate marks: {texts} sentences, {marks} marks, {count['lost']} lost, {count['doubled']} doubled, {count['changed']} changed"
		f", {count['made up']} made up; {refused} translations refused for their marks, {failed} notes failed", flush=True)
	print("".join(f"{line}\n" for line in shown[:normalize.SHOWN]), end="")
	return texts > 0 and not count and not failed


# -------------------------------------------------------- for developers

def english_lines(data):
	"""All English of the parallel texts and of the corpus, each line once."""
	lines = dict.fromkeys(line for name in ("flores-dev", "docs-coop", "tatoeba") for line in lines_of(os.path.join(data, f"mt/dev/{name}.en")))
	for path in sorted(glob.glob(os.path.join(data, "mt/train/*.tsv")) + glob.glob(os.path.join(TOP, "corpus/*.tsv"))):
		with open(path, encoding="utf-8") as file:
			lines.update(dict.fromkeys(line.split("\t")[0] for line in file if line.count("\t") == 1 and not line.startswith("# ")))
	return [line for line in lines if re.search("[A-Za-z]", line)]


def account_words(data):
	"""Every word of all English is said once or has a reason why not, as --explain tells."""
	text = "".join(line + "\n" for line in english_lines(data)).encode()
	command = [os.path.join(BUILD, "pravah-translate"), "-q", "--lines", "--explain", "--engine", "rules"]
	words = faults = sentences = 0
	with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=ENVIRONMENT) as run:
		writer = threading.Thread(target=lambda: (run.stdin.write(text), run.stdin.close()))
		writer.start()
		for line in run.stdout:
			columns = line.decode().rstrip("\n").split("\t")
			if len(columns) == 8 and columns[0].isdigit():
				words += 1
				sentences += columns[0] == "1"
				faults += columns[7] in ("LOST", "TWICE")
		writer.join()
	print(f"translate accounting: {sentences} clauses and phrases, {words} words, {faults} lost or said twice")
	return faults == 0 and words > 0 and run.returncode == 0


def print_worst(engine, n, name, to, data):
	source, wanted = load(name, data)[:2][::1 if to == "hi" else -1]
	got = engine.translate(source, to)
	found = sorted((metrics.sentence_chrf(g, w), s, g, w) for s, g, w in zip(source, got, wanted))
	print("".join(f"{score:.1f}\t{s}\n\t{g}\n\t{w}\n" for score, s, g, w in found[:n]), end="")


HINDI_WORD = re.compile(r"[\u0900-\u0963\u0970-\u097f]+")
HINDI_ENDING = re.compile("(?<=..)(?:ताओं|ताएं|ियों|ियाँ|ियां|ाओं|ाएं|ाएँ|ुओं|ुएं|कर|ेंगे|ेंगी|ेगा|ेगी|ूंगा|ूंगी|ता|ती|ते|ना|नी|ने|ये|यी|या|ए|ई|ो|ों|ें|ीं|ां|ा|ी|े|ि|ु|ू)$")
# Words that stand in most sentences, and the verbs that only make verbs of nouns; by their stems, too.
LIGHT = set("कर करना कि क हो होना दे देना ले लेना जा जाना रह रहा का के की को में म से पर ने न है ह हैं था थ थे थी और यह वह भी भ ही तो त एक नहीं नह गय गया".split())


def stem(word):
	"""A word without its ending and its dots below, about which writers differ."""
	return HINDI_ENDING.sub("", unicodedata.normalize("NFD", word).replace("\u093c", ""))


def stems(text):
	return [stem(word) for word in HINDI_WORD.findall(text)]


def carrying(hindi):
	"""The stems of a rendering that say what it means: of a verb with करना only the other word."""
	found = stems(hindi)
	return frozenset(s for s in found if s not in LIGHT) or frozenset(found)


class Words:
	"""In how many sentences a lemma stands, what it became, and what stands in the references."""

	def __init__(self, lexicon):
		self.lexicon, self.total = lexicon, 0
		self.lemma, self.beside, self.both = collections.Counter(), collections.Counter(), collections.defaultdict(collections.Counter)
		self.missed = collections.defaultdict(collections.Counter)
		self.shown = collections.defaultdict(collections.Counter)	# forms that a stem had

	def add(self, source, got, wanted):
		words, given, held = HINDI_WORD.findall(wanted), set(stems(got)), set(stems(wanted))
		for word in words:
			self.shown[stem(word)][word] += 1
		self.total += 1
		self.beside.update(held)
		kept = set(TOKEN.findall(wanted))
		for lemma in {self.lexicon.lemmas(t)[0] for t in TOKEN.findall(source) if t[0].isalpha() and t not in kept}:
			found = self.lexicon.rows.get(lemma, ())
			if any(pos in CLOSED for pos, _ in found):
				continue
			renderings = [hindi for pos, hindi in found if hindi]
			self.lemma[lemma] += 1
			self.both[lemma].update(held)
			ours = [hindi for hindi in renderings if carrying(hindi) <= given]
			if not any(carrying(hindi) <= held for hindi in ours):
				self.missed[lemma][ours[0] if ours else "(other)" if renderings else "(no entry)"] += 1

	def strength(self, lemma, word):
		"""How much more often both stand together than chance says, in the log-likelihood of a table of two by two."""
		both, a, b, n = self.both[lemma][word], self.lemma[lemma], self.beside[word], self.total
		if both * n <= a * b:
			return 0
		cells = ((both, a * b), (a - both, a * (n - b)), (b - both, (n - a) * b), (n - a - b + both, (n - a) * (n - b)))
		return sum(2 * c * math.log(c * n / expected) for c, expected in cells if c and expected)

	def print(self, most):
		print("missed\tseen\tlemma\tours (times)\tof the references (times together, strength)")
		for lemma, found in sorted(self.missed.items(), key=lambda item: -sum(item[1].values()))[:most]:
			near = sorted(((self.strength(lemma, w), w) for w in self.both[lemma] if w not in LIGHT), reverse=True)[:5]
			print(f"{sum(found.values())}\t{self.lemma[lemma]}\t{lemma}\t{', '.join(f'{h} {n}' for h, n in found.most_common(3))}\t"
				+ ", ".join(f"{self.shown[w].most_common(1)[0][0]} ({self.both[lemma][w]}, {s:.0f})" for s, w in near if s > 4))


def print_oracle_words(engine, lexicon, name, most, data):
	english, hindi = load(name, data)[:2]
	words = Words(lexicon)
	for triple in zip(english, engine.translate(english, "hi"), hindi):
		words.add(*triple)
	words.print(most)


# --------------------------------------------------------------------- main

def self_test():
	metrics.self_test()
	record = {"text": "a *b* c", "marks": [{"begin": 2, "end": 3, "label": "emphasis"}, {"begin": 4, "end": 5, "label": "emphasis"}]}
	def faults(value, *places):
		return sorted(faults_of(record, {"begin": 0, "end": 7, "value": value, "places": places}))
	assert faults("*ख* क", [0, 1, 2, 3], [2, 3, 4, 5]) == []
	assert faults("*ख क", [0, 1, 2, 3]) == ["lost"]
	assert faults("*ख** क", [0, 1, 2, 3], [2, 3, 4, 5], [3, 4, 4, 5]) == ["doubled"]
	assert faults("*ख* क", [0, 1, 2, 3], [1, 2, 4, 5]) == ["changed"]
	assert len(grammar_sample()) == 41 * SAMPLE


def figures(engine, args):
	"""Prints all that was asked for; false if something is wrong."""
	lexicon, right = Lexicon(), True
	chosen = DEFAULT
	if args.only:
		chosen = [s for s in DEFAULT if s[0] == args.only] or [(args.only, args.to, ("chrF2", "chrF++", "BLEU"))]
	steps = [lambda: check_metrics(args.data)]
	steps += [lambda s=s: score_set(engine, lexicon, *s, args.data) for s in chosen]
	if not args.only:
		steps.append(lambda: score_grammar(engine))
	if not args.only and not args.command:
		steps.append(lambda: check_accounting(args.engine, args.data))
		steps.append(lambda: account_words(args.data))
	for step in steps:
		try:
			right &= step() is not False
		except (Failure, OSError, ValueError) as failure:
			print(f"translate: {failure}", flush=True)
			right = False
	return right


def main():
	parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
	parser.add_argument("--engine", metavar="NAME", default="rules", help="the engine of pravah-translate (default: rules)")
	parser.add_argument("--command", metavar="COMMAND", help="another program in the place of pravah-translate")
	parser.add_argument("--only", metavar="SET", choices=[*TEST, *TRAIN], help="print the figures of one set; also own-train, coop-train, pud")
	parser.add_argument("--to", choices=("hi", "en"), default="hi", help="the language of --worst and of sets that are not printed by default")
	parser.add_argument("--grammar", action="store_true", help="print the grammar sample: construction, English, reference, output")
	parser.add_argument("--accounting", action="store_true", help="check only the words of all English and the marks of the notes of DATA/markdown")
	parser.add_argument("--worst", nargs=2, metavar=("N", "SET"), help=f"print the N worst sentences of {', '.join(TRAIN)}")
	parser.add_argument("--oracle-words", metavar="SET", choices=TRAIN, help=f"print words that {', '.join(TRAIN)} translates otherwise")
	parser.add_argument("--most", metavar="N", type=int, default=300, help="words that --oracle-words prints (default: 300)")
	parser.add_argument("data")
	args = parser.parse_args()
	if not os.path.isdir(os.path.join(args.data, "mt/dev")):
		parser.error(f"{args.data} has no folder mt/dev")
	if args.worst and not (args.worst[0].isdigit() and args.worst[1] in TRAIN):
		parser.error(f"--worst wants a number and one of {', '.join(TRAIN)}: sets for testing are not looked at")
	self_test()
	normalize.TIME_LIMIT = TIME_LIMIT
	args.data, engine = os.path.abspath(args.data), Engine(args.engine, args.command)
	try:
		if args.grammar:
			return print_grammar(engine)
		if args.worst:
			return print_worst(engine, int(args.worst[0]), args.worst[1], args.to, args.data)
		if args.oracle_words:
			return print_oracle_words(engine, Lexicon(), args.oracle_words, args.most, args.data)
		if args.accounting:
			sys.exit(0 if all([check_accounting(args.engine, args.data), account_words(args.data)]) else 1)
		sys.exit(0 if figures(engine, args) else 1)
	except (Failure, OSError) as failure:
		sys.exit(f"translate: {failure}")


if __name__ == "__main__":
	main()
