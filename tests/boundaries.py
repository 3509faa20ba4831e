#!/usr/bin/python3
"""Are sentences and tokens found where they are?

	tests/boundaries.py [WORD]...   the cases; with words, those whose names hold one of them
	tests/boundaries.py --score     F1 of sentences and tokens over the gold sets, plain ICU's beside it
	tests/boundaries.py --misses    each case of the gold sets that comes out wrong

Prints `ok NAME` or `FAILED NAME` with the reasons for each case.  BUILD names
the build folder (default: build).
"""
import argparse
import collections
import concurrent.futures
import glob
import itertools
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True
from normalize import expect, expect_none, Failure, quote

TESTS = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(TESTS)
BUILD = os.path.join(TOP, os.environ.get("BUILD", "build"))
ENVIRONMENT = {**os.environ, "PRAVAH_DATA": TOP, "LC_ALL": "C.UTF-8"}
TIME_LIMIT = 20
GOLD = {"hi": "corpus/boundaries.hi.txt", "en": "corpus/boundaries.en.txt"}
FIELDS = ("kind", "languages", "format", "source", "licence")
KINDS = ("word number amount percent date time version url email handle hashtag file emoji punctuation symbol "
	"abbreviation code other").split()
KIND = re.compile(r"(.+)_(" + "|".join(KINDS) + ")")
# What the gold sets must reach, in per cent; how much of it the rules written as SRX may lose.
FLOORS = {"sentences": 99.0, "tokens": 99.0, "kinds": 99.0}
SRX_LOSS = 4.0  # points: what cannot be said without counting (brackets, dashes, quotations)


def contents(path):
	with open(os.path.join(TOP, path), encoding="utf-8") as file:
		return file.read()


def rows(path):
	"""(line number, columns) of each row of a dictionary."""
	for number, line in enumerate(contents(path).split("\n"), 1):
		if line and not line.startswith("# "):
			yield number, line.split("\t")


# ----------------------------------------------------------------- running

def run(command, data=b"", statuses=(0,)):
	"""Runs a program of the build; returns what it printed and what it said."""
	name = " ".join(command)[:80]
	try:
		done = subprocess.run([os.path.join(BUILD, command[0]), *command[1:]], input=data, capture_output=True,
			timeout=TIME_LIMIT, env=ENVIRONMENT)
	except subprocess.TimeoutExpired:
		raise Failure(f"{name}: no end after {TIME_LIMIT} s") from None
	said = done.stderr.decode("utf-8", "replace")
	expect(done.returncode in statuses, f"{name}: exit status {done.returncode}\n{said}")
	return done.stdout, said


def records(command, data=b""):
	printed, _ = run(command, data)
	return [json.loads(line) for line in printed.decode().split("\n")[:-1]]


def segment_lines(lines, *options):
	"""The record of each line."""
	got = records(["pravah-segment", "--lines", "-r", "-q", *options], "".join(f"{l}\n" for l in lines).encode())
	expect(len(got) == len(lines), f"{len(lines)} lines became {len(got)} records")
	return got


def spans(record, layer):
	return [s for s in record["spans"] if s["layer"] == layer]


def text_of(record, span):
	return record["text"][span["begin"]:span["end"]]


def token_texts(record):
	return [(text_of(record, s), s["label"]) for s in spans(record, "token")]


# --------------------------------------------------------------- gold sets

Case = collections.namedtuple("Case", "path line text sentences")


def gold_cases(path):
	"""The cases of a gold set: the text, and the line of each sentence."""
	text, start, sentences = None, 0, []
	for number, line in enumerate(contents(path).split("\n"), 1):
		if line.startswith("= ") and text is None:
			text, start, sentences = line[2:], number, []
		elif line and text is not None:
			sentences.append(line)
		elif text is not None:
			yield Case(path, start, text, sentences)
			text = None


def all_cases():
	return list(itertools.chain(*map(gold_cases, GOLD.values())))


def kind_of(token):
	"""The token and its kind; the file does not write the two that are most frequent."""
	marked = KIND.fullmatch(token)
	if marked:
		return marked.groups()
	return token, "word" if any(c.isalnum() for c in token) else "punctuation"


def wanted(case):
	"""(begin, end) of the sentences, {(begin, end): kind} of the tokens."""
	at, sentences, tokens = 0, [], {}
	for line in case.sentences:
		begin = None
		for token, kind in map(kind_of, line.split(" ")):
			found = case.text.find(token, at)
			if found < 0 or case.text[at:found].strip():
				raise Failure(f"{case.path}:{case.line}: {token!r} does not stand where it should in the text")
			begin = found if begin is None else begin
			at = found + len(token)
			tokens[found, at] = kind
		sentences.append((begin, at))
	if case.text[at:].strip():
		raise Failure(f"{case.path}:{case.line}: no token for {case.text[at:].strip()!r}")
	return sentences, tokens


def got(record):
	sentences = [(s["begin"], s["end"]) for s in spans(record, "sentence")]
	return sentences, {(s["begin"], s["end"]): s["label"] for s in spans(record, "token")}


class Score:
	"""Counts over cases; a place is right if its beginning and its end are."""

	def __init__(self):
		self.right, self.all = collections.Counter(), collections.Counter()

	def add(self, layer, want, have):
		self.right[layer] += 2 * len(set(want) & set(have))
		self.all[layer] += len(want) + len(have)

	def add_kinds(self, want, have):
		for place in set(want) & set(have):
			self.right["kinds"] += want[place] == have[place]
			self.all["kinds"] += 1

	def __getitem__(self, layer):
		return 100 * self.right[layer] / max(1, self.all[layer])


def score_cases(cases, *options):
	score = Score()
	for case, record in zip(cases, segment_lines([c.text for c in cases], *options)):
		(want_sentences, want_tokens), (sentences, tokens) = wanted(case), got(record)
		score.add("sentences", want_sentences, sentences)
		score.add("tokens", want_tokens, tokens)
		score.add_kinds(want_tokens, tokens)
	return score


# --------------------------------------------------------------- plain ICU

def compiled(name):
	"""A small C program of this folder, in the build folder."""
	source, program = os.path.join(TESTS, name + ".c"), os.path.join(BUILD, name)
	if not os.path.exists(program) or os.path.getmtime(program) < os.path.getmtime(source):
		flags = subprocess.run(["pkg-config", "--cflags", "--libs", "icu-uc"], check=True, capture_output=True, text=True)
		subprocess.run([os.environ.get("CC", "cc"), "-std=c11", "-D_GNU_SOURCE", "-O2", source, "-o", program,
			*flags.stdout.split()], check=True)
	return program


def pieces(text, ends):
	"""(begin, end) of the pieces that are not blank, without the blanks around them."""
	begin = 0
	for end in map(int, ends.split()):
		piece = text[begin:end]
		if piece.strip():
			yield end - len(piece.lstrip()), begin + len(piece.rstrip())
		begin = end


def score_icu(cases):
	printed, _ = run([compiled("icu_breaks")], "".join(f"{c.text}\n" for c in cases).encode())
	score = Score()
	for case, line in zip(cases, printed.decode().split("\n")):
		for layer, want, ends in zip(("sentences", "tokens"), wanted(case), line.split("\t")):
			score.add(layer, want, list(pieces(case.text, ends)))
	return score


def print_score():
	by_name = {name: list(gold_cases(path)) for name, path in GOLD.items()}
	by_name["all"] = all_cases()
	print(f"{'':6}{'cases':>6}   {'sentence F1':>11} {'token F1':>9} {'kinds %':>8}   ICU: {'sentence F1':>11} {'token F1':>9}")
	for name, cases in by_name.items():
		ours, icu = score_cases(cases), score_icu(cases)
		print(f"{name:6}{len(cases):6}   {ours['sentences']:11.2f} {ours['tokens']:9.2f} {ours['kinds']:8.2f}"
			f"        {icu['sentences']:11.2f} {icu['tokens']:9.2f}")


def print_misses():
	for case in all_cases():
		record = segment_lines([case.text])[0]
		(want_sentences, want_tokens), (sentences, tokens) = wanted(case), got(record)
		if want_sentences != sentences:
			print_miss(case, "sentences", [[case.text[b:e] for b, e in places] for places in (want_sentences, sentences)], " | ")
		if want_tokens != tokens:
			print_miss(case, "tokens", [only(case.text, a, b) for a, b in ((want_tokens, tokens), (tokens, want_tokens))], " ")


def only(text, these, those):
	"""Tokens of one side that the other does not have."""
	return [f"{text[b:e]}_{kind}" for (b, e), kind in these.items() if those.get((b, e)) != kind]


def print_miss(case, layer, sides, between):
	print(f"{case.path}:{case.line}: {layer}")
	for name, side in zip(("wanted", "   got"), sides):
		print(f"    {name}  {between.join(side)}")


def gold_format(path):
	"""Faults of a gold set's form."""
	text = contents(path)
	for field in FIELDS:
		if not re.search(rf"^# {field}: \S", text, re.M):
			yield f"{path}: no `# {field}:` in the header"
	for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
		if line != unicodedata.normalize("NFC", line):
			yield f"{path}:{number}: not NFC"
		if line != line.rstrip() or "\t" in line or (not line.startswith("= ") and "  " in line):
			yield f"{path}:{number}: a tab or a blank too many"
	for case in gold_cases(path):
		if not case.sentences:
			yield f"{path}:{case.line}: no sentences"
		try:
			wanted(case)
		except Failure as failure:
			yield str(failure)


def gold_twice():
	seen = {}
	for case in all_cases():
		where = f"{case.path}:{case.line}"
		if seen.setdefault(case.text, where) != where:
			yield f"{where}: repeats {seen[case.text]}"


def gold():
	for path in GOLD.values():
		yield path, lambda path=path: expect_none(gold_format(path))
	yield "no case twice", lambda: expect_none(gold_twice())


def score():
	def check(layer, floor):
		measured = score_cases(all_cases())[layer]
		expect(measured >= floor, f"{measured:.2f} %, not {floor} %")
		return f"{measured:.2f} %"
	for layer, floor in FLOORS.items():
		yield layer, lambda layer=layer, floor=floor: check(layer, floor)


# ------------------------------------------------------------ dictionaries

def token_rules(path):
	"""(line number, kind, example) of the rows that make tokens."""
	for number, row in rows(path):
		if row[0] not in ("set", "break"):
			yield number, row[0], row[2] if len(row) > 2 else ""


def token_examples(path, frame):
	"""Examples of token rules that are not one token of the row's kind."""
	rules = list(token_rules(path))
	for (number, kind, example), record in zip(rules, segment_lines([frame.format(r[2]) for r in rules])):
		tokens = token_texts(record)
		if (example, kind) not in tokens:
			yield f"{path}:{number}: {example!r} is no {kind}: {tokens}"


def token_examples_in_note(path, frame):
	"""The same where Markdown makes marks of some of them, such as addresses."""
	rules = list(token_rules(path))
	note = "\n\n".join(frame.format(r[2]) for r in rules)
	tokens = token_texts(records(["pravah-segment", "-f", "markdown", "-r", "-q"], note.encode())[0])
	for number, kind, example in rules:
		if (example, kind) not in tokens:
			yield f"{path}:{number}: {example!r} is no {kind}: {[t for t in tokens if t[0] in example][:6]}"


def abbreviation_examples(path):
	"""Abbreviations that are none in their example, or that end a sentence in it though they never do."""
	entries = list(rows(path))
	for (number, row), record in zip(entries, segment_lines([r[3] for _, r in entries])):
		short, kind = row[0], row[2]
		found = [s for s in spans(record, "token") if text_of(record, s) == short]
		ends = {s["end"] for s in spans(record, "sentence")} - {len(record["text"])}
		if not found or any(s["label"] != "abbreviation" for s in found):
			yield f"{path}:{number}: {short} is no abbreviation: {token_texts(record)}"
		elif kind != "final" and any(s["end"] in ends for s in found):
			yield f"{path}:{number}: {short} ends a sentence"


def break_examples(path):
	"""Examples of `break` rows that are one sentence, and of `join` rows that are several."""
	entries = [(n, r) for n, r in rows(path) if r[0] in ("break", "join") and len(r) > 3]
	for (number, row), record in zip(entries, segment_lines([r[3] for _, r in entries]) if entries else []):
		count = len(spans(record, "sentence"))
		if (count > 1) != (row[0] == "break"):
			yield f"{path}:{number}: {row[3]!r} has {count} sentences"


def examples():
	tokens, abbreviations, sentences = (f"dictionaries/{n}.tsv" for n in ("tokens", "abbreviations", "sentences"))
	yield "of tokens, alone", lambda: expect_none(token_examples(tokens, "{}"))
	yield "of tokens, in a sentence", lambda: expect_none(token_examples(tokens, "यहां {} को भी देखिए।"))
	yield "of tokens, in Markdown", lambda: expect_none(token_examples_in_note(tokens, "यहां {} को भी देखिए।"))
	yield "of abbreviations", lambda: expect_none(abbreviation_examples(abbreviations))
	yield "of sentences", lambda: expect_none(break_examples(sentences))


# ------------------------------------------------- what holds of every text

class Block:
	"""A prose block; marks and tokens that lie in it, and not in a block inside it, are laid over it."""

	def __init__(self, span):
		self.begin, self.end = span["begin"], span["end"]
		self.covered = bytearray(self.end - self.begin)
		self.last = {"token": self.begin, "sentence": self.begin}
		self.sentences = []

	def holds(self, span):
		return self.begin <= span["begin"] and span["end"] <= self.end

	def cover(self, span):
		self.covered[span["begin"] - self.begin:span["end"] - self.begin] = b"\1" * (span["end"] - span["begin"])


def record_faults(record):
	"""Tokens and sentences lie in one block, one after the other, and no prose is left out."""
	order = {"block": 0, "markup": 1, "sentence": 2, "token": 3}
	blocks, open_blocks = [], []
	for s in sorted((s for s in record["spans"] if s["layer"] in order),
			key=lambda s: (s["begin"], order[s["layer"]] > 1, -s["end"], order[s["layer"]])):
		while open_blocks and open_blocks[-1].end <= s["begin"]:
			open_blocks.pop()
		around = [b for b in open_blocks if b.holds(s)]
		if s["layer"] == "block" and s.get("role") == "prose":
			open_blocks.append(Block(s))
			blocks.append(open_blocks[-1])
		elif s["layer"] == "markup":
			for block in around:
				block.cover(s)
		elif s["layer"] != "block":
			yield from place_faults(record, s, around)
	for block in blocks:
		left = [c for c, covered in zip(record["text"][block.begin:block.end], block.covered) if not covered and not c.isspace()]
		if left:
			yield f"in no token: {quote(''.join(left))[:60]}"


def place_faults(record, span, around):
	"""Takes a token or sentence in; what is wrong with where it lies."""
	shown = f"{span['layer']} {quote(text_of(record, span))[:60]!r}"
	if not around:
		yield f"{shown} is in no block"
		return
	block = around[-1]
	if span["begin"] < block.last[span["layer"]]:
		yield f"{shown} overlaps the one before it"
	block.last[span["layer"]] = span["end"]
	if span["layer"] == "sentence":
		block.sentences.append(span)
	else:
		block.cover(span)
		if not block.sentences or span["end"] > block.sentences[-1]["end"]:
			yield f"{shown} is in no sentence"


def note_faults(paths):
	read, _ = run(["pravah-read", "-q", *paths])
	for record in records(["pravah-segment", "-q"], read):
		for fault in record_faults(record):
			yield f"{os.path.relpath(record['id'], TOP)}: {fault}"


PIECES = ("a A 1 . , - / @ : + ( ) [ ] \" “ ” ‘ ’ ' ? ! । ॥ — ~ _ % $ # & = < > * ** ` é क क् 😀 中 etc. Dr. डॉ. रु. "
	"U.S. http:// a@b.co md … ... said कहा है ¹ [1] &amp; \\. <b> </b> [x](y) [^1] `a.` {{a}} $x$ hai आर. ii. Step "
	"(b) Yahoo ?! -- -> ० ½ Ⅳ १२ 🇮🇳 🇮 1️⃣ ~~ ا ٣ ߐ {:.x} \u200b \u200d \u0300 \ufffc \ufffd \u202e \u00a0 \u2028 \x01").split(" ")


def odd_texts(count, between):
	"""Texts of pieces that seldom meet; the same ones every time."""
	choose = random.Random(7)
	for _ in range(count):
		yield "".join(choose.choice(PIECES) + choose.choice(between) for _ in range(choose.choice((1, 2, 3, 5, 9, 40))))


def odd_line_faults(count):
	texts = list(odd_texts(count, ("", "", " ")))
	for text, record in zip(texts, segment_lines(texts)):
		for fault in record_faults(record):
			yield f"{quote(text)[:80]}: {fault}"


def odd_note_faults(count):
	"""The same as Markdown, a paragraph, cell, item, ... a text."""
	note = "\n\n".join(odd_texts(count, ("", "", " ", "  \n", "\n- ", "\n> ", "\n# ", "\n| a | ")))
	for record in records(["pravah-segment", "-f", "markdown", "-r", "-q"], note.encode()):
		yield from record_faults(record)


def every_text():
	found = [p for pattern in ("tests/cases/**", "corpus/notes/**", "README.md", "*/README.md", "stages/**/*.md")
		for p in glob.glob(os.path.join(TOP, pattern), recursive=True)]
	paths = sorted({p for p in found if os.path.isfile(p)})
	yield f"{len(paths)} notes", lambda: expect_none(note_faults(paths))
	yield "odd lines", lambda: expect_none(odd_line_faults(3000))
	yield "odd notes", lambda: expect_none(odd_note_faults(1500))


# --------------------------------------------------------------------- SRX

NAMESPACE = "{http://www.lisa.org/srx20}"
SRX = """<srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes" cascade="no"/><body>
<languagerules><languagerule languagerulename="notes">
<rule break="no"><beforebreak>{}</beforebreak><afterbreak>{}</afterbreak></rule>
</languagerule></languagerules>
<maprules><languagemap languagepattern=".*" languagerulename="notes"/></maprules></body></srx>
"""
WRONG = {
	"nothing": ("", "not well-formed XML"),
	"no XML": ("Dr\\.\n", "not well-formed XML"),
	"XML cut short": (SRX[:200], "not well-formed XML"),
	"other XML": ("<html><body/></html>", "not an SRX file"),
	"another namespace": (SRX.replace("srx20", "tmx14"), "not an SRX file"),
	"a wrong expression before": (SRX.format("(Dr", ""), "regular expression"),
	"a wrong expression after": (SRX.format("Dr", "[a-"), "regular expression"),
	"brackets that close ours": (SRX.format(")(", ""), "regular expression"),
}


def children(node, *names):
	"""The children's names, faults if they are not these, in order, each at most once."""
	found = [child.tag.removeprefix(NAMESPACE) for child in node]
	if found != [name for name in names if name in found]:
		yield f"{node.tag.removeprefix(NAMESPACE)} holds {found}, not {list(names)}"


def attributes(node, **values):
	for name, pattern in values.items():
		if not re.fullmatch(pattern, node.get(name, "")):
			yield f"{node.tag.removeprefix(NAMESPACE)}: {name} is {node.get(name)!r}"


def srx_faults(data):
	"""What is wrong with a file by the structure of SRX 2.0."""
	top = xml.etree.ElementTree.fromstring(data)
	find = lambda path: top.findall("/".join(NAMESPACE + name for name in path.split("/")))
	expect(top.tag == NAMESPACE + "srx", f"the top is {top.tag}")
	yield from attributes(top, version=r"2\.0")
	yield from children(top, "header", "body")
	for header in find("header"):
		yield from attributes(header, segmentsubflows="yes|no", cascade="yes|no")
	for body in find("body"):
		yield from children(body, "languagerules", "maprules")
	languages = {rule.get("languagerulename") for rule in find("body/languagerules/languagerule")}
	for rule in find("body/languagerules/languagerule/rule"):
		yield from attributes(rule, **{"break": "yes|no"})
		yield from children(rule, "beforebreak", "afterbreak")
	maps = find("body/maprules/languagemap")
	expect(maps, "no languagemap")
	for entry in maps:
		yield from attributes(entry, languagepattern=".+", languagerulename="|".join(map(re.escape, languages)))


def with_file(data, use):
	with tempfile.TemporaryDirectory(prefix="srx-") as folder:
		path = os.path.join(folder, "rules.srx")
		with open(path, "wb") as file:
			file.write(data)
		return use(path)


def wrong_srx(path, message):
	_, said = run(["pravah-segment", "-q", "--srx", path], b"One. Two.\n", statuses=(3,))
	expect(path in said and message in said, f"no word of {message!r} in: {said}")


def srx_score():
	cases = all_cases()
	written, _ = run(["pravah", "show", "segment"])
	there = score_cases(cases)["sentences"]
	back = with_file(written, lambda path: score_cases(cases, "--srx", path)["sentences"])
	expect(back >= there - SRX_LOSS, f"{back:.2f} % with its own rules as SRX, {there:.2f} % without")
	return f"{back:.2f} %, {there:.2f} % without"


def srx():
	def endless(path):
		run(["pravah-segment", "-q", "--srx", path], b"a" * 40 + b"! X. Y\n", statuses=(0, 1, 3))

	yield "what show writes", lambda: expect_none(srx_faults(run(["pravah", "show", "segment"])[0]))
	yield "what show writes, read again", srx_score
	for name, (text, message) in WRONG.items():
		yield name, lambda text=text, message=message: with_file(text.encode(), lambda path: wrong_srx(path, message))
	yield "bytes that are no text", lambda: with_file(b"<srx>\xff\xfe\x00</srx>", lambda path: wrong_srx(path, "not well-formed XML"))
	yield "a file that is not there", lambda: wrong_srx(os.path.join(TESTS, "none.srx"), "cannot be read")
	yield "an expression without end", lambda: with_file(SRX.format("(a+)+b", "").encode(), endless)


# ------------------------------------------------------------- hard inputs

# A line of each: a megabyte if it has blanks, and less if it has none, which no writer's text goes without for so long.
LONG, LONG_WORD = 1 << 20, 1 << 18
HARD = {
	"letters": "a", "Devanagari": "क", "viramas": "क्", "marks that combine": "\u0300", "digits": "1", "blanks": " ",
	"words": "a ", "sentences": "It is. ", "sentences in Hindi": "यह है। ", "emoji": "😀", "joined emoji": "👨\u200d", "Han": "中",
	"stops": ".", "dandas": "।", "hyphens": "-", "plus signs": "+", "tildes": "~", "equals signs": "=", "slashes": "/",
	"low lines": "_", "brackets": "(", "closing brackets": ")", "brackets of all kinds": "([{“‘\"", "quotes": '"',
	"quotes never closed": "“Is it? ", "dashes": "— ", "calls in dashes": "— no? ", "small questions": "no? ",
	"initials": "A.", "initials apart": "A. ", "initials in Hindi": "ए.", "abbreviations": "etc. ", "abbreviations in Hindi": "etc. क ",
	"titles": "Dr. ", "dots and letters": "a.", "slashes and letters": "a/", "plus signs and letters": "+a", "addresses": "http://(",
	"at signs": "a@", "percent signs": "a%", "ellipses": "… ", "footnotes": "x.[1] ", "numbers": "1,", "hyphens and letters": "a-",
	"right to left": "\u202eا? ", "object marks": "\ufffc",
}


def hard_line(unit):
	length = LONG if " " in unit else LONG_WORD
	run(["pravah-segment", "--lines", "-q"], unit.encode() * (length // len(unit.encode())) + b"\n")


def pairs_of_signs():
	"""Each two signs by turns, a line of 4 KB."""
	signs = "a A 1 . , - / @ : + ( \" “ ' ? ! । — ~ _ % = क ए. etc. 中".split()
	lines = [(a + b) * (4096 // len((a + b).encode())) for a, b in itertools.product(signs, signs)]
	run(["pravah-segment", "--lines", "-q"], "".join(f"{l}\n" for l in lines).encode())


def deep(note):
	run(["pravah-segment", "-f", "markdown", "-q"], note.encode())


def hard():
	for name, unit in HARD.items():
		yield name, lambda unit=unit: hard_line(unit)
	yield "two signs by turns", pairs_of_signs
	yield "many marks", lambda: deep("**a**b. " * 50000 + "\n")
	yield "many footnotes", lambda: deep("It is.[^1] " * 50000 + "\n\n[^1]: a\n")
	yield "many blocks", lambda: deep("# It is. 5.5\n" * 50000)


# ------------------------------------------------------------------- cases

SUITES = {"gold": gold, "score": score, "example": examples, "every text": every_text, "srx": srx, "hard": hard}


def case(name, function):
	"""Runs one case; returns its lines."""
	try:
		remark = function()
	except Failure as failure:
		return [f"FAILED {name}"] + ["    " + line for line in str(failure).rstrip().split("\n")]
	except Exception as error:  # a test that breaks is a test that fails
		return [f"FAILED {name}", f"    {type(error).__name__}: {error}"]
	return [f"ok {name}" + (f" ({remark})" if remark else "")]


def cases(words):
	for suite, functions in SUITES.items():
		for name, function in functions():
			if not words or any(w in f"{suite}: {name}" for w in words):
				yield f"{suite}: {name}", function


def main():
	parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
	parser.add_argument("--score", action="store_true", help="F1 over the gold sets, plain ICU's beside it")
	parser.add_argument("--misses", action="store_true", help="what comes out wrong")
	parser.add_argument("word", nargs="*")
	args = parser.parse_args()
	if args.score:
		print_score()
	if args.misses:
		print_misses()
	if args.score or args.misses:
		return
	failed = False
	with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 2) as pool:
		for lines in pool.map(lambda named: case(*named), cases(args.word)):
			print("\n".join(lines), flush=True)
			failed |= lines[0].startswith("FAILED")
	sys.exit(failed)


if __name__ == "__main__":
	main()
