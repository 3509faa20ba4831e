#!/usr/bin/python3
"""How well transliterate does on words and sentences of others.

	tests/transliterate_score.py [--misses NAME] DATA

DATA holds translit/ and mt/dev/; DATA/../corpus/mixed.tsv is read, too.  Prints
a line of figures for each set.  --misses prints what one set gets wrong instead:
input, what came and what was wanted.  The sets are those named in the figures.

Exact is a best guess that is one of the references, first one that is the first
of them, nukta one that is a reference but for dots below; top 5 has a reference
among the five best.  CER counts the edits of code points that make the nearest
reference of the best guess, by the lengths of these references.
"""
import argparse
import collections
import difflib
import os
import re
import subprocess
import sys
import unicodedata

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True
from normalize import BUILD, ENVIRONMENT, TOP, Failure, contents, expect, notes, rows

# Sets of words: the direction, and whether they are names.
WORDS = {
	"en-hi-loanwords": ("hi", "en"),
	"en-hi-propernames": ("hi", "en", "--names"),
	"romanized-hi": ("hi", "hi-Latn"),
	"hi-romanized": ("hi-Latn", "hi"),
	"hi-en-loanwords": ("en", "hi"),
}
SENTENCES = {"codemix": (), "roman": ()}
CONSISTENCY = "one-spelling"
BEST = 5
NUKTA = "\u093c"
DEVANAGARI = re.compile("[\u0900-\u097f]")
STOPS = ".,;:!?।॥…()[]{}\"'“”‘’*_`-–—"


# ----------------------------------------------------------------- metrics

def edits(a, b):
	"""How many letters must be put in, left out or replaced."""
	row = list(range(len(b) + 1))
	for i, x in enumerate(a, 1):
		left, row[0] = row[0], i
		for j, y in enumerate(b, 1):
			left, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, left + (x != y))
	return row[-1]


def nearest(guess, references):
	"""(edits, length) of the reference that needs the fewest; of equal ones, the earliest."""
	return min(((edits(guess, r), len(r)) for r in references), key=lambda found: found[0])


def error_rate(pairs):
	"""CER in per cent of (guess, references)."""
	found = [nearest(guess, references) for guess, references in pairs]
	return 100 * sum(e for e, _ in found) / max(1, sum(n for _, n in found))


def words_matched(got, wanted):
	"""How many words of a sentence stand in the other, in the same order."""
	blocks = difflib.SequenceMatcher(None, got, wanted, autojunk=False).get_matching_blocks()
	return sum(block.size for block in blocks)


def self_test():
	assert edits("kitten", "sitting") == 3 and edits("", "abc") == 3 and edits("abc", "abc") == 0 and edits("ab", "ba") == 2
	assert edits("मॉडल", "मोडल") == 1 and edits("बैंक", "बैक") == 1
	assert nearest("abd", ["xyz", "abc"]) == (1, 3) and nearest("a", ["bc", "a"]) == (0, 1)
	# One of three code points, none of three, two of two, one of one.
	assert error_rate([("abd", ["xyz", "abc"]), ("टीम", ["टीम"]), ("", ["पर"]), ("ख", ["क"])]) == 100 * 4 / 9
	assert error_rate([("कंपनी", ["कम्पनी", "कंपनी"])]) == 0
	assert words_matched("a b c d".split(), "a x c d e".split()) == 3


# ----------------------------------------------------------------- running

def nfc(text):
	return unicodedata.normalize("NFC", text)


def program(name, *options, lines):
	"""What a program prints, line for line; it may take as long as it likes."""
	data = "".join(f"{line}\n" for line in lines).encode()
	done = subprocess.run([os.path.join(BUILD, name), *options], input=data, capture_output=True, env=ENVIRONMENT, cwd=TOP)
	expect(done.returncode == 0, f"{name} {' '.join(options)}: exit status {done.returncode}\n{done.stderr.decode('utf-8', 'replace')}")
	got = done.stdout.decode().split("\n")[:-1]
	expect(len(got) == len(lines), f"{name} {' '.join(options)}: {len(lines)} lines became {len(got)}")
	return got


def guesses(words, to, source, *options):
	"""The best guesses for each word, the best first."""
	got = program("pravah-transliterate", "-q", "--words", "-n", str(BEST), "--to", to, "--from", source, *options, lines=words)
	return [[nfc(g) for g in line.split("\t")[1:]] for line in got]


# ------------------------------------------------------------ dictionaries

def parts(text):
	return [p for p in re.split(r"[\s|]+", text) if p and p != "-"]


def known_words():
	"""Words of the dictionaries: in English spelling (small letters), in Devanagari, romanised."""
	english, hindi, romanised = set(), set(), set()
	for name, latin, devanagari in (("loans", 0, (1, 4)), ("name-words", 0, (1, 3)), ("names", 1, (2, 3))):
		for _, row in rows(f"dictionaries/{name}.tsv", 2):
			english.update(w.lower() for w in parts(row[latin]))
			hindi.update(nfc(w) for c in devanagari if c < len(row) for w in parts(row[c]) if DEVANAGARI.search(w))
	for _, row in rows("dictionaries/romanised.hi.tsv", 2):
		hindi_word, typed = row[0], row[1]
		hindi.add(nfc(hindi_word))
		romanised.update(typed.lower().split())
	return {"en": english, "hi": hindi, "hi-Latn": romanised}


# ------------------------------------------------------------------- words

def plain(text):
	return text.replace(NUKTA, "")


def share(found):
	found = list(found)
	return f"{100 * sum(found) / max(1, len(found)):.2f}"


def score_words(name, data, known, misses):
	to, source, *options = WORDS[name]
	table = [line.split("\t")[:2] for line in contents(f"{data}/translit/{name}.dev.tsv").decode().split("\n") if "\t" in line]
	words = [nfc(word) for word, _ in table]
	wanted = [[nfc(r) for r in references.split("|")] for _, references in table]
	got = guesses(words, to, source, *options)
	best = [g[0] if g else "" for g in got]
	exact = [b in w for b, w in zip(best, wanted)]
	held = [word.lower() in known[source] for word in words]
	if misses:
		for word, g, w, right, h in zip(words, got, wanted, exact, held):
			if not right:
				print(f"{word}\t{'|'.join(g) or '(nothing)'}\t{'|'.join(w)}{chr(9) + 'held' if h else ''}")
		return
	print(f"transliterate {name}: {len(words)} words, exact {share(exact)} %"
		f", first {share(b == w[0] for b, w in zip(best, wanted))} %"
		f", nukta {share(plain(b) in map(plain, w) for b, w in zip(best, wanted))} %"
		f", CER {error_rate(zip(best, wanted)):.2f} %"
		f", top {BEST} {share(any(x in w for x in g) for g, w in zip(got, wanted))} %"
		f"; {sum(held)} held by dictionaries, {share(e for e, h in zip(exact, held) if h)} % of them exact"
		f", of the others {share(e for e, h in zip(exact, held) if not h)} %"
		+ (f"; {best.count('')} without a guess" if "" in best else ""), flush=True)


# --------------------------------------------------------------- sentences

def without_stops(words):
	return [w for w in (word.strip(STOPS) for word in words) if w]


def score_sentences(name, data, misses):
	table = [r for r in (line.split("\t") for line in contents(f"{data}/../corpus/mixed.tsv").decode().split("\n"))
		if len(r) == 3 and r[0] == name]
	texts, wanted = [nfc(r[1]) for r in table], [nfc(r[2]) for r in table]
	got = [nfc(g) for g in program("pravah-transliterate", "-q", "--lines", "--to", "hi", *SENTENCES[name], lines=texts)]
	if misses:
		print("".join(f"{t}\n    {g}\n    {w}\n" for t, g, w in zip(texts, got, wanted) if g != w), end="")
		return
	print(f"transliterate {name}: {len(table)} sentences, {sentence_figures(got, wanted)}; as given: {sentence_figures(texts, wanted)}", flush=True)


def sentence_figures(got, wanted):
	matched = sum(words_matched(g.split(), w.split()) for g, w in zip(got, wanted))
	bare = [(without_stops(g.split()), without_stops(w.split())) for g, w in zip(got, wanted)]
	return (f"exact {share(g == w for g, w in zip(got, wanted))} %, CER {error_rate((g, [w]) for g, w in zip(got, wanted)):.2f} %"
		f", words {100 * matched / sum(len(w.split()) for w in wanted):.2f} %"
		f", without stops {100 * sum(words_matched(g, w) for g, w in bare) / sum(len(w) for _, w in bare):.2f} %")


# ------------------------------------------------------------ one spelling

def loan_counts(lines):
	"""How often each Devanagari word occurs that identify calls a loan."""
	counts = collections.Counter()
	for line in program("pravah-identify", "-q", "--lines", lines=lines):
		found = (token.removesuffix("/loan") for token in line.split(" ") if token.endswith("/loan"))
		counts.update(nfc(word) for word in found if DEVANAGARI.search(word))
	return counts


def several_spellings(counts):
	"""{English: [(times, spelling)]} of words that occur at least twice, where there is more than one; and how many types.
	Plurals are left out: कंपनियां and कंपनियों are no two spellings."""
	words = sorted(w for w, n in counts.items() if n > 1)
	groups = collections.defaultdict(list)
	for word, guess in zip(words, guesses(words, "en", "hi")):
		if guess and (not guess[0].endswith("s") or guess[0].endswith("ss")):
			groups[guess[0].lower()].append((counts[word], word))
	return {e: sorted(g, reverse=True) for e, g in groups.items() if len(g) > 1}, len(groups)


def hindi_of(path):
	"""The Hindi column of a table of the corpus."""
	return [row[-1] for _, row in rows(path, 2)]


def score_consistency(data, misses):
	lines = [line for path in notes("corpus/*.tsv") for line in hindi_of(path)]
	lines += [line for line in contents(f"{data}/mt/dev/docs-coop.hi").decode().split("\n") if line]
	after = program("pravah-transliterate", "-q", "--lines", "--to", "hi", lines=lines)
	(old, types), (new, types_after) = (several_spellings(loan_counts(text)) for text in (lines, after))
	if misses:
		for english, group in sorted(new.items()):
			print(f"{english}\t{' '.join(f'{word} {times}' for times, word in group)}")
		return
	print(f"transliterate {CONSISTENCY}: {len(old)} of {types} loans in several spellings before, {len(new)} of {types_after} after", flush=True)


# -------------------------------------------------------------------- main

def main():
	parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
	parser.add_argument("--misses", metavar="NAME", choices=[*WORDS, *SENTENCES, CONSISTENCY], help="print what one set gets wrong")
	parser.add_argument("--only", metavar="NAME", choices=[*WORDS, *SENTENCES, CONSISTENCY], help="print the figures of one set")
	parser.add_argument("data")
	args = parser.parse_args()
	if not os.path.isdir(os.path.join(args.data, "translit")):
		parser.error(f"{args.data} has no folder translit")
	self_test()
	data, only = os.path.abspath(args.data), args.misses or args.only
	try:
		known = known_words()
		for name in WORDS:
			if only in (None, name):
				score_words(name, data, known, args.misses)
		for name in SENTENCES:
			if only in (None, name):
				score_sentences(name, data, args.misses)
		if only in (None, CONSISTENCY):
			score_consistency(data, args.misses)
	except Failure as failure:
		sys.exit(f"transliterate: {failure}")


if __name__ == "__main__":
	main()
