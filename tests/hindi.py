#!/usr/bin/python3
"""Are the forms of Hindi words right?

	tests/hindi.py [WORD]...       the cases; with words, those whose names hold one of them
	tests/hindi.py --disagreements each form of which apertium-hin thinks otherwise

Prints `ok NAME` or `FAILED NAME` with the reasons for each case.  BUILD names the
build folder (default: build).  Where Debian's apertium-hin and lttoolbox are
installed, the words of dictionaries/en-hi.tsv are asked of them as well.
"""
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True
import normalize as n
from normalize import BUILD, expect, Failure, expect_none, rows, TOP

CASES = "tests/hindi_cases.tsv"
PARADIGMS, PRONOUNS, LEXICON = "dictionaries/paradigms.hi.tsv", "dictionaries/pronouns.hi.tsv", "dictionaries/en-hi.tsv"
APERTIUM = "/usr/share/apertium/apertium-hin/hin.autogen.bin"
# Of the forms that apertium-hin knows too, those that are the same, in per cent.
# Of nouns it was 86.5 before the lexicon got 5,900 lemmas more, many of them abstract nouns, which apertium-hin leaves as they are.
FLOORS = {"nouns": 85.5, "adjectives": 96.0, "verbs": 96.0}
# A floor, and a ceiling for what opening costs; slow machines and sanitizers get more.
FORMS_A_SECOND, MS_TO_OPEN, SLOWER = 1.0e6, 1.0, 4 if "san" not in os.environ.get("BUILD", "") else 40
NOUN, ADJECTIVE, BY_GENDER, BY_PERSON, ONE = ("p", "o", "po"), ("mp", "f"), ("m", "mp", "f", "fp"), ("1", "3", "3p", "2p"), ("",)
CELLS = {"noun-m": NOUN, "noun-f": NOUN, "loan-m": NOUN, "loan-f": NOUN, "adjective": ADJECTIVE,
	**dict.fromkeys(("perfective", "perfective-last", "imperfective", "imperfective-last", "infinitive", "past"), BY_GENDER),
	**dict.fromkeys(("subjunctive", "present", "future", "future-feminine"), BY_PERSON)}


def driver():
	"""The small C program beside this file, in the build folder."""
	program, sources = os.path.join(BUILD, "hindi_forms"), [os.path.join(TOP, "tests/hindi_forms.c"),
		*glob.glob(os.path.join(TOP, "stages/translate/hindi*.c")),
		*(os.path.join(TOP, f"pipeline/{name}.c") for name in ("base", "utf8", "table", "file", "index", "report"))]
	headers = glob.glob(os.path.join(TOP, "stages/translate/hindi*.h"))
	if not os.path.exists(program) or os.path.getmtime(program) < max(map(os.path.getmtime, sources + headers)):
		sanitize = ["-fsanitize=address,undefined", "-fno-sanitize-recover=undefined"] if "san" in BUILD.split("/") else []
		subprocess.run([os.environ.get("CC", "cc"), "-std=c11", "-D_GNU_SOURCE", "-O2", *sanitize, "-Ipipeline",
			"-Istages/translate", *sources, "-o", program], check=True, cwd=TOP)
	return program


def ask(questions):
	"""The form of each (word, kind, what)."""
	text = "".join("\t".join(q) + "\n" for q in questions)
	with tempfile.NamedTemporaryFile(suffix=".tsv") as file:
		file.write(text.encode())
		file.flush()
		done = subprocess.run([driver(), TOP, file.name], capture_output=True, timeout=n.TIME_LIMIT, check=False)
	expect(done.returncode == 0, done.stderr.decode("utf-8", "replace"))
	got = done.stdout.decode().split("\n")[:-1]
	expect(len(got) == len(questions), f"{len(questions)} questions, {len(got)} answers")
	return got


def wrong(wanted):
	"""What is told otherwise, of rows (where, question, form)."""
	for (where, question, form), got in zip(wanted, ask([q for _, q, _ in wanted])):
		if got != form:
			yield f"{where}: {' '.join(question)}: {got}, wanted {form}"


# ------------------------------------------------------------------- cases

def given(kind):
	wanted = [(f"{CASES}:{number}", row[:3], row[3]) for number, row in rows(CASES) if row[1] == kind]
	expect_none(wrong(wanted), "wrong forms")
	return f"{len(wanted)} forms"


def question(made, word, cell):
	if made[:4] in ("noun", "loan"):
		return (word, "n", f"{made[5]}{'h' if made[:4] == 'noun' else 's'}.{cell}")
	if made == "adjective":
		return (word, "a", cell)
	return (word, "v", f"{made.removesuffix('-feminine')}.{'f' if made.endswith('-feminine') else ''}{cell}")


def examples():
	"""Each paradigm makes the forms of its example, and each word that is listed is of a class that rows have."""
	wanted, named, listed = [], set(), []
	for number, row in rows(PARADIGMS):
		where = f"{PARADIGMS}:{number}"
		if row[0] == "words":
			listed.append((where, row[1]))
			continue
		expect(len(row) == 6, f"{where}: {len(row)} columns")
		if row[2].startswith("="):
			named.add(row[1])
		cells = CELLS.get(row[0], ONE)
		forms = row[5].split("|")
		expect(len(forms) == len(cells), f"{where}: {len(forms)} forms of the example")
		wanted += [(where, question(row[0], row[4], cell), form) for cell, form in zip(cells, forms)]
	expect_none(f"{where}: no rows of the class {name}" for where, name in listed if name not in named | {"agreeing", "passive", "infinitive"})
	expect_none(wrong(wanted), "wrong forms")


def pronoun_rows():
	"""A plural is a pronoun, and every pronoun and determiner has all its forms."""
	table = [(number, row) for number, row in rows(PRONOUNS)]
	words = {row[1] for _, row in table if row[0] == "pronoun"}
	expect_none(f"{PRONOUNS}:{number}: {row[3]} is no pronoun" for number, row in table if row[0] == "pronoun" and row[3] not in words | {"-"})
	expect_none(f"{PRONOUNS}:{number}: + is not where a postposition goes" for number, row in table if row[0] == "pronoun" and row[7].count("+") != 1)


def lexicon():
	"""(word, kind, what) of every noun, adjective and verb of the lexicon, once; what is gender and habit."""
	kinds = {"n": "n", "adj": "a", "v": "v"}
	found = {(row[2], kinds[row[1]], row[3] + row[4] if row[1] == "n" else "") for _, row in rows(LEXICON) if row[1] in kinds}
	return sorted(q for q in found if re.search("[\u0900-\u097f]$", q[0]))


def every_word():
	"""Forms are whole: NFC, no blank at an end, no vowel sign behind another, no word left out."""
	questions = [(word, kind, what + cell) for word, kind, what in lexicon()
		for cell in {"n": (".p", ".o", ".po"), "a": ("mp", "f"), "v": ("perfective.m", "perfective-last.fp", "future.f3", "request.")}[kind]]
	signs = re.compile("[\u093e-\u094c][\u093e-\u094d]|\u094d[\u093e-\u094d]|\u094d$|(?:^| )[\u093c\u093e-\u094d\u0902]")
	faults = [f"{' '.join(q)}: {form!r}" for q, form in zip(questions, ask(questions)) if not form or form.strip() != form
		or signs.search(form) or unicodedata.normalize("NFC", form) != form or form.count(" ") != q[0].count(" ")]
	expect_none(faults)
	return f"{len(questions)} forms"


def every_form():
	"""What is told of all forms of a word holds what is asked one by one."""
	asked = [(word, kind, what) for word, kind, what in lexicon()][::7]
	told = ask([(word, "forms", f"{kind}.{what}") for word, kind, what in asked])
	cells = {"n": (".po", ".o"), "a": ("mo", "fp"), "v": ("perfective.mp", "imperfective-last.fp", "subjunctive.2p", "request.")}
	one = [(i, (word, kind, what + cell)) for i, (word, kind, what) in enumerate(asked) for cell in cells[kind]]
	expect_none(f"{' '.join(q)}: {form} is not among {told[i]}" for (i, q), form in zip(one, ask([q for _, q in one]))
		if form not in [piece.rsplit(":", 1)[0] for piece in told[i].split("|")])


def odd():
	"""What is no word of its kind stays as it is."""
	words = ["", " ", "-", "ना", "Rust", "80B", "ा", "क", "्", "का", "अ ", " ब", "-ना", "ना-ना", "a-", "ना ना", "मे😀", "े" * 5000, "ा " * 3000]
	questions = [(w, kind, what) for w in words for kind, what in (("n", "mh.po"), ("n", "fs.p"), ("n", "m0.o"), ("a", "f"), ("v", "perfective.f"),
		("v", "future.f1"), ("v", "present."), ("p", "के लिए."), ("p", "-."), ("d", "mo"), ("forms", "n.mh"), ("forms", "a"), ("forms", "v"))]
	ask(questions)
	same = [("Rust", "n", "mh.po"), ("Rust ", "n", "mh.po"), ("Rust", "v", "perfective.f"), ("Rust", "a", "f"), ("a-", "a", "f"), ("-", "a", "f"), ("ना", "v", "perfective.f"), ("चाहिए", "v", "future.m3")]
	expect_none(f"{' '.join(q)}: {form}" for q, form in zip(same, ask(same)) if form != q[0])


def fast():
	done = subprocess.run([driver(), TOP, "--speed"], capture_output=True, text=True, timeout=n.TIME_LIMIT, check=True)
	opening, forms = (float(x) for x in re.findall(r"[\d.]+", done.stdout))
	expect(forms * 1e6 >= FORMS_A_SECOND / SLOWER and opening <= MS_TO_OPEN * SLOWER, done.stdout)
	return done.stdout.strip()


# ------------------------------------------------------------------ oracle

def plain(form):
	"""Without what is spelling and not a form: nukta, the kind of nasal sign, glides."""
	form = unicodedata.normalize("NFD", form).replace("\u093c", "").replace("ँ", "ं")
	return re.sub("य(?=[ेी])", "", form).translate(str.maketrans("ेीएई", "एईएई"))


def agree(ours, theirs):
	"""apertium-hin may give several, with / between."""
	return plain(ours) in map(plain, theirs.split("/"))


TAGS = {
	"nouns": [(".p", "<n><{g}><pl><nom>"), (".o", "<n><{g}><sg><obl>"), (".po", "<n><{g}><pl><obl>")],
	"adjectives": [("mp", "<adj><m><pl><nom>"), ("mo", "<adj><m><sg><obl>"), ("f", "<adj><f><sg><nom>")],
	"verbs": [("perfective.m", "<perf><m><sg>"), ("perfective.mp", "<perf><m><pl>"), ("perfective.f", "<perf><f><sg>"), ("perfective.fp", "<perf><f><pl>"),
		("imperfective.m", "<impf><m><sg>"), ("imperfective.mp", "<impf><m><pl>"), ("imperfective.f", "<impf><f><sg>"),
		("future.m3", "<fut><m><p3><sg>"), ("future.mp3", "<fut><m><p3><pl>"), ("future.f3", "<fut><f><p3><sg>"), ("future.m1", "<fut><m><p1><sg>"), ("future.mp2", "<fut><m><p2><pl>"),
		("subjunctive.1", "<prs><p1><sg>"), ("subjunctive.3", "<prs><p3><sg>"), ("subjunctive.3p", "<prs><p3><pl>")],
}


def generated(analyses):
	"""What apertium-hin makes of each; None where it does not know it."""
	text = "".join(f"^{a}$\n" for a in analyses)
	printed = subprocess.run(["lt-proc", "-g", APERTIUM], input=text.encode(), capture_output=True, timeout=n.TIME_LIMIT, check=True).stdout.decode()
	return [None if line.startswith(("#", "@", "*")) else line for line in printed.split("\n")[:-1]]


def compared(kind):
	"""(question, our form, apertium's) of all single words of a kind that it knows."""
	letter = kind[0]
	words = [q for q in lexicon() if q[1] == letter and not re.search("[ -]", q[0]) and not re.match("[mf][s0]", q[2])]
	asked, analyses = [], []
	for word, _, what in words:
		for cell, tags in TAGS[kind]:
			for lemma, tense in ((word.removesuffix("ना"), "<vblex><tv>"), (word.removesuffix("ना"), "<vblex><iv>")) if letter == "v" else ((word, ""),):
				asked.append((word, letter, what + cell))
				analyses.append(lemma + tense + tags.format(g=what[:1]))
	theirs = dict()
	for q, form in zip(asked, generated(analyses)):
		if form:
			theirs.setdefault(q, form)
	return [(q, ours, theirs[q]) for q, ours in zip(theirs, ask(list(theirs)))]


def oracle(kind):
	if not os.path.exists(APERTIUM) or not shutil.which("lt-proc"):
		return "skipped: apertium-hin and lttoolbox are not installed"
	found = compared(kind)
	same = sum(agree(ours, theirs) for _, ours, theirs in found)
	expect(found and 100 * same >= FLOORS[kind] * len(found), f"{same} of {len(found)} forms are those of apertium-hin")
	return f"{100 * same / len(found):.1f} % of {len(found)} forms"


def print_disagreements():
	for kind in TAGS:
		for question_, ours, theirs in compared(kind):
			if not agree(ours, theirs):
				print(*question_, ours, theirs, sep="\t")


# ----------------------------------------------------------------- running

def cases():
	for kind, name in {"n": "nouns", "a": "adjectives", "v": "verbs", "p": "pronouns", "d": "determiners", "forms": "all forms of a word"}.items():
		yield f"given: {name}", lambda k=kind: given(k)
	for name, function in (("examples of the paradigms", examples), ("rows of pronouns", pronoun_rows), ("every word of the lexicon", every_word),
			("forms told at once and one by one", every_form), ("no words", odd), ("speed", fast)):
		yield name, function
	for kind in TAGS:
		yield f"as apertium-hin has it: {kind}", lambda k=kind: oracle(k)


def run(name, function):
	"""True if it passes; its remark goes behind its name."""
	try:
		remark = function()
	except Failure as failure:
		print(f"FAILED {name}", *str(failure).rstrip().split("\n"), sep="\n    ", flush=True)
		return False
	except Exception as error:  # a test that breaks is a test that fails
		print(f"FAILED {name}\n    {type(error).__name__}: {error}", flush=True)
		return False
	print(f"ok {name}" + (f" ({remark})" if remark else ""), flush=True)
	return True


def main():
	if sys.argv[1:] == ["--disagreements"]:
		print_disagreements()
		return
	chosen = [(name, f) for name, f in cases() if not sys.argv[1:] or any(w in name for w in sys.argv[1:])]
	passed = sum(run(name, f) for name, f in chosen)
	print(f"{passed} passed, {len(chosen) - passed} failed")
	sys.exit(passed < len(chosen) or not chosen)


if __name__ == "__main__":
	main()
