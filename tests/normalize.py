#!/usr/bin/python3
"""Is what normalize writes right, the same the second time, and kept to prose?

	tests/normalize.py [WORD]...

Prints `ok NAME` or `FAILED NAME` with the reasons for each case; with words,
only for the cases whose names hold one of them.  BUILD names the build folder
(default: build).  normalize_score.py uses the functions of this file, too.
"""
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

TESTS = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(TESTS)
BUILD = os.path.join(TOP, os.environ.get("BUILD", "build"))
ENVIRONMENT = {"PRAVAH_DATA": TOP, **os.environ, "LC_ALL": "C.UTF-8"}
PROFILES = ("nfc", "clean", "house")
TIME_LIMIT = 120 if "san" in os.environ.get("BUILD", "") else 20
SHOWN = 12


class Failure(Exception):
	"""A case failed; the text says why."""


def expect(condition, why):
	if not condition:
		raise Failure(why)


def expect_none(faults, what="faults"):
	"""Fails with the first of them, one a line."""
	faults = list(faults)
	more = [f"and {len(faults) - SHOWN} more"] if len(faults) > SHOWN else []
	expect(not faults, "\n".join([f"{len(faults)} {what}:"] + faults[:SHOWN] + more))


def quote(text):
	"""A text for a message; what does not show is written as a number."""
	return "".join(c if c == " " or unicodedata.category(c)[0] in "LMNPS" else f"\\u{ord(c):04x}" for c in text)


# ----------------------------------------------------------------- running

def call(*command, data=b"", statuses=(0,)):
	"""Runs a program of the build; returns what it printed and what it said."""
	try:
		done = subprocess.run([os.path.join(BUILD, command[0]), *command[1:]], input=data, capture_output=True,
			timeout=TIME_LIMIT, env=ENVIRONMENT, cwd=TOP)
	except subprocess.TimeoutExpired:
		raise Failure(f"{' '.join(command[:6])}: no end after {TIME_LIMIT} s") from None
	said = done.stderr.decode("utf-8", "replace")
	expect(done.returncode in statuses, f"{' '.join(command[:6])}: exit status {done.returncode}\n{said}")
	return done.stdout, said


def normalize(lines, *options):
	"""Each line by itself, all in one process."""
	printed, _ = call("pravah-normalize", "--lines", "-q", *options, data="".join(f"{l}\n" for l in lines).encode())
	got = printed.decode().split("\n")[:-1]
	expect(len(got) == len(lines), f"{len(lines)} lines became {len(got)}")
	return got


def traced(lines, *options):
	"""(text, the rules that changed it) of each line."""
	printed, _ = call("pravah-normalize", "--lines", "-q", "-r", *options, data="".join(f"{l}\n" for l in lines).encode())
	records = [json.loads(line) for line in printed.decode().split("\n")[:-1]]
	expect(len(records) == len(lines), f"{len(lines)} lines became {len(records)} records")
	return [(r["text"], {s["label"] for s in r["spans"] if s["layer"] == "change"}) for r in records]


def contents(path):
	with open(path, "rb") as file:
		return file.read()


def rows(path, width=0):
	"""(line number, columns) of each row of a TSV file of this tree that has so many columns."""
	for number, line in enumerate(contents(os.path.join(TOP, path)).decode().split("\n"), 1):
		columns = line.split("\t")
		if line and not line.startswith("# ") and len(columns) >= width:
			yield number, columns


def notes(*patterns):
	found = [p for pattern in patterns for p in glob.glob(os.path.join(TOP, pattern), recursive=True)]
	return sorted(p for p in found if os.path.isfile(p))


def all_notes():
	return notes("tests/cases/**", "corpus/notes/**", "README.md", "stages/**/*.md")


# ------------------------------------------------------------------- notes

def files(paths):
	"""{a name of its own: bytes} of each note."""
	return {os.path.relpath(p, os.path.commonpath([TOP, p])).replace("/", "__"): contents(p) for p in paths}


def fill(folder, notes_by_name):
	os.mkdir(folder)
	for name, data in notes_by_name.items():
		with open(os.path.join(folder, name), "wb") as file:
			file.write(data)


def written(folder, names, into, profile):
	"""The notes of a folder, normalized, as files of another one."""
	call("pravah", "normalize", "note", "-q", "-p", profile, "-o", into + "/", *(os.path.join(folder, n) for n in names))


def records(folder, names, *command):
	printed, _ = call(*command, *(os.path.join(folder, n) for n in names))
	found = [json.loads(line) for line in printed.decode().split("\n")[:-1]]
	return {os.path.basename(r["id"]): r for r in found}


def spans(record, layer):
	return [s for s in record["spans"] if s["layer"] == layer]


def prose_of(record):
	"""For each character 1 if it is prose: in a prose block, and in no mark that lies in that block."""
	prose = bytearray(len(record["text"]))
	marks = spans(record, "markup")
	blocks = [b for b in spans(record, "block") if b.get("role") == "prose"]
	# A block inside a mark, such as the text of an image, comes after the block that the mark is in.
	for block in sorted(blocks, key=lambda b: (b["begin"], -b["end"])):
		begin, end = block["begin"], block["end"]
		prose[begin:end] = b"\1" * (end - begin)
		for mark in itertools.takewhile(lambda m: m["begin"] < end, marks_from(marks, begin)):
			if mark["end"] <= end:
				prose[mark["begin"]:mark["end"]] = bytes(mark["end"] - mark["begin"])
	return prose


def marks_from(marks, begin):
	low, high = 0, len(marks)
	while low < high:
		middle = (low + high) // 2
		if marks[middle]["begin"] < begin:
			low = middle + 1
		else:
			high = middle
	return itertools.islice(marks, low, None)


def skeleton(record):
	"""What normalize must not change: (names and texts of blocks, those of marks, all that is no prose)."""
	text, prose = record["text"], prose_of(record)

	def rest(span):
		begin, end = span["begin"], span["end"]
		return "".join(c for c, p in zip(text[begin:end], prose[begin:end]) if not p)

	blocks = [(b["label"], b.get("role"), b.get("level"), b.get("value"), rest(b)) for b in spans(record, "block")]
	marks = [(m["label"], m.get("role"), rest(m)) for m in spans(record, "markup")]
	return blocks, marks, rest({"begin": 0, "end": len(text)})


def first_difference(old, new):
	at = next((i for i, (a, b) in enumerate(zip(old, new)) if a != b), min(len(old), len(new)))
	if isinstance(old, str):
		return f"{quote(old[max(0, at - 20):at + 30])} became {quote(new[max(0, at - 20):at + 30])}"
	return f"{old[at:at + 1]} became {new[at:at + 1]}"


def places(record):
	return [tuple(s.get(k) for k in ("layer", "begin", "end", "label", "role", "level"))
		for layer in ("block", "markup") for s in spans(record, layer)]


def structure_faults(notes_by_name, profile):
	"""What normalize changed in notes besides prose, and spans that it did not move with their texts."""
	names = list(notes_by_name)
	with tempfile.TemporaryDirectory(prefix="structure-") as work:
		before, after = os.path.join(work, "in"), os.path.join(work, "out")
		fill(before, notes_by_name)
		written(before, names, after, profile)
		old = records(before, names, "pravah-read")
		carried = records(before, names, "pravah-normalize", "-q", "-r", "-p", profile)
		new = records(after, names, "pravah-read")
	for name in names:
		yield from faults_of(name, old[name], carried[name], new[name])


def faults_of(name, old, carried, new):
	was, now = skeleton(old), skeleton(new)
	for what, a, b in zip(("blocks", "marks", "bytes outside prose"), was, now):
		if a != b:
			yield f"{name}: {what}: {first_difference(a, b)}"
			return
	if carried["text"] != new["text"]:
		yield f"{name}: as a record: {first_difference(carried['text'], new['text'])}"
	elif places(carried) != places(new):
		yield f"{name}: spans of the record: {first_difference(places(carried), places(new))}"


def repeated_notes(notes_by_name, profile):
	"""Notes in which a second run still changes something."""
	names = list(notes_by_name)
	with tempfile.TemporaryDirectory(prefix="again-") as work:
		folders = [os.path.join(work, n) for n in ("in", "once", "twice")]
		fill(folders[0], notes_by_name)
		written(folders[0], names, folders[1], profile)
		written(folders[1], names, folders[2], profile)
		for name in names:
			once, twice = (contents(os.path.join(f, name)).decode() for f in folders[1:])
			if once != twice:
				yield f"{name}: {first_difference(once, twice)}"


def repeated_lines(lines, profile):
	"""Lines in which a second run still changes something."""
	once = normalize(lines, "-p", profile)
	for line, a, b in zip(lines, once, normalize(once, "-p", profile)):
		if a != b:
			yield f"{quote(line)[:200]}: {first_difference(a, b)}"


# ------------------------------------------------------------- dictionaries

RULES = "dictionaries/normalize.tsv"
NAME, PROFILE, FROM, TO, EXAMPLE, BECOMES = 0, 1, 3, 5, 7, 8


def rules(profile=None):
	"""(line number, columns) of the rules of a profile."""
	for number, row in rows(RULES):
		if row[NAME] != "class" and profile in (None, row[PROFILE]):
			yield number, row


def protects(row):
	"""A row that writes what it meets keeps other rules away."""
	return row[FROM] == row[TO]


def examples(profile):
	"""Every row's example becomes what the row says, and by this very rule."""
	chosen = list(rules(profile))
	faults = []
	for (number, row), (text, changes) in zip(chosen, traced([r[EXAMPLE] for _, r in chosen], "-p", profile)):
		where = f"{RULES}:{number}: {row[NAME]}: {quote(row[EXAMPLE])}"
		if text != row[BECOMES]:
			faults.append(f"{where} became {quote(text)}, not {quote(row[BECOMES])}")
		elif not protects(row) and row[NAME] not in changes:
			faults.append(f"{where} does not need this rule, but {', '.join(sorted(changes)) or 'none'}")
	expect_none(faults)


def by_name():
	"""{(rule, profile): its rows}"""
	found = {}
	for _, row in rules():
		found.setdefault((row[NAME], row[PROFILE]), []).append(row)
	return found


def without():
	"""--without: the rule is at work nowhere, and what a protecting one kept is kept no more."""
	faults = []
	for (name, profile), its_rows in by_name().items():
		got = traced([r[EXAMPLE] for r in its_rows], "-p", profile, "--without", name)
		faults += [f"{name}: {quote(r[EXAMPLE])}" for r, (_, changes) in zip(its_rows, got) if name in changes]
		if all(map(protects, its_rows)) and not any(changes for _, changes in got):
			faults.append(f"{name}: protects nothing in its examples")
	expect_none(faults)


def with_rule():
	"""--with: a rule works in the profile below its own and takes no other along."""
	faults = []
	for (name, profile), its_rows in by_name().items():
		below = PROFILES[PROFILES.index(profile) - 1]
		lines = [r[EXAMPLE] for r in its_rows]
		plain = traced(lines, "-p", below)
		got = traced(lines, "-p", below, "--with", name)
		if not all(map(protects, its_rows)) and not any(name in changes for _, changes in got):
			faults.append(f"{name} does nothing")
		others = set().union(*(c for _, c in got)) - {name}
		allowed = set().union(*(c for _, c in plain)) | rule_names(below)
		faults += [f"{name} takes {other} along" for other in others - allowed]
	expect_none(faults)


def rule_names(profile):
	"""The rules that are on in a profile."""
	on = PROFILES[:PROFILES.index(profile) + 1]
	return {"nfc"} | {row[NAME] for _, row in rules() if row[PROFILE] in on} | ({"lookalike"} if profile != "nfc" else set())


def code_points(text):
	return re.sub(r"U\+([0-9A-F]{4,6})", lambda m: chr(int(m.group(1), 16)), text)


LOOKALIKE_CONTEXT = {"mark": "क{}क", "letter": "क{}क", "digit": "१{}", "punctuation": "क{} क"}


def lookalikes():
	"""Every look-alike becomes the right character where its kind says so."""
	chosen = list(rows("dictionaries/lookalikes.tsv", 3))
	texts = [LOOKALIKE_CONTEXT[r[2]].format(code_points(r[0])) for _, r in chosen]
	faults = []
	for (number, row), got in zip(chosen, normalize(texts, "-p", "clean")):
		wanted = LOOKALIKE_CONTEXT[row[2]].format(code_points(row[1]))
		if got != wanted:
			faults.append(f"lookalikes.tsv:{number}: {quote(row[0])}: {quote(got)}, not {quote(wanted)}")
	expect_none(faults)


def visarga():
	"""Words that hold a visarga keep it in a sentence, and get it back for a colon."""
	words = [row[0] for _, row in rows("dictionaries/visarga.hi.tsv")]
	sentences = [f"x {word} x" for word in words]
	colons = [s.replace("ः", ":") for s in sentences]
	faults = [f"{s} became {got}" for s, got in zip(sentences, normalize(sentences)) if got != s]
	faults += [f"{c} became {got}" for s, c, got in zip(sentences, colons, normalize(colons)) if got != s]
	expect_none(faults)


def abbreviations():
	"""The stop of an abbreviation is no danda."""
	sentences = [row[3] for _, row in rows("dictionaries/abbreviations.tsv", 4) if row[1] == "hi"]
	# One of them is a spelling that the house does not have.
	wanted = [re.sub("डा(?=[.॰] )", "डॉ", s) for s in sentences]
	got = normalize(sentences, "-p", "house")
	expect_none(f"{w} became {g}" for w, g in zip(wanted, got) if w != g)


def spelling():
	"""Every word, stem and phrase is spelled as its row says, and what is to be kept is kept."""
	entries = [(number, row) for number, row in rows("dictionaries/spelling.hi.tsv", 2) if row[0] != "ending"]
	wanted = [row[1] if row[0] == "keep" else row[2] for _, row in entries]
	got = normalize([f"x {row[1]} x" for _, row in entries], "-p", "house")
	expect_none(f"spelling.hi.tsv:{number}: {row[1]} became {g[2:-2]}, not {w}"
		for (number, row), w, g in zip(entries, wanted, got) if g != f"x {w} x")


def old_fonts():
	"""Hindi in an old font is told of."""
	fonts = {}
	for _, row in rows("dictionaries/legacy-fonts.tsv", 4):
		fonts.setdefault(row[0], []).append(row[1])
	for font, words in fonts.items():
		for text in (" ".join(words), " ".join(words[:40])):
			_, said = call("pravah-normalize", data=text.encode())
			expect("[legacy-font]" in said, f"{font}: nobody noticed: {text[:100]}")


# ------------------------------------------------------------ what is ours

def corpus_columns():
	"""{file of the corpus: its columns}"""
	return {os.path.relpath(p, TOP): list(zip(*(r for _, r in rows(p, 2)))) for p in notes("corpus/*.tsv")}


# Notes in which a careless repair would make or break a mark, a block or a value.
FORMAT = (
	# A list, a heading, a quotation, a break that was none.
	"-\u00a0item\n", "#\u00a0Title\n", "1.\u2003item\n", "\u2060# T\n", "\u200e- item\n", "\u200e1. item\n",
	"text\n\n\ufeff# T\n", "- a\n\u200e- b\n", "\u2060> quote\n", "title\n\u2060---\n", "\u2060```\ncode\n```\n",
	"\u2060<div>\nx\n</div>\n", "\u2060[x]: y\n\n[x]\n", "x[^1]\n\n\u2060[^1]: note\n", "\u2060{: .lead}\n",
	"1． text\n", "१. बात\n", "१) बात\n", "- १. बात\n", "> abc\n> १. बात\n", "abc\n  १. बात\n", "abc\n१. बात\n",
	"शब्द\nः अर्थ\n", "शब्द\n： अर्थ\n", "शब्द\n\u00a0: अर्थ\n", "\u2003\u2003\u2003\u2003text\n",
	"text\n\n\u3000\u3000\u3000\u3000text\n", "word\u2003\u2003\nnext\n", "word\u00a0\u00a0\nnext\n",
	"word\u00a0\nnext\n", "\u3000text\n", "\u00a0\u00a0text\n", "- क\n\n\u00a0\u00a0 ख\n", "- [\u00a0] task\n",
	"- [ ]\u00a0task\n",
	# A block or a mark with nothing in it.
	"a\n\n\u00a0\n\nb\n", "\u200b\n", "# \u00ad\n", "- \u200b\n", "| \u200b | b |\n|--|--|\n| \u00ad | d |\n",
	"![\u200b](x)\n", "**\u2060**\n",
	# Links and their labels.
	"[हिन्दी]\n\n[हिन्दी]: /u\n", "[हिन्दी][]\n\n[हिन्दी]: /u\n", "[बाजा़र]\n\n[बाजा़र]: /u\n",
	"![बाजा़र]\n\n[बाजा़र]: /u\n", "[क][बाजा़र]\n\n[बाजा़र]: /u\n", "[a]\u2060(b)\n", "[a]（b）\n", "！[a](b)\n",
	"क ！[a](b)\n", "[a](b (（यह）))\n", "[a](b \"„यह„\")\n", "[a](b '´यह´')\n",
	# Emphasis is told by what stands beside it.
	"**यह नोटः**यह\n", "*यह नोटः*यह\n", "**यह डॉ०**राव\n", "_यह नोटः_ यह\n", "क\u200d**ख**\n", "**\u00a0x**\n",
	"**x\u00a0**y\n", "** चलो**\n", "*( x )*\n", "शब्द,*x*\n", "कल **।**\n", "क **ख **\n", "e**\u0301**\n",
	# Tables, code, Liquid, HTML.
	"| नाम | काम |\n| राम | चोर |\n", "| नाम | काम |\n|---|---|\n| क \\| ख | ग |\n", "``चलो'' कल `` ख\n",
	"{％ if ％}\n", "{{ \"हूँ\" }} हूँ\n", "<p title=\"हूँ\">हूँ  है</p>\n", "x <\u0338b> y\n", "कल `x` ।\n",
	"कल\u2028परसों\n",
	# Front matter.
	"\u2060---\ntitle: x\n---\n", "---\ntitle: नोट꞉ यह\n---\n", "---\ntitle: यह नोटः अच्छा\n---\n",
	"---\ntitle: यह\u00a0# नहीं\n---\n", "---\ntitle: \u00a0यह\n---\n", "---\ntitle: यह\u00a0\n---\n",
	"---\ntitle: \u200b\n---\n", "---\ntitle: ५०\n---\n", "---\ntitle: ＹＥＳ\n---\n",
	"---\ntitle: \u2060- यह\n---\n", "---\ntitle: \"यह „नहीं„ है\"\n---\n", "---\ntitle: 'यह ´नहीं´ है'\n---\n",
	"---\ntitle: ``यह'' है\n---\n", "---\ntitle: >\n  यह\u2003\n  है\n---\n",
	"---\ntitle: |\n  \u2003यह\n  है\n---\n",
)


def keeps_format(profile):
	faults = structure_faults({f"{number}.md": note.encode() for number, note in enumerate(FORMAT)}, profile)
	expect_none((f"{quote(FORMAT[int(f.split('.')[0])])}: {f.split(': ', 1)[1]}" for f in faults), "notes lost their format")


def corpus_repeats(profile):
	cells = [cell for columns in corpus_columns().values() for column in columns for cell in column]
	expect_none(repeated_lines(cells, profile), "cells change again")


def house_leaves_hindi():
	"""The corpus is in house style; as a note, so that code in it is seen as code."""
	faults = []
	for name, columns in corpus_columns().items():
		printed, _ = call("pravah-normalize", "-q", "-p", "house", data="\n\n".join(columns[-1]).encode())
		faults += [f"{name}: {first_difference(h, got)}" for h, got in zip(columns[-1], printed.decode().split("\n\n")) if h != got]
	for path in notes("corpus/notes/*-hi.md"):
		note, printed = contents(path).decode(), call("pravah-normalize", "-q", "-p", "house", path)[0].decode()
		if note != printed:
			faults.append(f"{os.path.basename(path)}: {first_difference(note, printed)}")
	expect_none(faults, "changes")


def no_false_alarms():
	"""Sound text is not called damaged."""
	cells = [cell for name, columns in corpus_columns().items() if "mixed" not in name for cell in itertools.chain(*columns)]
	_, said = call("pravah-normalize", "-q", "--lines", data="\n".join(cells).encode() + b"\n")
	_, of_notes = call("pravah-normalize", "-q", *notes("corpus/notes/*", "README.md", "corpus/README.md"))
	expect_none((said + of_notes).splitlines(), "warnings")


# ----------------------------------------------------------- far and near

QUIET = "x" * 100
PAIRS = 20000


def neighbours(profile):
	"""What is done at one place does not depend on what was done at another one, however far it is."""
	dice = random.Random(3)
	texts = [r[EXAMPLE] for _, r in rules() if r[PROFILE] in PROFILES[:PROFILES.index(profile) + 1]]
	firsts = dict(zip(texts, normalize([f"{t} {QUIET}" for t in texts], "-p", profile)))
	seconds = dict(zip(texts, normalize([f"{QUIET} {t}" for t in texts], "-p", profile)))
	pairs = [(dice.choice(texts), "x" * dice.randint(1, 100), dice.choice(texts)) for _ in range(PAIRS)]
	faults = []
	for (a, gap, b), got in zip(pairs, normalize([" ".join(pair) for pair in pairs], "-p", profile)):
		wanted = firsts[a].removesuffix(QUIET) + gap + seconds[b].removeprefix(QUIET)
		if got != wanted:
			faults.append(f"{quote(a)}, {len(gap)} letters, {quote(b)}: {first_difference(wanted, got)}")
	expect_none(faults)


def chance(profile):
	"""Texts thrown together from the characters of all rules: a second run changes nothing."""
	characters = {c for _, r in rules() for c in r[EXAMPLE] + r[BECOMES]} | set("אऽ中xक़ा्िंँः .|:,\"'\u00a0\u200b\u200c\u200d")
	characters |= {c for _, r in rows("dictionaries/lookalikes.tsv", 3) for c in code_points(r[0])}
	dice, pool = random.Random(1), sorted(characters)
	lines = ["".join(dice.choices(pool, k=dice.randint(1, length))) for length in (6, 20, 80) for _ in range(4000)]
	expect_none(repeated_lines(lines, profile), "lines change again")


def composed():
	"""The profile nfc is NFC, and nothing else."""
	dice = random.Random(2)
	pool = [chr(c) for c in range(0xa0, 0x3100) if unicodedata.category(chr(c)) not in ("Cn", "Cc", "Zl", "Zp")]
	pool += [chr(c) for c in range(0xac00, 0xac40)] + [chr(c) for c in range(0x1d150, 0x1d170)]
	marks = [c for c in pool if unicodedata.combining(c)]
	lines = ["x" + "".join(dice.choice(dice.choice((pool, marks))) for _ in range(8)) for _ in range(20000)]
	got = normalize(lines, "-p", "nfc")
	expect_none(f"{quote(l)} became {quote(g)}" for l, g in zip(lines, got) if g != unicodedata.normalize("NFC", l))


# ---------------------------------------------------------------- switches

MESSY = """---
title: "अाज की बैठक"
layout: post
---

# नोटः पहला शीर्षक

यह **बहुत** अच्छा हैः\u200d [कड़ी](https://example.org/अाज "नाम") और `कोड अा`। दूसरा वाक्य उसकीी है।

![चित्र का अा](a.png "शीर्षक अा") काम उसकीी हुआ। अब चलो।

- पहली मंे
- दूसरी\u200b बात
"""


def usage():
	for options, code in ((("--profile", "neat"), "[profile]"), (("--without", "no-such-rule"), ""), (("--with", "no-such-rule"), "")):
		_, said = call("pravah-normalize", *options, data=b"x\n", statuses=(2,))
		expect(code in said, f"{' '.join(options)}: {said}")


def change_layer():
	"""Each change has its rule, what stood there, and the place of what stands there now."""
	printed, _ = call("pravah-normalize", "-q", "-r", data="नोटः मंे उसकीी\n".encode())
	record = json.loads(printed)
	got = [(c["label"], c["value"], record["text"][c["begin"]:c["end"]]) for c in spans(record, "change")]
	wanted = [("visarga-for-colon", "ः", ":"), ("sign-order", "ंे", "ें"), ("double-sign", "ीी", "ी")]
	expect(got == wanted, f"{got}, not {wanted}")


def undone():
	"""The changes of a record, taken back from the last to the first, give the text as it was."""
	faults = []
	printed, _ = call("pravah-normalize", "-q", "-r", "-p", "house", data=MESSY.encode())
	record = json.loads(printed)
	text, end = record["text"], len(record["text"]) + 1
	for change in sorted(spans(record, "change"), key=lambda c: (c["begin"], c["end"]), reverse=True):
		if change["end"] > end or (change["begin"], change["end"]) == (end, end):
			continue
		text, end = text[:change["begin"]] + change["value"] + text[change["end"]:], change["begin"]
	if text != MESSY:
		faults.append(first_difference(MESSY, text))
	expect_none(faults)


def through_records():
	"""Layers that were there before are moved with their texts."""
	read, _ = call("pravah-read", data=MESSY.encode())
	cut, _ = call("pravah-segment", data=read)
	before = json.loads(cut)
	moved = json.loads(call("pravah-normalize", "-q", data=cut)[0])
	fresh = json.loads(call("pravah-segment", "-r", data=moved["text"].encode())[0])
	expect(before["text"] == MESSY and moved["text"] != MESSY, "nothing was normalized")
	for layer in ("block", "markup", "sentence"):
		a, b = ([(s["begin"], s["end"]) for s in spans(r, layer)] for r in (moved, fresh))
		expect(a == b, f"{layer}: {first_difference(b, a)}")


def foreign_layers():
	"""So are the layers of other programs."""
	words = ["अाज", "नोटः", "यह", "उसकीी", "बात"]
	text, marks = " ".join(words), []
	for word in words:
		begin = text.index(word)
		marks.append({"layer": "word", "begin": begin, "end": begin + len(word), "label": word})
	data = json.dumps({"id": "x", "text": text, "spans": marks}, ensure_ascii=False).encode() + b"\n"
	record = json.loads(call("pravah-normalize", "-q", data=data)[0])
	got = [record["text"][s["begin"]:s["end"]] for s in spans(record, "word")]
	expect(got == record["text"].split(), f"{got}, not {record['text'].split()}")


def one_call():
	"""A pipe of programs and one call agree."""
	for profile in PROFILES:
		read = call("pravah-read", data=MESSY.encode())[0]
		piped = call("pravah-segment", data=call("pravah-normalize", "-q", "-p", profile, data=read)[0])[0]
		called = call("pravah", "read", "normalize", "segment", "-q", "-r", "-p", profile, data=MESSY.encode())[0]
		expect(piped == called, f"{profile}: {first_difference(called.decode(), piped.decode())}")


def trace_shows():
	printed, _ = call("pravah", "trace", "-q", data="नोटः यह\n".encode())
	expect('change visarga-for-colon ":" ← "ः"' in printed.decode(), printed.decode())


# ---------------------------------------------------------- damaged before

def ill_formed():
	"""Every sign that stands on nothing is told of, where it stands in the new text."""
	text = "ि क\nअाि ज़ि का कऽ़\n![ि](x) कल ि आज ि\n"
	_, said = call("pravah-normalize", data=text.encode())
	got = re.findall(r":(\d+:\d+): warning: .*\[ill-formed\]", said)
	wanted = ["1:1", "2:13", "2:2", "3:12", "3:17", "3:3"]
	expect(sorted(got) == wanted, f"{sorted(got)}, not {wanted}")
	_, said = call("pravah-normalize", data="कि ".encode() + "ि ".encode() * 50)
	expect(said.count("[ill-formed]") == 21 and "30 more" in said, said)


def misread(text):
	"""UTF-8, read as Windows-1252 by the Encoding Standard."""
	return "".join(chr(b) if b in (0x81, 0x8d, 0x8f, 0x90, 0x9d) else bytes([b]).decode("cp1252") for b in text.encode())


def mojibake():
	"""All of it is counted, wherever it stands, and undone if that is asked for."""
	for n in range(40):
		gap = "x" * n
		_, said = call("pravah-normalize", "-q", data=f"{misread('é')}{gap}{misread('—')}{gap}{misread('न')}".encode())
		found = re.search(r":1:1: warning: (\d+) characters .*\[mojibake\]", said)
		expect(found and found.group(1) == "3", f"{n} characters between: {said}")
	text = "नमस्ते “दुनिया” — café 🙂 Łódź, привет"
	got = normalize([misread(text), "x " + misread(text) + " x"], "--repair-mojibake")
	expect(got == [text, f"x {text} x"], f"{got[0]}, not {text}")
	twice = normalize([misread(misread("é नमस्ते"))], "--repair-mojibake")
	expect(twice == normalize(twice, "--repair-mojibake"), f"read wrongly twice, it became {quote(twice[0])}")


# -------------------------------------------------------------- hard input

MEGABYTE = 1 << 20


def of_size(text):
	return text * (MEGABYTE // len(text.encode()))


BMP = "".join(chr(c) for c in range(0x20, 0x10000) if not 0xd800 <= c < 0xe000)
HARD = {
	"empty": "",
	"combining marks": of_size("\u0301"),
	"marks of two classes": of_size("\u0301\u0323"),
	"letters with marks": of_size("e\u0301"),
	"one Latin letter": of_size("a"),
	"one Devanagari letter": of_size("क"),
	"letters and blanks": of_size(" क"),
	"blanks": "क" + of_size(" ") + "क",
	"no-break spaces": "क" + of_size("\u00a0") + "क",
	"joiners": "क" + of_size("\u200d"),
	"direction marks": of_size("a\u200e"),
	"split vowels": of_size("अा"),
	"vowel signs": "क" + of_size("ा"),
	"half letters": of_size("क्"),
	"nuktas": "क" + of_size("़"),
	"visargas": of_size("कः "),
	"colons": of_size("क:"),
	"stops": of_size("क."),
	"bars": of_size("क|"),
	"Devanagari digits": of_size("१"),
	"full-width letters": of_size("ａ"),
	"full-width letters beside Han": of_size("ａ中"),
	"glides": of_size("जायेगा "),
	"mojibake": of_size("Ã©"),
	"quotes": of_size("''"),
	"ticks": of_size("``"),
	"Hangul by parts": of_size("\u1100\u1161"),
	"the plane": BMP,
	"the plane, a letter between": "क".join(BMP),
}


def hard(text, *options):
	"""Ends in time; a second run changes nothing."""
	for profile in PROFILES:
		once, _ = call("pravah-normalize", "-q", "-p", profile, *options, data=text.encode() + b"\n")
		twice, _ = call("pravah-normalize", "-q", "-p", profile, *options, data=once)
		expect(once == twice, f"{profile}: {first_difference(once.decode(), twice.decode())}")


def not_text():
	"""Bytes that are no UTF-8 are told of with their place; --lines carries the line through."""
	data = "नोटः यह\nab\xff\nनोटः यह\n".encode("latin-1", "ignore") + "नोटः यह\n".encode() + b"ab\xffcd\xc3\n" + "नोटः यह".encode()
	printed, said = call("pravah-normalize", "--lines", data=data, statuses=(1,))
	lines = printed.split(b"\n")
	expect(b"ab\xffcd\xc3" in lines, f"the line became {lines}")
	expect(lines[-1] == "नोट: यह".encode(), f"the line after it became {lines[-1]}")
	expect(re.search(r":1:3: error: .*\[utf8\]", said), said)
	printed, said = call("pravah-normalize", data=b"one\n\xe0\xa4\n", statuses=(1,))
	expect(not printed and re.search(r":2:1: error: .*\[utf8\]", said), said)


def nul_and_returns():
	for text, wanted in (("नोटः\0 यह\n", "नोटः\0 यह\n"), ("एक नोटः\r\nयह\r\n", "एक नोट:\r\nयह\r\n"), ("अा\0\r\nअा", "आ\0\r\nआ")):
		for options in ((), ("--lines",), ("--format", "text")):
			got = call("pravah-normalize", "-q", *options, data=text.encode())[0].decode()
			expect(got == wanted, f"{options}: {quote(text)} became {quote(got)}")


# ------------------------------------------------------------------- cases

def cases():
	"""(name, function without arguments) of every case."""
	for profile in PROFILES[1:]:
		yield f"examples of {profile} rules", lambda p=profile: examples(p)
	for name, function in (("look-alikes", lookalikes), ("visarga words", visarga), ("abbreviations", abbreviations), ("spelling", spelling),
			("old fonts", old_fonts), ("no false alarms", no_false_alarms), ("house leaves Hindi alone", house_leaves_hindi),
			("--without", without), ("--with", with_rule), ("wrong options", usage), ("layer of changes", change_layer),
			("changes undone", undone), ("spans move", through_records), ("spans of other programs move", foreign_layers),
			("ill-formed signs", ill_formed), ("mojibake", mojibake), ("pipe and call", one_call), ("trace", trace_shows), ("NFC", composed), ("not UTF-8", not_text),
			("NUL and returns", nul_and_returns)):
		yield name, function
	for profile in PROFILES:
		yield f"corpus twice, {profile}", lambda p=profile: corpus_repeats(p)
		yield f"notes twice, {profile}", lambda p=profile: expect_none(repeated_notes(files(all_notes()), p))
		yield f"structure, {profile}", lambda p=profile: expect_none(structure_faults(files(all_notes()), p))
		yield f"format, {profile}", lambda p=profile: keeps_format(p)
		yield f"chance, {profile}", lambda p=profile: chance(p)
	for profile in PROFILES[1:]:
		yield f"neighbours, {profile}", lambda p=profile: neighbours(p)
	for name, text in HARD.items():
		yield f"hard: {name}", lambda t=text: hard(t)
		yield f"hard: {name}, as a line", lambda t=text: hard(t, "--lines")


def run(name, function):
	try:
		function()
	except Failure as failure:
		return [f"FAILED {name}"] + ["    " + line for line in str(failure).rstrip().split("\n")]
	except Exception as error:  # a test that breaks is a test that fails
		return [f"FAILED {name}", f"    {type(error).__name__}: {error}"]
	return [f"ok {name}"]


def printed(program, text, *options, statuses=(0,)):
	"""What a program prints for a text."""
	data = text if isinstance(text, bytes) else text.encode()
	return call(program, "-q", *options, data=data, statuses=statuses)[0].decode()


def printed_lines(program, lines, *options):
	"""What it prints for each line by itself, all in one process."""
	got = printed(program, "".join(f"{l}\n" for l in lines), "--lines", *options).split("\n")[:-1]
	expect(len(got) == len(lines), f"{len(lines)} lines became {len(got)}")
	return got


def run_all(cases, words):
	"""Runs the cases whose name has one of the words, or all; ends the program."""
	chosen = [(name, f) for name, f in cases if not words or any(w in name for w in words)]
	failed = 0
	with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 2) as pool:
		for found in pool.map(lambda case: run(*case), chosen):
			print("\n".join(found), flush=True)
			failed += found[0].startswith("FAILED")
	print(f"{len(chosen) - failed} passed, {failed} failed")
	sys.exit(failed > 0 or not chosen)


def main():
	run_all(cases(), sys.argv[1:])


if __name__ == "__main__":
	main()
