#!/usr/bin/python3
"""How well normalize does on texts and tables that nobody of this project wrote.

	tests/normalize_score.py [--misses] DATA

DATA holds norm/, markdown/ and other folders of text; DATA/../seeds/* are read
too, if they are there.  Prints one line for each figure.  --misses also lists
what went wrong, with what came and what was wanted.
"""
import argparse
import glob
import itertools
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True
import normalize as n

# Batches keep a process's input and output small.
BATCH = 20000


class Score:
	"""Prints figures as `normalize NAME: GOOD of ALL`, and what missed below them."""

	def __init__(self, shows_misses):
		self.shows_misses = shows_misses

	def __call__(self, name, misses, total, always_shown=False):
		misses = list(misses)
		print(f"normalize {name}: {total - len(misses)} of {total}", flush=True)
		if self.shows_misses or always_shown:
			print("".join(f"    {miss}\n" for miss in misses), end="")


def lines_of(path):
	return [l for l in n.contents(path).decode("utf-8", "replace").split("\n") if l]


def table(path, width):
	return [l.split("\t") for l in lines_of(path) if not l.startswith("#") and l.count("\t") >= width - 1]


# ----------------------------------------------------------- given answers

def conformance(data, score):
	"""Unicode's own test: columns 1 to 3 become column 2, columns 4 and 5 become column 4."""
	rows = []
	for line in lines_of(f"{data}/norm/NormalizationTest-15.0.txt"):
		if line[0] not in "#@":
			rows.append(["".join(chr(int(c, 16)) for c in field.split()) for field in line.split(";")[:5]])
	got = n.normalize(list(itertools.chain(*rows)), "-p", "nfc")
	misses = []
	for i, row in enumerate(rows):
		wanted = [row[1]] * 3 + [row[3]] * 2
		if got[5 * i:5 * i + 5] != wanted:
			misses.append(" ".join(f"{n.quote(a)}>{n.quote(b)}" for a, b in zip(row, got[5 * i:5 * i + 5])))
	score("NormalizationTest 15.0 (nfc)", misses, len(rows))


def same_looks(data, score):
	rows = table(f"{data}/norm/nisaba-deva-visual_norm.tsv", 3)
	got = n.normalize([r[1] for r in rows])
	score("Nisaba visual norm (clean)", (f"{n.quote(r[1])}: {n.quote(g)}, not {n.quote(r[2])}"
		for r, g in zip(rows, got) if g != r[2]), len(rows))


def well_formed(data, score):
	"""Accepted is what has no blank, stays as it is, and in which no sign stands on nothing."""
	rows = table(f"{data}/norm/nisaba-deva-wellformed.tsv", 2)
	texts = [r[1] for r in rows]
	_, said = n.call("pravah-normalize", "-q", "--lines", data="".join(f"{t}\n" for t in texts).encode())
	ill = {int(number) for number in re.findall(r"-:(\d+):\d+:\d+: warning: .*\[ill-formed\]", said)}
	misses = []
	for number, (row, got) in enumerate(zip(rows, n.normalize(texts)), 1):
		accepted = got == row[1] and number not in ill and " " not in row[1]
		wanted = len(row) > 2 and row[2] != ""
		if accepted != wanted:
			misses.append(f"{n.quote(row[1])} is {'accepted' if accepted else 'rejected'}")
	score("Nisaba well-formed (clean)", misses, len(rows))


def messy(score):
	rows = [r for _, r in n.rows("corpus/mixed.tsv", 3) if r[0] == "messy"]
	got = n.normalize([r[1] for r in rows], "-p", "house")
	score("corpus/mixed.tsv, messy rows, exactly (house)", (f"{n.quote(r[1])}\n        {n.quote(g)}\n        {n.quote(r[2])}"
		for r, g in zip(rows, got) if g != r[2]), len(rows))


# ------------------------------------------------------------ no answers

def seeds(data, score):
	"""Good prose that clean has nothing to do in."""
	paths = sorted(glob.glob(os.path.join(data, "..", "seeds", "*")))
	misses = []
	for path in paths:
		old, new = n.contents(path).decode(), n.call("pravah-normalize", "-q", path)[0].decode()
		if old != new:
			misses.append(f"{os.path.basename(path)}: {n.first_difference(old, new)}")
	score("seeds unchanged (clean)", misses, len(paths), always_shown=True)


def markdown(data, score):
	paths = sorted(glob.glob(f"{data}/markdown/*"))
	notes = {os.path.basename(p): n.contents(p) for p in paths}
	for profile in n.PROFILES[1:]:
		score(f"markdown, all but prose is kept ({profile})", n.structure_faults(notes, profile), len(notes))
		score(f"markdown, the same again ({profile})", n.repeated_notes(notes, profile), len(notes))


def repeated(lines, profile):
	return [f for i in range(0, len(lines), BATCH) for f in n.repeated_lines(lines[i:i + BATCH], profile)]


def other_texts(data, score):
	"""Every line of every other text, as a text of its own: a second run changes nothing."""
	paths = [p for folder in ("mt", "translit", "lid", "ner", "ud") for p in
		sorted(glob.glob(f"{data}/{folder}/**", recursive=True)) if os.path.isfile(p)]
	# What recurs, such as tags and frequent words, need not be run again.
	lines = sorted({l.rstrip("\r") for p in paths for l in lines_of(p)})
	for profile in n.PROFILES[1:]:
		score(f"lines of {len(paths)} other texts, the same again ({profile})", repeated(lines, profile), len(lines))


def main():
	parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
	parser.add_argument("--misses", action="store_true", help="list what went wrong")
	parser.add_argument("data")
	args = parser.parse_args()
	if not os.path.isdir(os.path.join(args.data, "norm")):
		parser.error(f"{args.data} has no folder norm")
	score = Score(args.misses)
	for measure in (conformance, same_looks, well_formed, seeds, markdown, other_texts):
		measure(args.data, score)
	messy(score)


if __name__ == "__main__":
	main()
