#!/usr/bin/python3
"""Does transliterate write words as it should, and touch nothing else?

	tests/transliterate.py [WORD]...

Prints `ok NAME` or `FAILED NAME` with the reasons for each case; with words,
only for the cases whose names hold one of them.  corpus/transliterate.txt is
the gold list.  BUILD names the build folder (default: build).
"""
import collections
import itertools
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True
import normalize as n
from normalize import ENVIRONMENT, BUILD, Failure, all_notes, call, contents, expect, expect_none, first_difference, notes, quote, rows, TOP, printed, printed_lines
import parity

GOLD = "corpus/transliterate.txt"
# Of each kind in the gold list: how its inputs are given, and the per cent of them that must come out right.
# Never lower a floor: a change that needs that is worse.
WORDS = {
	"loan": (("--to", "hi", "--from", "en"), 98.0),
	"name": (("--to", "hi", "--names"), 96.0),
	"roman": (("--to", "hi", "--from", "hi-Latn"), 98.0),
	"latin": (("--to", "hi-Latn", "--from", "hi"), 96.0),
	"english": (("--to", "en"), 96.0),
}
TEXTS = {"token": ("हमने {} देखा।", 95.0), "sentence": ("{}", 92.0)}
# Of 10,000 words of our own Hindi, how many in Devanagari may be spelled anew.
RESPELLED = 8

LABELS = ("glossary", "lexicon", "said", "name", "letters", "ending", "document", "rules", "model")
TARGETS = ("hi", "en", "hi-Latn", "iso15919", "ascii")
# Letters and signs; digits may stay.
DEVANAGARI, LATIN = re.compile("[\u0900-\u0963\u0971-\u097f]"), re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
ENGLISH_WORDS = "server deployment models companies iPhone zorvex Google wonderful pneumonia xq strength a".split()
HINDI_WORDS = "सर्वर पानी ज़िंदगी विश्वविद्यालय डेटाबेस ग्रोकिंग क्ष मैं".split()


# ----------------------------------------------------------------- running

def transliterate(text, *options, statuses=(0,)):
	"""The text that is printed for a text."""
	return printed("pravah-transliterate", text, *options, statuses=statuses)


def lines_of(lines, *options):
	"""Each line by itself, all in one process."""
	return printed_lines("pravah-transliterate", lines, *options)


def words_of(words, *options):
	"""{word: its guesses, or None for a line with nothing behind it}"""
	got = transliterate("".join(f"{w}\n" for w in words), "--words", *options).split("\n")[:-1]
	expect(len(got) == len(words), f"{len(words)} words became {len(got)} lines")
	columns = [line.split("\t") for line in got]
	expect_none(f"{quote(w)} is {quote(c[0])} in the answer" for w, c in zip(words, columns) if c[0] != w)
	return {c[0]: c[1:] or None for c in columns}


def record(text, *options):
	data = text if isinstance(text, bytes) else text.encode()
	return json.loads(call("pravah-transliterate", "-q", "-r", *options, data=data)[0])


def places(made):
	"""[(begin, end, its spans in their order)] of the places that change."""
	for (begin, end), group in itertools.groupby(n.spans(made, "translit"), key=lambda s: (s["begin"], s["end"])):
		yield begin, end, list(group)


def replaced(made):
	"""The text of a record with the best alternative in each place."""
	text, parts, at = made["text"], [], 0
	for begin, end, group in places(made):
		parts += [text[at:begin], group[0].get("value", "")]
		at = end
	return "".join(parts + [text[at:]])


def with_files(**texts):
	"""A folder with files; the names' first _ is a stop."""
	folder = tempfile.TemporaryDirectory(prefix="transliterate-")
	for name, text in texts.items():
		with open(os.path.join(folder.name, name.replace("_", ".", 1)), "w", encoding="utf-8") as file:
			file.write(text)
	return folder


# --------------------------------------------------------------- gold list

def gold():
	"""{kind: [(input, what is right)]}"""
	found = collections.defaultdict(list)
	for _, row in rows(GOLD, 3):
		found[row[0]].append((row[1], row[2].split("|")))
	return found


LEAST = {"loan": 150, "name": 80, "roman": 80, "latin": 80, "english": 60, "token": 40, "sentence": 40}


def well_formed():
	text = contents(os.path.join(TOP, GOLD)).decode()
	faults, seen = [], set()
	for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
		columns = line.split("\t")
		if line.startswith("# "):
			continue
		if len(columns) != 3 or columns[0] not in LEAST:
			faults.append(f"{number}: not a kind and two columns: {line[:60]}")
			continue
		if not all(p and p == p.strip() for p in (columns[1], *columns[2].split("|"))):
			faults.append(f"{number}: something is empty or has blanks around it: {line[:60]}")
		if tuple(columns[:2]) in seen:
			faults.append(f"{number}: stands there twice: {columns[1]}")
		seen.add(tuple(columns[:2]))
	for name in ("kind", "languages", "format", "source", "licence"):
		if f"\n# {name}: " not in "\n" + text:
			faults.append(f"the header has no {name}")
	if not unicodedata.is_normalized("NFC", text) or "\r" in text or not text.endswith("\n"):
		faults.append("not NFC, or carriage returns, or no line feed at the end")
	faults += [f"only {len(gold()[kind])} rows of {kind}" for kind, least in LEAST.items() if len(gold()[kind]) < least]
	expect_none(faults)


def answers(kind):
	"""(input, what came, what is right) of each row."""
	table = gold()[kind]
	if kind in WORDS:
		got = words_of([a for a, _ in table], *WORDS[kind][0])
		return [(a, (got[a] or [""])[0], wanted) for a, wanted in table]
	frame = TEXTS[kind][0]
	got = lines_of([frame.format(a) for a, _ in table], "--to", "hi")
	return [(a, g, [frame.format(w) for w in wanted]) for (a, wanted), g in zip(table, got)]


def gold_kind(kind):
	found = answers(kind)
	floor = (WORDS | TEXTS)[kind][1]
	wrong = [f"{a} became {g or 'nothing'}, not {' or '.join(w)}" for a, g, w in found if g not in w]
	score = 100 - 100 * len(wrong) / len(found)
	expect(score >= floor, f"{score:.2f} % of {len(found)} are right, fewer than {floor} %:\n" + "\n".join(wrong))


# ------------------------------------------------------------ dictionaries

SIGNS = re.compile("[\u0900-\u0963-]+(?: [\u0900-\u0963-]+)*")
ODD = re.compile("\u0901|[फकखग]\u093c|[\u093e-\u094c]{2}|\u094d[\u093e-\u094c]|^[\u093a-\u094d]|\u094d$")
LISTS = {	# file: number of columns; those of English or Latin, of Devanagari, of what has few values, and these
	"loans.tsv": (5, 0, 1, {2: "mf-", 3: "sh0-"}),
	"name-words.tsv": (4, 0, 1, {2: "mf-"}),
	"said-in-hindi.tsv": (4, 0, 1, {3: "mf-"}),
	"institutions.tsv": (2, 0, 1, {}),
}


def dictionary(name, columns):
	return [row for _, row in rows(f"dictionaries/{name}", columns)]


def list_faults(name):
	columns, latin, hindi, few = LISTS[name]
	found = dictionary(name, columns)
	for before, row in zip([None, *found], found):
		if before and before[latin] >= row[latin]:
			yield f"{name}: {row[latin]} does not come after {before[latin]}"
		if not SIGNS.fullmatch(row[hindi]) or ODD.search(row[hindi]) or row[hindi] != unicodedata.normalize("NFC", row[hindi]):
			yield f"{name}: {row[latin]}: {row[hindi]}"
		yield from (f"{name}: {row[latin]}: {row[c]} in column {c + 1}" for c, values in few.items() if row[c] not in list(values))


def lists():
	"""The rows are in order, well formed and in the house's spelling."""
	expect_none(f for name in LISTS for f in list_faults(name))


def every_entry():
	"""Each entry goes through the stage, both ways."""
	loans = {row[0]: row[1] for row in dictionary("loans.tsv", 5)}
	expect_none(f"{w} became {g and g[0]}, not {loans[w]}" for w, g in words_of(loans, "--from", "en").items() if not g or g[0] != loans[w])
	back = words_of({w for w in loans.values() if " " not in w and "-" not in w}, "--to", "en")
	expect_none(f"{w} became {g and g[0]}, which is {g and loans.get(g[0])}" for w, g in back.items() if not g or loans.get(g[0]) != w)
	typed = {row[0]: row[1].split(" ") for row in dictionary("romanised.hi.tsv", 2)}
	expect_none(f"{w} became {g and g[0]}" for w, g in words_of(typed, "--to", "hi-Latn").items() if not g or g[0] != typed[w][0])


def endings():
	"""The example of each row of endings is its result, by this row."""
	for kind, gender, end, to, example, result in dictionary("loan-endings.tsv", 6):
		stem = example if end in ("-", "{consonant}") else example.removesuffix(end)
		expect(kind == "postposition" or stem + to.replace("-", "") == result, f"{kind} {end} {to}: {example} {result}")


# ------------------------------------------------------------------- words

NO_WORDS = ["", " ", "two words", "42", "3.14", "...", "🙂", "server🙂", "a\u0301\u0301\u0301" * 50, "aक", "कa", "serverसर्वर",
	"\x01", "ser\x07ver", "\u200d", "़", "Привет", "你好", "se\u200brver", "https://a.example/b", "a@b.example", "@asha", "#tag", "max_retries", "a\\b", "<b>", "`a`"]


def no_words():
	for options in ((), ("--from", "en"), ("--names",), ("--to", "en"), ("--to", "hi-Latn"), ("--from", "hi-Latn"), ("--to", "en", "--from", "hi"), ("-n", "5", "--scores")):
		got = transliterate("".join(f"{w}\n" for w in NO_WORDS), "--words", *options).split("\n")[:-1]
		expect_none(f"{' '.join(options)}: {quote(w)} became {quote(g)}" for w, g in itertools.zip_longest(NO_WORDS, got, fillvalue="(nothing)") if w != g)


def wrong_script():
	for words, options in ((HINDI_WORDS, ("--to", "hi", "--from", "en")), (ENGLISH_WORDS, ("--to", "en")), (ENGLISH_WORDS, ("--to", "hi-Latn")),
			(HINDI_WORDS, ("--to", "hi", "--from", "hi-Latn")), (ENGLISH_WORDS, ("--to", "en", "--from", "hi"))):
		expect_none(f"{' '.join(options)}: {w} became {g}" for w, g in words_of(words, *options).items() if g)


def in_script():
	"""Each guess is in the script that was asked for."""
	hindi, typed = re.compile("[\u0900-\u097f\u200c -]+"), re.compile("[A-Za-z' -]+")
	for words, form, options in ((ENGLISH_WORDS, hindi, ("--to", "hi")), (ENGLISH_WORDS, hindi, ("--to", "hi", "--names")), (ENGLISH_WORDS, hindi, ("--from", "hi-Latn")),
			(HINDI_WORDS, typed, ("--to", "en")), (HINDI_WORDS, typed, ("--to", "hi-Latn", "--from", "hi")), (HINDI_WORDS, re.compile("[ -~]+"), ("--to", "ascii"))):
		got = words_of(words, "-n", "8", *options)
		expect_none(f"{' '.join(options)}: {w} became {g}" for w, guesses in got.items() for g in guesses or () if not form.fullmatch(g))
		expect(sum(g is not None for g in got.values()) > len(got) / 2, f"{' '.join(options)}: {got}")


def best():
	"""The n best are the first of more, all different, and scores fall."""
	for words, options in ((ENGLISH_WORDS, ()), (ENGLISH_WORDS, ("--names",)), (ENGLISH_WORDS, ("--from", "hi-Latn")), (HINDI_WORDS, ("--to", "en")), (HINDI_WORDS, ("--to", "hi-Latn"))):
		most = words_of(words, "-n", "16", *options)
		expect(any(len(g or ()) > 3 for g in most.values()), f"{' '.join(options)}: no word has four alternatives: {most}")
		expect_none(f"{' '.join(options)}: {w}: one stands there twice: {g}" for w, g in most.items() if g and len(set(g)) < len(g))
		for k in (1, 2, 3, 5, 15):
			got = words_of(words, "--best", str(k), *options)
			expect_none(f"{' '.join(options)} -n {k}: {w}: {got[w]}, not {most[w][:k]}" for w in most if most[w] and got[w] != most[w][:k])
		expect(words_of(words, *options) == words_of(words, "-n", "1", *options), "-n 1 is not what is done without it")
		for w, columns in words_of(words, "-n", "16", "--scores", *options).items():
			if columns is None:
				continue
			expect(columns[::2] == most[w], f"{w}: with scores {columns[::2]}, without {most[w]}")
			expect_none(f"{w}: the score {s}" for s in columns[1::2] if not re.fullmatch(r"[01](\.\d+)?", s) or not 0 <= float(s) <= 1)
			scores = [float(s) for s in columns[1::2]]
			expect(scores == sorted(scores, reverse=True), f"{w}: scores do not fall: {columns}")


def plain_from():
	"""What --from is if it is not given."""
	for words, options, meant in ((ENGLISH_WORDS, ("--to", "hi"), "en"), (HINDI_WORDS, ("--to", "en"), "hi"), (HINDI_WORDS, ("--to", "hi-Latn"), "hi")):
		got, wanted = words_of(words, *options), words_of(words, *options, "--from", meant)
		expect_none(f"{' '.join(options)}: {w} is {got[w]}, with --from {meant} {wanted[w]}" for w in words if got[w] != wanted[w] and options[1] != "hi-Latn")


def capitals():
	"""A capital at the beginning, or all of them, make no other word."""
	got = words_of(["server", "Server", "deployment", "Deployment"])
	expect(got["server"] == got["Server"] and got["deployment"] == got["Deployment"], f"{got}")


def same_guess():
	"""A word gets the same guess alone and among others."""
	words = [a for kind in ("loan", "name") for a, _ in gold()[kind]] + ENGLISH_WORDS
	together = words_of(words, "-n", "4")
	shuffled = words_of(random.Random(5).sample(words, len(words)), "-n", "4", "-j", "2")
	expect_none(f"{w}: {together[w]}, in another order {shuffled[w]}" for w in words if together[w] != shuffled[w])
	expect_none(f"{w}: {together[w]}, alone {words_of([w], '-n', '4')[w]}" for w in words[::40] if together[w] != words_of([w], "-n", "4")[w])


# --------------------------------------------------------------- glossary

def glossary():
	"""It wins over dictionaries, names, acronyms and code-like words, both ways, and has words that no one knows."""
	text = "# kind: ours\nFrobnitz\tफ्रॉबनिट्स\nfeature\tखासियत\t7\tन गिना जाए\nGoogle\tगूगल\nAPI\tएपीआई\niPhone\tआईफोन\nfeature\tफीचर\n"
	with with_files(ours_tsv=text, more_tsv="server\tसेवक\n") as folder:
		ours, more = (("--glossary", os.path.join(folder, name)) for name in ("ours.tsv", "more.tsv"))
		faults = []
		for source, wanted, options in (
				("नया Frobnitz देखो।", "नया फ्रॉबनिट्स देखो।", ours), ("यह feature है।", "यह खासियत है।", ours), ("यह Google का है।", "यह गूगल का है।", ours),
				("यह API का है।", "यह एपीआई का है।", ours), ("यह iPhone का है।", "यह आईफोन का है।", ours),
				("यह server है।", "यह सेवक है।", more), ("यह feature और server है।", "यह खासियत और सेवक है।", ours + more), ("यह feature और server है।", "यह खासियत और सेवक है।", more + ours),
				("नया फ्रॉबनिट्स देखो।", "नया Frobnitz देखो।", ("--to", "en", *ours)),
				("यह खासियत है।", "यह feature है।", ("--to", "en", *ours)), ("यह सेवक है।", "यह server है।", ("--to", "en", *more))):
			got = lines_of([source], *options)[0]
			if got != wanted:
				faults.append(f"{source} became {got}, not {wanted}")
		found = words_of(["feature", "Frobnitz"], *ours, "--scores", "-n", "2")
		expect(found["feature"][0] == "खासियत" and found["Frobnitz"][0] == "फ्रॉबनिट्स", f"{found}")
		made = record("यह feature है।\n", *ours)
		expect([s["label"] for s in n.spans(made, "translit")][:1] == ["glossary"], f"{n.spans(made, 'translit')}")
		expect_none(faults)


def glossary_faults():
	for data, statuses in ((None, (3,)), (b"\xff\xfe\tx\n", (3,)), (b"alone\n", (3,)), (b"", (0,)), (b"# nothing\n\n", (0,))):
		with with_files() as folder:
			path = os.path.join(folder, "g.tsv")
			if data is not None:
				with open(path, "wb") as file:
					file.write(data)
			printed, said = call("pravah-transliterate", "-q", "--glossary", path, data=b"x\n", statuses=statuses)
			expect(statuses == (0,) or "g.tsv" in said, f"{data}: {said!r}")


# ------------------------------------------------------------------- learn

LEARN = {
	"a_md": "डिप्लॉयमैंट हुआ। डिप्लॉयमैंट फिर हुआ। सर्वर चला।\n\n`डिप्लॉयमैंट`\n",
	"b_md": "नया डिप्लॉयमैंट और डेप्लॉयमेंट भी। सर्वर रुका। मॉडेल अच्छा था, मॉडेल छोटा था।\n",
	"c_md": "मॉडेल बदला और सर्वर नहीं बदला।\n",
}


def learn():
	with with_files(**LEARN) as folder:
		paths = [os.path.join(folder, name.replace("_", ".")) for name in LEARN]
		printed = call("pravah-transliterate", "-q", "--learn", *paths)[0].decode()
		table = [line.split("\t") for line in printed.split("\n")[:-1] if not line.startswith("# ")]
		expect(table, "nothing is proposed")
		expect_none(f"{len(row)} columns: {row}" for row in table if len(row) != 4)
		english = [row[0] for row in table]
		expect(english == sorted(english) and len(set(english)) == len(english), f"not sorted, or twice: {english}")
		for row in table:
			others = [re.fullmatch(r"(\S+) (\d+)", o) for o in row[3].split("|")] if row[3] != "-" else []
			expect(all(others) and row[2].isdigit(), f"counts: {row}")
			counts = [int(row[2])] + [int(o.group(2)) for o in others]
			expect(counts == sorted(counts, reverse=True), f"a rarer spelling goes first: {row}")
		found = {row[0].lower(): row for row in table}
		expect("server" not in found, f"a word is proposed that is spelled as in the dictionary: {found.get('server')}")
		expect("deployment" in found and found["deployment"][1:3] == ["डिप्लॉयमैंट", "3"] and found["deployment"][3].startswith("डेप्लॉयमेंट 1"), f"deployment: {found}")
		expect("model" in found and found["model"][1:3] == ["मॉडेल", "3"], f"model: {found}")
		for options, files in ((("-j", "1"), paths), (("-j", "2"), paths), ((), paths[::-1])):
			again = call("pravah-transliterate", "-q", "--learn", *options, *files)[0].decode()
			expect(again == printed, f"{' '.join(options)} in another order: {first_difference(printed, again)}")
		# What is proposed can be used as it is.
		with with_files(learned_tsv=printed) as second:
			got = lines_of(["यह model है।", "यह deployment है।"], "--glossary", os.path.join(second, "learned.tsv"))
			expect(got == ["यह मॉडेल है।", "यह डिप्लॉयमैंट है।"], f"{got}")


def learn_nothing():
	for text in ("", "\n", "Only English here.\n", "`मॉडेल`\n\n```\nमॉडेल\n```\n", "नदी बहती है।\n", "सर्वर और मॉडल।\n"):
		got = [line for line in transliterate(text, "--learn").split("\n") if line and not line.startswith("# ")]
		expect_none(f"{quote(text)}: {line}" for line in got)


# -------------------------------------------------------------------- text

def one_spelling():
	inference = words_of(["inference"])["inference"][0]
	got = transliterate("इनफेरेंस महंगा है। इन्फ़रेंस की लागत देखो, inference की।\n")
	expect(got.count(inference) == 3, f"{got} has not three times {inference}")
	got = transliterate("यह प्रॉम्प्टेबल है। वह प्रॉम्पटेबल है। कल सब प्रॉम्प्टेबल होगा।\n")
	expect(got.count("प्रॉम्प्टेबल") == 3, f"{got} has not three times प्रॉम्प्टेबल")
	# Each line is a text of its own.
	apart = ["यह प्रॉम्प्टेबल है। कल सब प्रॉम्प्टेबल होगा।", "वह प्रॉम्पटेबल है।"]
	expect(lines_of(apart) == apart, f"{lines_of(apart)}")


# Hindi, names and loans that look like another loan.
STAYS = """रिपोर्ट मई में आएगी।
तुम यह काम रोज़ करते कराते हो।
गाड़ी कीचड़ में फंसी है।
वह पुराना जुआरी है।
गुड़ और मूंगफली लाओ।
मम्मी शाम को आएंगी।
एक गिलास पानी दो।
हर मेट्रिक्स को मत देखो।
टीम के फैन्स खुश हैं।
रात की क्रॉन जॉब रुक गई।
सैम ऑल्टमैन ने जवाब दिया।
जहाज़ अलंग में तोड़े जाते हैं।
नौ साइटें बंद हैं।
RBI ने रेपो रेट नहीं बदला।
वह ला पाज़ में रहती है।
उसने मोमो खाए।
पेज पर कुछ नहीं है।
साइंस की किताब लाओ।
टैक्स और मैक्स में फर्क है।""".split("\n")


def stays():
	expect_none(f"{a} became {b}" for a, b in zip(STAYS, lines_of(STAYS)) if a != b)


def house_stays():
	"""Hindi of the corpus is spelled as the dictionary has it, and so is hardly spelled anew."""
	changed, words, lines = collections.Counter(), 0, [row[-1] for path in notes("corpus/*.tsv") for _, row in rows(path, 2)]
	for old, new in zip(lines, lines_of(lines)):
		old, new = old.split(), new.split()
		words += sum(bool(DEVANAGARI.search(w)) for w in old)
		changed.update(f"{a} became {b}" for a, b in zip(old, new) if a != b and DEVANAGARI.search(a) and not LATIN.search(a) and len(old) == len(new))
	expect(changed.total() <= words * RESPELLED / 10000, f"{changed.total()} of {words} words are spelled anew:\n" + "\n".join(f"{times} times {what}" for what, times in changed.most_common(20)))
	return f"{changed.total()} of {words}"


def accents():
	"""A word with accents is one word."""
	for word in "naïve café résumé Zürich façade".split():
		got = lines_of([f"यह {word} है।"])[0]
		expect(got == f"यह {word} है।" or not LATIN.search(got), f"{word}: {got}")


def acronyms():
	faults = []
	for options, wanted in (((), "हमारा AI और GPU का बजट"), (("--acronyms", "keep"), "हमारा AI और GPU का बजट"), (("--acronyms", "letters"), "हमारा एआई और जीपीयू का बजट")):
		got = lines_of(["हमारा AI और GPU का budget"], *options)[0]
		if got != wanted:
			faults.append(f"{options}: {got}, not {wanted}")
	expect_none(faults)


def names():
	"""Persons and places are written in Devanagari, unknown names of nothing that tells only with --names, products not at all."""
	known = lines_of(["कल Sundar Pichai और Bengaluru की बात हुई।", "यह Google और iPhone की बात है।"])
	expect(known == ["कल सुंदर पिचाई और बेंगलुरु की बात हुई।", "यह Google और iPhone की बात है।"], f"{known}")
	line = "कल Brendorp आए।"
	expect(lines_of([line]) == [line], f"{lines_of([line])}")
	got = lines_of([line], "--names")[0]
	expect(not LATIN.search(got), f"with --names: {got}")


# Names that no dictionary has, by what they are of, beside what stays.
FOUND_NAMES = (
	("कल Brenwick Tollard आए।", "कल ब्रेनविक टॉलर्ड आए।"),
	("Asha Brendorp ने Brenwick University में पढ़ाया।", "आशा ब्रेंडोर्प ने ब्रेनविक विश्वविद्यालय में पढ़ाया।"),
	("वह Zorvex Labs में काम करती है।", "वह Zorvex Labs में काम करती है।"),
	("Mr. O'Malley met LaToya Grint.", "Mr. ओमली मेट लाटोया ग्रिंट."),
	("Jean-Luc Brandeis spoke at the Vandrell-based Orlin Institute.", "जीन-लुक ब्रैंडाइस स्पोक ऐट द वैंड्रेल-बेस्ड ऑर्लिन इंस्टीट्यूट."),
	("Brenwick University's team", "ब्रेनविक विश्वविद्यालय's टीम"),
	("Jean-Luc Brandeis's team", "जीन-लुक ब्रैंडाइस's टीम"),
)


def found_names():
	"""What tag finds to be a person, a place or an institution is written, as one name; --from and other scripts do not ask it."""
	lines = [line for line, _ in FOUND_NAMES]
	expect_none(f"{line} became {got}, not {wanted}" for (line, wanted), got in zip(FOUND_NAMES, lines_of(lines)) if got != wanted)
	made = record("Brenwick Tollard's team left Brenwick University and moved to Vandrell last year.\n")
	labels = {made["text"][b:e]: [s["label"] for s in group] for b, e, group in places(made)}
	expect(labels.get("Brenwick Tollard") == ["name"] and labels.get("Brenwick University") == ["name"] and set(labels.get("Vandrell", ())) == {"name"}, f"{labels}")
	expect(all(s["score"] < 1 for b, e, group in places(made) for s in group if made["text"][b:e] in ("Brenwick Tollard", "Vandrell")), "a guess is sure")
	got = lines_of(["Brenwick University"], "--literal")[0]
	expect(got == "ब्रेनविक यूनिवर्सिटी", got)
	with with_files(ours_tsv="Tollard\tटॉलार\n") as folder:
		got = lines_of(["कल Brenwick Tollard आए।"], "--glossary", os.path.join(folder, "ours.tsv"))[0]
		expect(got == "कल ब्रेनविक टॉलार आए।", got)
	expect(lines_of(lines[:1], "--to", "en") == lines[:1], "--to en")


def whole_from():
	"""--from takes every word for that."""
	got = lines_of(["kal main ghar jaunga"], "--from", "hi-Latn")[0]
	expect(got == "कल मैं घर जाऊंगा", f"as romanised Hindi: {got}")
	got = lines_of(["main"], "--from", "en")[0]
	expect(got == "मेन", f"as English: {got}")


TO = {
	"en": (("टीम ने नया फीचर डिप्लॉय किया।", "team ने नया feature deploy किया।"),),
	"hi-Latn": (("टीम ने कल नया फीचर बनाया।", re.compile(r"[Tt]eam ne kal naya feature banaya[.।]")),),
	"iso15919": (("नदी का पानी", "nadī kā pānī"), ("कलम", "kalama"), ("ज्ञान", "jñāna")),
	"ascii": (("नदी का पानी: एक café", re.compile("nadi ka paa?ni: ek cafe")),),
}


def target(to):
	for source, wanted in TO[to]:
		got = lines_of([source], "--to", to)[0]
		expect(got == wanted if isinstance(wanted, str) else wanted.fullmatch(got), f"{source} became {got}, not {wanted}")
	texts = [h for path in notes("corpus/*.tsv") for _, row in rows(path, 2) for h in row[-1:]]
	texts = [t for t in random.Random(3).sample(texts, 600) if "`" not in t and "/" not in t and "{" not in t and "$" not in t]
	got = lines_of(texts, "--to", to)
	if to != "en":
		expect_none(f"{t} became {g}" for t, g in zip(texts, got) if DEVANAGARI.search(g))
	if to == "ascii":
		expect_none(f"{t} became {quote(g)}" for t, g in zip(texts, got) if not g.isascii())


def to_ascii():
	text = "“Łódź” — naïve café… Привет, 你好 ‘x’ ½ ₹500 €3 ० १२ ऽ ॐ æ ß Ω → ™ 🙂 a\u0301 ﬁ　x"
	got = lines_of([text], "--to", "ascii")[0]
	expect(got.isascii(), f"{text} became {quote(got)}")
	expect("Lodz" in got and "naive cafe" in got and "12" in got, got)


def reversible():
	"""ISO 15919 has another word for each word."""
	words = sorted({w for path in notes("corpus/*.tsv") for _, row in rows(path, 2) for w in re.findall("[\u0900-\u0963\u0971-\u097f]+", row[-1])})
	back = collections.defaultdict(list)
	for word, got in zip(words, lines_of(words, "--to", "iso15919")):
		back[got].append(word)
	expect_none(f"{got} is {', '.join(w)}" for got, w in back.items() if len(w) > 1)


def folder():
	"""A folder is all notes in it, in order; what is hidden, Jekyll's output and other files are none."""
	with tempfile.TemporaryDirectory(prefix="folder-") as work:
		for name, text in (("b.md", "नया फ़ीचर और फ़ीचर"), ("2026/a.txt", "फ़ीचर"), (".git/c.md", "सर्वर्"), ("_site/d.md", "सर्वर्"), ("e.html", "सर्वर्")):
			os.makedirs(os.path.dirname(os.path.join(work, name)), exist_ok=True)
			with open(os.path.join(work, name), "w", encoding="utf-8") as file:
				file.write(text + "\n")
		got = call("pravah-transliterate", "-q", "--learn", work)[0].decode().splitlines()
		expect(got[1:] == ["feature\tफ़ीचर\t3\t-"], got)
		records = [json.loads(line)["id"] for line in call("pravah-read", "-q", "-r", work)[0].splitlines()]
		expect(records == [os.path.join(work, "2026/a.txt"), os.path.join(work, "b.md")], records)
		os.makedirs(os.path.join(work, "none"))
		message = call("pravah-read", os.path.join(work, "none"), statuses=(1, 3))[1]
		expect("without notes" in message, message)


# ------------------------------------------------------------------- notes

NOTE = """---
title: नया release   # release
layout: release
tags: [release, server]
---

# Release का plan {#release}

यह release **बड़ा release** [बड़ा release](release.md "नया release") है। `release` चलाओ, {{ release }} नहीं, {% include release.html %} भी नहीं।
<b title="release">release</b> देखो, या [report][release], [release][] और [server]। <https://release.example/server> https://release.example/server
release@mail.example @release #release release.md max_release $x_1$ release[^release]।

| server | `server` |
|--------|:--------|
| यह server | [server](server "यह server") |

![server का photo](server.png "server का photo")

[release]: https://example.org/release "यह release"
[server]: https://example.org/server
[^release]: यह release की टिप्पणी है।

```server
release यह है
```
<script>var release = "यह server";</script>
{% highlight release %}
यह release
{% endhighlight %}
{: .release title="यह server"}

    release
"""
OUTSIDE = ("layout: release", "tags: [release, server]", "{#release}", "(release.md ", "`release`", "{{ release }}", "{% include release.html %}", "<b title=\"release\">",
	"][release]", "[release][]", "[server]।", "<https://release.example/server>", " https://release.example/server", "release@mail.example", "@release", "#release",
	"release.md max_release", "$x_1$", "[^release]।", "`server`", "(server ", "(server.png", "[release]: https://example.org/release", "[server]: https://example.org/server",
	"[^release]: ", "    release", "```server\nrelease यह है\n```", "<script>var release = \"यह server\";</script>", "{% highlight release %}\nयह release\n{% endhighlight %}", ".release title=\"यह server\"")
INSIDE = ("title: नया रिलीज़", "# रिलीज़ का", "**बड़ा रिलीज़**", "[बड़ा रिलीज़](", "\"नया रिलीज़\"", ">रिलीज़</b>", "| सर्वर |", "| यह सर्वर |", "![सर्वर का ", "यह रिलीज़ की टिप्पणी")


def one_note():
	got = transliterate(NOTE)
	expect_none([f"no longer there: {quote(w)}" for w in OUTSIDE if w not in got] + [f"not there: {quote(w)}" for w in INSIDE if w not in got])


REFERENCES = (
	"[server]\n\n[server]: /u\n", "यह [server] है।\n\n[server]: /u\n", "[server][]\n\n[server]: /u\n", "![server]\n\n[server]: /u\n", "![server][]\n\n[server]: /u\n",
	"[नया server][server]\n\n[server]: /u\n", "[x][नया server]\n\n[नया server]: /u\n", "[नया server]\n\n[नया server]: /u\n", "[सर्वर्]\n\n[सर्वर्]: /u\n", "[इनफेरेंस]\n\n[इनफेरेंस]: /u\n",
	"> [server]\n\n[Server]: /u\n", "| [server] |\n|---|\n| [SERVER] |\n\n[server]: /u\n", "[*server*]\n\n[*server*]: /u\n", "[a server\nb]\n\n[a server b]: /u\n",
	"server[^server]\n\n[^server]: server\n", "*[server]: server का अर्थ\n\nयह server\n", "server\n: यह server है\n", "यह server\n{: #server}\n", "[^server]: x\n\nserver[^server]\n",
	"- [ ] server\n- [x] server\n", "# server\n\n[x](#server)\n", "- TOC\n{:toc}\n\n# server\n", "server | server\n---|---\nserver | server\n",
	"<!-- server -->\nserver\n", "<div markdown=\"1\">\nserver\n</div>\n", "<img alt=\"server\" src=\"server\">\n", "{::nomarkdown}\nserver\n{:/}\n", "$$server$$\n", "\\(server\\) server\n",
	"{% raw %}server{% endraw %}\n", "{% comment %}server{% endcomment %}\n", "{% if server %}server{% endif %}\n", "{{ \"server\" | upcase }}\n",
	"---\ntitle: server\n---\n", "---\ntitle: \"server: नया\"\n---\n", "---\ntitle: 'server'\n---\n", "---\ntitle: >\n  नया server\n  server\n---\n", "---\ntitle: |\n  server\n---\nserver\n",
	"---\ntitle: server # server\n---\n", "---\nexcerpt: server\nserver: server\n---\n", "\ufeff---\ntitle: server\n---\nserver\n", "server\r\nserver\r\n", "---\r\ntitle: server\r\n---\r\nserver\r\n",
	"ser*ver*\n", "**ser**ver\n", "s\\_erver\n", "&amp;server;\n", "serv&eacute;r\n", "server\\\nserver\n", "server  \nserver\n", "<kbd>server</kbd>\n", "~~server~~\n", "server</b>\n",
	"1. server\n2. server\n", "server\n======\n\nserver\n------\n", "server-\nserver\n", "* * *\nserver\n", "server:server\n", "server/server\n", "'server'\n", "server's\n", "server’s\n",
	"import X from 'server'\n\n<X server={server} />\n", "<X>server</X>\n", "export const server = 'server'\n",
)


def references():
	"""Small notes: all but prose is kept, and every link still leads somewhere."""
	expect_none(structure_faults({f"{number}.md": note.encode() for number, note in enumerate(REFERENCES)}, show=lambda name: quote(REFERENCES[int(name.split(".")[0])])))


CUT = b"<!-- cut here -->\n"


def each(notes_by_name, *options):
	"""{name: what is printed for the note}, by one process; another note stands between every two."""
	with tempfile.TemporaryDirectory(prefix="each-") as work:
		folder = os.path.join(work, "in")
		n.fill(folder, {**notes_by_name, "cut.md": CUT})
		paths = itertools.chain(*((os.path.join(folder, name), os.path.join(folder, "cut.md")) for name in notes_by_name))
		printed = call("pravah-transliterate", "-q", *options, *paths)[0].split(CUT)
	expect(len(printed) == len(notes_by_name) + 1, f"{len(notes_by_name)} notes became {len(printed) - 1}")
	return dict(zip(notes_by_name, printed))


# What is no mark until it is ASCII.
WIDE = (
	"— server\n", "• server\n", "१. server\n", "＃ server\n", "［a］（b）\n", "＊b＊ और ＿c＿\n", "| a ｜ b |\n|---|\n| c ｜ d |\n", "＜b＞ server\n", "＞ server\n", "｀a｀\n", "a\n—\n", "a\n———\n",
	"＋ server\n", "２. server\n", "a\n＝＝＝\n", "！[a](b)\n", "[a]（b）\n", "a ＜!-- b\n", "｛％ x ％｝\n", "｛｛ x ｝｝\n", "＄a＄\n", "～～～\na\n", "a 🙂 🙂\nb\n", "a ।  \nb\n",
	"[x](u \"नया “r” है\")\n", "[x](u 'नया ‘r’ है')\n", "<b title=\"“x”\">a</b>\n", "---\ntitle: \"नया “release”\"\n---\n", "---\ntitle: 'नया ‘release’'\n---\n", "---\ntitle: नया： release\n---\n",
	"---\ntitle: नया ＃ release\n---\n", "---\ntitle: “नया” release\n---\n", "---\ntitle: 🙂\n---\n", "---\ntitle: २\n---\n", "---\ntitle: — नया\n---\n",
)


def wide():
	expect_none(structure_faults({f"{number}.md": note.encode() for number, note in enumerate(WIDE)}, "--to", "ascii", show=lambda name: quote(WIDE[int(name.split(".")[0])])))


# Pieces of notes; what stands in a piece may be words or another piece.
PIECE_WORDS = "server feature सर्वर मॉडेल कम्पनी AI-native Sundar Pichai kal ghar iPhone 240 ms A B2B don't café — “x” … · ।".split(" ")
INLINE = ("*{}*", "**{}**", "_{}_", "`{}`", "[{}](u)", "[{}](u \"{}\")", "![{}](u)", "<b>{}</b>", "~~{}~~", "{} {}", "{}-{}", "{}.", "{}, {}", "[{}]", "[{}][]", "[{}][server]", "[^n]", "({})",
	"\"{}\"", "'{}'", "{}\\*", "&amp; {}", "<https://server.example>", "https://a.example/{}", "{{{{ {} }}}}", "{{% x %}}", "$a$", "{}:{}", "{}!", "{}?", "#{}", "@{}", "{}@a.example", "{}/{}", "{}{}",
	"<!-- {} -->", "{}[^n]", "{}_{}", "<i title=\"{}\">{}</i>", ":smile:", "{}{{: .c}}", "H~{}~", "{} | {}")
BLOCKS = ("{}\n\n", "# {}\n\n", "- {}\n- {}\n\n", "1. {}\n2. {}\n\n", "> {}\n\n", "| {} | {} |\n|---|---|\n| {} | {} |\n\n", "{}\n===\n\n", "```\n{}\n```\n\n", "    {}\n\n", "<div>\n{}\n</div>\n\n",
	"<p>{}</p>\n\n", "{}\n: {}\n\n", "[^n]: {}\n\n", "[server]: /u \"{}\"\n\n", "* * *\n\n", "$$\n{}\n$$\n\n", "{{% highlight x %}}\n{}\n{{% endhighlight %}}\n\n", "{{: .x}}\n\n", "- [ ] {}\n\n",
	"## {} {{#server}}\n\n", "*[server]: {}\n\n", "<details><summary>{}</summary>\n\n{}\n</details>\n\n")


def note_by_chance(dice):
	def inline(depth=0):
		if depth > 2 or dice.random() < 0.4:
			return dice.choice(PIECE_WORDS)
		return dice.choice(INLINE).format(*(inline(depth + 1) for _ in range(3)))

	def block():
		return dice.choice(BLOCKS).format(*(" ".join(inline() for _ in range(dice.randint(1, 4))) for _ in range(4)))

	front = "" if dice.random() < 0.8 else f"---\ntitle: {dice.choice(PIECE_WORDS[:6])}\n---\n\n"
	return front + "".join(block() for _ in range(dice.randint(1, 3)))


def notes_by_chance(*options):
	dice = random.Random(17)
	made = {f"{number}.md": note_by_chance(dice).encode() for number in range(300)}
	# read takes indented code behind an abbreviation for its text: stages/read.md, Bugs.
	made = {name: note for name, note in made.items() if not re.search(rb"^\*\[.*\n\n {4}", note, re.M)}
	expect_none(structure_faults(made, *options, show=lambda name: quote(made[name].decode())))


def structure_faults(notes_by_name, *options, show=str):
	"""What is another note now but for its prose, by the spans of read and by a parser of the tests' own."""
	names_ = list(notes_by_name)
	made = each(notes_by_name, *options)
	with tempfile.TemporaryDirectory(prefix="structure-") as work:
		before, after = os.path.join(work, "in"), os.path.join(work, "out")
		n.fill(before, notes_by_name)
		n.fill(after, made)
		old, new = n.records(before, names_, "pravah-read"), n.records(after, names_, "pravah-read")
		carried = n.records(before, names_, "pravah-transliterate", "-q", "-r", *options)
		for name in names_:
			for what, a, b in zip(("blocks", "marks", "bytes outside prose"), n.skeleton(old[name]), n.skeleton(new[name])):
				# What ASCII has nothing for goes, and the blank before it may end a line.
				if a != b and (what == "marks" or "ascii" not in options):
					yield f"{show(name)}: {what}: {first_difference(a, b)}"
					break
			if carried[name]["text"] != old[name]["text"]:
				yield f"{show(name)}: the text of the record changed"
			if replaced(carried[name]).encode() != made[name]:
				yield f"{show(name)}: the text is not the record with its values: {first_difference(replaced(carried[name]), made[name].decode())}"
			if name.endswith(".md") and not name.split("__")[-1].startswith("broken-"):
				found = parity.differences(parity.Note(notes_by_name[name]), parity.Note(made[name]))
				if found:
					yield f"{show(name)}: {found[0][0]}: {str(found[0][1])[:300]}"


def sound_notes():
	"""Those whose bytes are UTF-8."""
	def sound(path):
		try:
			return contents(path).decode() is not None
		except UnicodeDecodeError:
			return False
	return n.files([p for p in all_notes() if sound(p)])


def keeps_structure(*options):
	expect_none(structure_faults(sound_notes(), *options))


def again():
	"""What was written in Devanagari stays as it is the second time: notes, and lines as texts of their own."""
	faults = []
	once = each(sound_notes())
	for name, twice in each(once).items():
		if once[name] != twice:
			faults.append(f"{name}: {first_difference(once[name].decode(), twice.decode())}")
	lines = [row[1] for _, row in rows("corpus/mixed.tsv", 3)] + [a for kind in TEXTS for a, _ in gold()[kind]]
	lines += [row[1] for path in notes("corpus/*.tsv") if "mixed" not in path for _, row in rows(path, 2)][::4]
	once = lines_of(lines)
	faults += [f"{quote(l)}\n    {quote(a)}\n    {quote(b)}" for l, a, b in zip(lines, once, lines_of(once)) if a != b]
	expect_none(faults)


# ----------------------------------------------------------------- records

def span_faults(made, most=3):
	"""What is wrong in the layer of a record."""
	text = made["text"]
	begins, ends = {s["begin"] for s in n.spans(made, "token")}, {s["end"] for s in n.spans(made, "token")}
	last = 0
	for begin, end, group in places(made):
		word = text[begin:end]
		# Without a value the word goes.
		yield from (f"{quote(word)} has a span with {sorted(s)}" for s in group if not {"label", "score"} <= set(s))
		yield from (f"{quote(word)} has the label {s['label']}" for s in group if s["label"] not in LABELS)
		yield from (f"{quote(word)} has the score {s['score']}" for s in group if not 0 <= s["score"] <= 1)
		if begin < last or begin >= end:
			yield f"{quote(word)} at {begin} lies in the one before it"
		if begin not in begins or not (end in ends or (group[0]["label"] == "name" and re.match("['’]s", text[end:]))):
			yield f"{quote(word)} at {begin} is no token and no tokens"
		if len(group) > most:
			yield f"{quote(word)} has {len(group)} alternatives"
		if [s["score"] for s in group] != sorted((s["score"] for s in group), reverse=True):
			yield f"{quote(word)}: scores do not fall: {[s['score'] for s in group]}"
		if len({s.get("value") for s in group}) < len(group):
			yield f"{quote(word)}: an alternative stands there twice: {[s.get('value') for s in group]}"
		if group[0].get("value") == word:
			yield f"{quote(word)} becomes what it is"
		last = end


def layer():
	made = record("टीम ने नया feature बनाया, zorvex भी, AI-native भी और Sundar Pichai भी।\n")
	found = {made["text"][b:e]: group for b, e, group in places(made)}
	labels = {word: group[0]["label"] for word, group in found.items()}
	expect(labels == {"feature": "lexicon", "zorvex": "model", "AI-native": labels.get("AI-native"), "Sundar Pichai": "name"}, f"{labels}")
	expect(found["feature"][0]["value"] == "फीचर" and len(found["zorvex"]) == 3, f"{found['feature']} {found['zorvex']}")
	for k in (1, 2, 5):
		made = record("नया zorvex\n", "--best", str(k))
		expect([len(g) for _, _, g in places(made)] == [k], f"--best {k}: {n.spans(made, 'translit')}")
		expect_none(span_faults(made, k))
	expect("translit" in record("नदी।\n")["layers"], "no layer where nothing changes")


def every_note():
	faults = []
	with tempfile.TemporaryDirectory(prefix="records-") as work:
		folder = os.path.join(work, "in")
		n.fill(folder, sound_notes())
		for options in (("--to", "hi"), ("--to", "en"), ("--to", "hi-Latn", "-n", "1"), ("--to", "iso15919"), ("--to", "ascii"), ("--from", "en", "--names")):
			made = n.records(folder, os.listdir(folder), "pravah-transliterate", "-q", "-r", *options)
			faults += [f"{name}, {' '.join(options)}: {fault}" for name, one in made.items() for fault in span_faults(one)]
	expect_none(faults)


def through_note():
	"""A note goes through with its words and is the same note."""
	notes_ = sound_notes()
	made = {name: data for name, data in notes_.items() if "\0" not in data.decode()}
	with tempfile.TemporaryDirectory(prefix="note-") as work:
		folder = os.path.join(work, "in")
		n.fill(folder, made)
		lines = call("pravah-transliterate", "-q", "-r", *(os.path.join(folder, name) for name in made))[0].split(b"\n")[:-1]
		for name, line in zip(made, lines):
			expect(call("pravah-note", data=line + b"\n")[0] == made[name], f"{name} is another note now")


def one_call():
	"""A pipe of programs and one call, any number of jobs, and the second time: the same."""
	paths = [p for p in all_notes() if p.endswith(".md")]
	with tempfile.TemporaryDirectory(prefix="call-") as work:
		work = os.path.join(work, "in")
		n.fill(work, sound_notes())
		paths = sorted(os.path.join(work, name) for name in os.listdir(work))
		wanted = call("pravah-transliterate", "-q", "-r", "-j", "1", *paths)[0]
		for options in (("-j", "1"), ("-j", "2"), ("-j", "7")):
			expect(call("pravah-transliterate", "-q", "-r", *options, *paths)[0] == wanted, f"{' '.join(options)}: not the same")
		piped = call("pravah-read", *paths)[0]
		for stage in ("pravah-segment", "pravah-identify", "pravah-transliterate"):
			piped = call(stage, "-q", data=piped)[0]
		spans = [[[s for s in json.loads(line).get("spans", ()) if s["layer"] == "translit"] for line in lines.decode().split("\n")[:-1]] for lines in (wanted, piped)]
		expect(spans[0] == spans[1], "through a pipe of records: not the same")
		texts = [call("pravah-transliterate", "-q", "-j", j, *paths)[0] for j in ("1", "2")]
		expect(texts[0] == texts[1], f"text with two jobs: {first_difference(texts[0].decode(), texts[1].decode())}")


# ------------------------------------------------------------------ faults

def usage():
	for wrong in (("--to", "fr"), ("--to", ""), ("--to", "HI"), ("--from", "fr"), ("--from", ""), ("-n", "0"), ("-n", "17"), ("-n", "x"), ("-n", ""), ("-n", "-1"), ("-n", "1.5"),
			("--best", "99999999999999999999"), ("--acronyms", "maybe"), ("--acronyms", ""), ("--no-such-option",)):
		printed, said = call("pravah-transliterate", *wrong, data=b"x\n", statuses=(2,))
		expect(not printed and said, f"{' '.join(wrong)}: {printed!r} {said!r}")


def not_text():
	data = "नया feature\n".encode() + b"ab\xff\n" + "नई meeting\n".encode() + b"\xe0\xa4"
	printed, said = call("pravah-transliterate", "-q", "--lines", data=data, statuses=(1,))
	expect(printed == "नया फीचर\n".encode() + b"ab\xff\n" + "नई मीटिंग\n".encode() + b"\xe0\xa4", f"{printed!r}")
	expect(said.count("[utf8]") == 2, said)
	printed, said = call("pravah-transliterate", data=b"one\n\xe0\xa4\n", statuses=(1,))
	expect(not printed and re.search(r":2:1: error: .*\[utf8\]", said), f"{printed!r} {said}")
	for bad in (b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"a\x80b"):
		printed, said = call("pravah-transliterate", "-q", "--words", data=b"server\n" + bad + b"\nteam\n", statuses=(1,))
		lines = printed.split(b"\n")
		expect("[utf8]" in said and (not printed or lines[1] == bad), f"--words {bad}: {printed!r} {said}")


MEGABYTE = 1 << 20
LONG = {
	"a megabyte of a letter": "a" * MEGABYTE,
	"a megabyte of a Devanagari letter": "क" * (MEGABYTE // 3),
	"10,000 letters": "server" * 1666 + "abcd",
	"10,000 Devanagari letters": "सर्वर" * 2000,
	"vowel signs": "क" + "ा" * 100000,
	"virama": "क्" * 100000,
	"marks": "a" + "\u0301" * 100000,
	"emoji": "👩‍👩‍👧🙂👍🏽" * 2000,
	"control characters": "\x01\x02\x1b\x7f\x00\x08" * 5000,
	"mixed script": "aक" * 5000,
	"joiners": "क\u200d\u200c" * 5000,
	"other scripts": "Приветمرحبا你好한국어" * 1000,
}


def long_word(text):
	"""Comes out as it is, alone, as a line and as a note."""
	for options in (("--words",), ("--words", "--from", "hi-Latn", "-n", "16"), ("--words", "--names", "--scores"), ("--words", "--to", "en"), ("--lines",), ("--lines", "--from", "en", "--names"), ()):
		got = transliterate(text + "\n", *options)
		expect(got == text + "\n", f"{' '.join(options)}: {first_difference(text + chr(10), got)}")


HARD = {
	"one word, often": "server " * 60000,
	"many guesses": " ".join("".join(random.Random(i).choices("abcdefghiklmnoprstuvwz", k=7)) for i in range(3000)),
	"many loans": "ग्रोकिंग ज़ॉर्वेक्स फ्रॉबनिट्स " * 5000,
	"many spellings": " ".join(f"ग्र{v}किंग है।" for v in ("ो", "ॉ", "ौ", "ु", "े")) * 2000,
	"hyphens": "AI-native-" * 30000,
	"many words with hyphens": "AI-native 80B-class " * 10000,
	"many names": "Sundar Pichai और Satya Nadella " * 8000,
	"capitals": "San San San San " * 20000,
	"images side by side": "![server](u \"team\") " * 4000,
	"a long table": "| a | b |\n|---|---|\n" + "| यह server | word |\n" * 5000,
	"many headings": "# server\n\n" * 8000,
	"links to labels": "[server] " * 5000 + "\n\n[server]: /u\n",
}


def hard(text):
	got = transliterate(text + "\n", "--names")
	expect(got.count("\n") == text.count("\n") + 1, "lines are lost")


def chance():
	"""Lines of any characters come out as UTF-8, as many, and those without letters as they are."""
	dice = random.Random(11)
	letters = "abzAZéß09.-_/:@#%$₹'’()[]`*।॥,!?“”…–— |<>{}\\~^=+\t" + "अकखजडढफऱऩाि्ंःँ़०९ऽ" + "абяΩ你مرح한" + "\u200d\u200c\u0301\u00a0🙂👍🏽\x01\x7f"
	lines = ["".join(dice.choices(letters, k=dice.randint(1, 30))) for _ in range(3000)]
	for options in (("--to", "hi", "--names"), ("--to", "hi", "--from", "en"), ("--to", "hi", "--from", "hi-Latn"), ("--to", "en"), ("--to", "hi-Latn"), ("--to", "iso15919"), ("--to", "ascii"), ("--acronyms", "letters")):
		got = lines_of(lines, *options)
		if "ascii" not in options:
			expect_none(f"{' '.join(options)}: {quote(l)} became {quote(g)}" for l, g in zip(lines, got) if l != g and not re.search("[A-Za-z\u00c0-\u024f\u0900-\u0963\u0966-\u097f]", l))
		words = transliterate("".join(f"{l}\n" for l in lines), "--words", "-n", "2", *options).split("\n")[:-1]
		expect(len(words) == len(lines), f"--words {' '.join(options)}: {len(lines)} became {len(words)}")
		expect_none(f"--words {' '.join(options)}: {quote(l)} became {quote(g)}" for l, g in zip(lines, words) if g != l and not g.startswith(l + "\t"))


def damaged_model():
	"""A model that is missing or cut ends the run and names the file; one with other bytes does not crash it."""
	dice = random.Random(2)
	with tempfile.TemporaryDirectory(prefix="model-") as work:
		folder = os.path.join(work, "dictionaries")
		shutil.copytree(os.path.join(TOP, "dictionaries"), folder)
		os.symlink(os.path.join(TOP, "corpus"), os.path.join(work, "corpus"))
		path = os.path.join(folder, "transliterate.model")
		good = contents(path)

		def tried(data, wanted):
			if data is None:
				os.remove(path)
			else:
				with open(path, "wb") as file:
					file.write(data)
			done = subprocess.run([os.path.join(BUILD, "pravah-transliterate"), "--words", "-n", "3"], input=b"zorvex\nserver\n", capture_output=True,
				timeout=n.TIME_LIMIT, env={**ENVIRONMENT, "PRAVAH_DATA": work}, cwd=TOP)
			said = done.stderr.decode("utf-8", "replace")
			what = "no model" if data is None else f"a model of {len(data)} bytes, {data[:8]!r}..."
			expect(done.returncode in wanted and "Sanitizer" not in said, f"{what}: exit status {done.returncode}\n{said[-600:]}")
			expect(done.returncode != 3 or ("transliterate.model" in said and not done.stdout), f"{what}: {said[-300:]} {done.stdout[:80]!r}")

		tried(good, (0,))
		tried(None, (3,))
		for size in {0, 1, 7, 8, 15, 16, 64, 1000, len(good) // 3, len(good) // 2, len(good) - 1, len(good) - 8, *(dice.randrange(len(good)) for _ in range(8))}:
			tried(good[:size], (3,))
		tried(b"x" * len(good), (3,))
		tried(bytes(len(good)), (3,))
		tried(good + b"more", (3,))
		tried(contents(os.path.join(TOP, "dictionaries/identify.model")), (3,))
		for at in [*range(0, 64, 3), *(dice.randrange(len(good)) for _ in range(16))]:
			other = bytearray(good)
			other[at] ^= dice.choice((0x01, 0x80, 0xff))
			tried(bytes(other), (0, 3))
		for name in ("loans.tsv", "names.tsv", "name-words.tsv"):
			with open(path, "wb") as file:
				file.write(good)
			os.remove(os.path.join(folder, name))
			done = subprocess.run([os.path.join(BUILD, "pravah-transliterate"), "--words"], input=b"server\n", capture_output=True, timeout=n.TIME_LIMIT,
				env={**ENVIRONMENT, "PRAVAH_DATA": work}, cwd=TOP)
			expect(done.returncode == 3 and name.encode() in done.stderr, f"without {name}: {done.returncode} {done.stderr[-300:]!r}")
			shutil.copy(os.path.join(TOP, "dictionaries", name), folder)


def nul_and_returns():
	for text, wanted in (("नया feature\r\nयह server\r\n", "नया फीचर\r\nयह सर्वर\r\n"), ("नया feature", "नया फीचर")):
		for options in ((), ("--lines",), ("--format", "text")):
			got = transliterate(text, *options)
			expect(got == wanted, f"{options}: {quote(text)} became {quote(got)}")
	for options in ((), ("--lines",), ("--format", "text")):
		got = transliterate("नया feature\0 यह\n", *options)
		expect(got in ("नया feature\0 यह\n", "नया फीचर\0 यह\n"), f"{options}: NUL: {quote(got)}")


# ------------------------------------------------------------------- cases

def cases():
	"""(name, function without arguments) of every case."""
	yield GOLD, well_formed
	for kind in [*WORDS, *TEXTS]:
		yield f"{GOLD}, {kind}", lambda k=kind: gold_kind(k)
	for name, function in (("rows", lists), ("every entry", every_entry), ("endings", endings)):
		yield f"dictionaries: {name}", function
	for name, function in (("no words", no_words), ("wrong script", wrong_script), ("in the script asked for", in_script), ("best and scores", best),
			("--from by script", plain_from), ("capitals", capitals), ("alone and among others", same_guess)):
		yield f"words: {name}", function
	for name, function in (("glossary", glossary), ("glossary with faults", glossary_faults), ("learn", learn), ("learn nothing", learn_nothing), ("folder", folder),
			("one spelling", one_spelling), ("Hindi stays", stays), ("house leaves Hindi alone", house_stays), ("accents", accents), ("acronyms", acronyms), ("names", names), ("names that tag finds", found_names), ("--from for a text", whole_from)):
		yield name, function
	for to in TO:
		yield f"--to {to}", lambda t=to: target(t)
	for name, function in (("--to ascii, all of it", to_ascii), ("--to iso15919, reversible", reversible), ("one note", one_note), ("small notes", references), ("small notes in ASCII", wide),
			("written again", again), ("layer", layer), ("every word of every note", every_note), ("a note with words", through_note), ("pipe, jobs and call", one_call),
			("wrong options", usage), ("not UTF-8", not_text), ("NUL and returns", nul_and_returns), ("chance", chance), ("damaged model", damaged_model)):
		yield name, function
	for to in TARGETS:
		yield f"structure, --to {to}", lambda t=to: keeps_structure("--to", t)
	for to in TARGETS[:-1]:
		yield f"notes by chance, --to {to}", lambda t=to: notes_by_chance("--to", t)
	yield "structure, all words", lambda: keeps_structure("--from", "en", "--names", "--acronyms", "letters")
	for name, text in LONG.items():
		yield f"long: {name}", lambda t=text: long_word(t)
	for name, text in HARD.items():
		yield f"hard: {name}", lambda t=text: hard(t)


def main():
	n.run_all(cases(), sys.argv[1:])


if __name__ == "__main__":
	main()
