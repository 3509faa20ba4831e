#!/usr/bin/python3
"""Is what translate makes of Hindi the English that it should be?

	tests/backward.py [WORD]...

Prints `ok NAME` or `FAILED NAME` with the reasons for each case; with words,
only for the cases whose names hold one of them.  BUILD names the build folder
(default: build).
"""
import os
import random
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True
import hindi
from normalize import TOP, call, expect, expect_none, rows

CASES, WORDS, FUNCTIONS = "tests/backward_cases.tsv", "dictionaries/hi-en.tsv", "dictionaries/hi-function.tsv"
KINDS = {"post", "gen", "pron", "det", "conj", "adv", "part", "verb", "english"}
SIGNS = ["(", ")", '"', "“", "”", ",", "-", "—", "**", "*", "`x`", "[a](b)", "?", "!", ":", ";", "।"]


def english(lines):
	printed, _ = call("pravah-translate", "-q", "--lines", "--to", "en", "--engine", "rules", data="".join(f"{l}\n" for l in lines).encode())
	got = printed.decode().split("\n")[:-1]
	expect(len(got) == len(lines), f"{len(lines)} lines became {len(got)}")
	return got


def given():
	cases = [(number, row) for number, row in rows(CASES)]
	got = english([row[1] for _, row in cases])
	expect_none((f"{CASES}:{number}: {row[1]}: {g}, wanted {row[2]}" for (number, row), g in zip(cases, got) if g != row[2]), "wrong sentences")
	return f"{len(cases)} sentences"


def dictionaries():
	"""Every row is one that the program reads, and no word and part of speech stands twice."""
	seen, wrong = set(), []
	for number, row in rows(WORDS):
		if len(row) != 6 or row[1] not in ("n", "v", "adj", "adv", "num") or not re.fullmatch("[0-9]", row[3]) or tuple(row[:2]) in seen:
			wrong.append(f"{WORDS}:{number}: {row}")
		seen.add(tuple(row[:2]))
	wrong += [f"{FUNCTIONS}:{number}: {row}" for number, row in rows(FUNCTIONS) if len(row) != 4 or row[1] not in KINDS]
	expect_none(wrong, "wrong rows")
	return f"{len(seen)} words"


def unsorted():
	"""Words in any order make no program fall, and numbers, names and code stay."""
	rng, words = random.Random(7), [row[0] for _, row in rows(WORDS)] + [row[0] for _, row in rows(FUNCTIONS)]
	lines = [" ".join(rng.choice(SIGNS) if rng.random() < .2 else rng.choice(words) for _ in range(rng.randint(1, 30))) + f" {4000 + k} Qwertz{k}"
		for k in range(400)]
	got = english([re.sub(r"\s+", " ", line) for line in lines])
	expect_none((f"{line}: {g}" for k, (line, g) in enumerate(zip(lines, got)) if str(4000 + k) not in g or f"Qwertz{k}" not in g), "lost words")
	return f"{len(lines)} lines"


def english_stays():
	lines = ["This is English already.", "12 %"]
	expect(english(lines) == lines, "English is changed")


def main():
	cases = (("sentences of the constructions", given), ("dictionaries", dictionaries), ("words in any order", unsorted), ("English stays", english_stays))
	chosen = [(name, f) for name, f in cases if not sys.argv[1:] or any(w in name for w in sys.argv[1:])]
	passed = sum(hindi.run(name, f) for name, f in chosen)
	print(f"{passed} passed, {len(chosen) - passed} failed")
	sys.exit(passed < len(chosen) or not chosen)


if __name__ == "__main__":
	main()
