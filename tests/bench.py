#!/usr/bin/python3
"""Measures and prints one table; asserts nothing about time.

	tests/bench.py [--quick]

The input is made here, from the project's own notes and dense cases repeated to 1, 4, 16 and 64 MB, under
$BUILD/bench. Every figure is the median of interleaved rounds, and a peer's figure comes from the same run.
--quick: 1 MB, one round, few notes: to see that everything still works.
"""
import argparse
import glob
import os
import platform
import re
import resource
import shutil
import statistics
import subprocess
import sys
import time

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUILD = os.path.join(TOP, os.environ.get("BUILD", "build"))
BENCH = os.path.join(BUILD, "bench")
MB = 1 << 20
ENVIRONMENT = {**os.environ, "PRAVAH_DATA": TOP, "LC_ALL": "C.UTF-8"}
NOTES = 2000


def contents(path):
	with open(path, "rb") as file:
		return file.read()


def sources():
	paths = sorted(glob.glob(os.path.join(TOP, "corpus/notes/*.md")) + glob.glob(os.path.join(TOP, "tests/cases/dense*.md")))
	if not paths:
		sys.exit("bench: no notes to measure with")
	return paths


# -------------------------------------------------------------------- input

def body(note):
	"""A note in the middle of a file has no front matter: its fence would be a heading."""
	return re.sub(rb"\A(\xef\xbb\xbf)?---\r?\n.*?\n---\r?\n", b"", note, flags=re.S)


def make_file(megabytes):
	path = os.path.join(BENCH, f"{megabytes}.md")
	one = b"\n\n".join(body(contents(p)) for p in sources()) + b"\n\n"
	wanted = megabytes * MB // len(one) + 1
	if not os.path.exists(path) or os.path.getsize(path) != wanted * len(one) or not contents(path).startswith(one):
		with open(path, "wb") as file:
			for _ in range(wanted):
				file.write(one)
	return path


def make_notes(count):
	folder = os.path.join(BENCH, f"notes-{count}")
	texts = [contents(p) for p in sources()]
	shutil.rmtree(folder, ignore_errors=True)
	os.makedirs(folder)
	paths = []
	for i in range(count):
		paths.append(os.path.join(folder, f"note-{i:04d}-en.md"))
		with open(paths[-1], "wb") as file:
			file.write(texts[i % len(texts)])
	return paths


# ---------------------------------------------------------------- measuring

def run(commands, output=subprocess.DEVNULL):
	"""Runs commands as one pipe; returns seconds and the peak memory of each in MiB."""
	begun, jobs, before = time.perf_counter(), [], None
	for i, command in enumerate(commands):
		last = i + 1 == len(commands)
		jobs.append(subprocess.Popen(command, stdin=before or subprocess.DEVNULL, env=ENVIRONMENT,
			stdout=output if last else subprocess.PIPE, stderr=subprocess.DEVNULL))
		if before:
			before.close()
		before = jobs[-1].stdout
	peaks = []
	for command, job in zip(commands, jobs):
		_, status, usage = os.wait4(job.pid, 0)
		job.returncode = os.waitstatus_to_exitcode(status)
		if job.returncode:
			sys.exit(f"bench: {' '.join(command)[:200]}: exit status {job.returncode}")
		peaks.append(usage.ru_maxrss / 1024)
	return time.perf_counter() - begun, peaks


def interleaved(contenders, rounds):
	"""contenders: name to pipe of commands. Returns name to (median seconds, peaks)."""
	times, peaks = {name: [] for name in contenders}, {}
	for _ in range(rounds):
		for name, commands in contenders.items():
			seconds, peaks[name] = run(commands)
			times[name].append(seconds)
	return {name: (statistics.median(times[name]), peaks[name]) for name in contenders}


def program(name):
	return os.path.join(BUILD, name)


def build(name, *packages):
	"""Our objects and those of a bench in one program; None where a library cannot be had."""
	path = os.path.join(BENCH, name)
	objects = sorted(p for p in glob.glob(os.path.join(BUILD, "obj/**/*.o"), recursive=True)
		if not p.endswith("pipeline/main.o"))
	libraries = subprocess.run(["pkg-config", "--libs", "icu-uc", "icu-i18n", "libxml-2.0", "yaml-0.1", "jansson", "libutf8proc", *packages],
		capture_output=True, text=True)
	if libraries.returncode:
		print(f"({' '.join(packages)} is not installed: no comparison inside one process)\n")
		return None
	sanitize = ["-fsanitize=address,undefined"] if b"__asan_init" in contents(program("pravah")) else []
	subprocess.run([os.environ.get("CC", "cc"), "-std=c11", "-D_GNU_SOURCE", "-O2", *sanitize, "-I" + os.path.join(TOP, "pipeline"), "-o", path,
		os.path.join(TOP, f"tests/{name}.c"), *objects, *libraries.stdout.split(), "-lmd4c", "-lpthread", "-lm"], check=True)
	return path


def in_process(bench_read, path, rounds):
	out = subprocess.run([bench_read, path, str(rounds)], capture_output=True, text=True, env=ENVIRONMENT)
	if out.returncode:
		sys.exit(f"bench: bench_read {path}: {out.stderr}")
	times = {}
	for line in out.stdout.splitlines():
		name, seconds = line.split()
		times.setdefault(name, []).append(float(seconds))
	return {name: statistics.median(values) for name, values in times.items()}


# ----------------------------------------------------------------- printing

def table(title, head, rows):
	widths = [max(len(str(row[i])) for row in [head, *rows]) for i in range(len(head))]
	print(title)
	for row in [head, *rows]:
		cells = [str(row[0]).ljust(widths[0])] + [str(c).rjust(w) for c, w in zip(row[1:], widths[1:])]
		print("  " + "  ".join(cells).rstrip())
	print(flush=True)


def version(*command):
	try:
		words = subprocess.run(command, capture_output=True, text=True).stdout.split("\n")[0]
	except OSError:
		return "not installed"
	return words.split(" - ")[0].strip() or "?"


def machine():
	model = next((line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "?")
	print(f"{model}, {len(os.sched_getaffinity(0))} cores, {platform.system()} {platform.release()}")
	parser = version("pkg-config", "--modversion", "libcmark")
	print(f"{version(program('pravah'), '--version')}; {version('cmark', '--version')} (library {parser}); "
		f"md4c from {version('dpkg-query', '-W', '-f=${Version}', 'libmd4c0')}; {version(os.environ.get('CC', 'cc'), '--version')}")
	print()


def rate(size, seconds):
	return f"{size / MB / seconds:.1f}"


def measure_in_process(files, rounds):
	bench_read = build("bench_read", "libcmark")
	if not bench_read:
		return
	rows, first, first_cmark = [], 0, 0
	for size, path in files:
		t = in_process(bench_read, path, rounds)
		cost, cost_cmark = t["pravah"] / size, t["cmark"] / size
		first, first_cmark = (first, first_cmark) if rows else (cost, cost_cmark)
		rows.append((f"{size / MB:.0f} MB", rate(size, t["pravah"]), rate(size, t["cmark"]), rate(size, t["md4c"]),
			f"{t['cmark'] / t['pravah']:.2f}", f"{cost * MB * 1000:.1f}", f"{cost / first:.2f}",
			f"{cost_cmark / first_cmark:.2f}"))
	table("In one process, in memory (MB/s): read + note, beside parsing alone",
		("", "pravah", "cmark", "md4c", "pravah/cmark", "ms per MB", "cost against the first", "cmark's"), rows)


def measure_programs(files, rounds):
	rows, first = [], None
	for size, path in files:
		got = interleaved({"pravah": [[program("pravah"), "read", "note", "-j1", path]], "cmark": [["cmark", path]]}, rounds)
		(ours, [our_peak]), (theirs, [their_peak]) = got["pravah"], got["cmark"]
		cost = ours / size
		first = first or cost
		rows.append((f"{size / MB:.0f} MB", rate(size, ours), rate(size, theirs), f"{our_peak:.0f}", f"{their_peak:.0f}",
			f"{our_peak / (size / MB):.1f}", f"{cost / first:.2f}"))
	# A child's peak begins with that of the process it was forked from.
	floor = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
	table("Whole programs, output to /dev/null: pravah read note -j1 FILE; cmark FILE, which renders HTML\n"
		f"(peak memory under {floor:.0f} MiB cannot be told from here)",
		("", "pravah MB/s", "cmark MB/s", "pravah MiB", "cmark MiB", "MiB per MB", "cost against the first"), rows)


def measure_records(file, rounds):
	size, path = file
	pipe = [[program("pravah-read"), path], [program("pravah-note")]]
	got = interleaved({"records pipe": pipe, "one process": [[program("pravah"), "read", "note", "-j1", path]]}, rounds)
	rows = [(name, rate(size, seconds), " + ".join(f"{p:.0f}" for p in peaks)) for name, (seconds, peaks) in got.items()]
	table(f"Through records, {size / MB:.0f} MB: pravah-read FILE | pravah-note", ("", "MB/s", "peak MiB"), rows)


def measure_notes(count, rounds):
	paths = make_notes(count)
	size = sum(os.path.getsize(p) for p in paths)
	out = os.path.join(BENCH, "out") + "/"
	kinds = {
		"read --records": ["read", "--records"],
		"read note -o FOLDER/": ["read", "note", "-o", out],
		"pseudo -o FOLDER/": ["--engine", "pseudo", "-q", "-o", out],
		"memory -o FOLDER/": ["--engine", "memory", "-q", "-o", out],
		"memory,rules -o FOLDER/": ["-q", "-o", out],
	}
	contenders = {(kind, jobs): [[program("pravah"), *words, jobs, *paths]] for kind, words in kinds.items() for jobs in ("-j1", "-j2")}
	got = interleaved(contenders, rounds)
	rows = [(kind, *(f"{count / got[kind, jobs][0]:.0f}" for jobs in ("-j1", "-j2")), f"{got[kind, '-j1'][0] / got[kind, '-j2'][0]:.2f}",
		f"{got[kind, '-j2'][1][0]:.0f}") for kind in kinds]
	table(f"{count} notes of {size / count / 1024:.1f} KiB (notes/s; files are synced and renamed)",
		("", "-j1", "-j2", "gain", "peak MiB"), rows)
	shutil.rmtree(out, ignore_errors=True)
	shutil.rmtree(os.path.dirname(paths[0]))


def make_hindi(megabytes):
	"""The Hindi of the corpus, again and again."""
	path = os.path.join(BENCH, f"hindi-{megabytes}.txt")
	one = b""
	for name in sorted(glob.glob(os.path.join(TOP, "corpus/*.tsv"))):
		rows = [line.split(b"\t") for line in contents(name).split(b"\n") if not line.startswith(b"# ")]
		one += b"".join(row[-1] + b"\n" for row in rows if len(row) == 2)
	with open(path, "wb") as file:
		for _ in range(megabytes * MB // len(one) + 1):
			file.write(one)
	return path


def measure_normalizing(megabytes, rounds):
	"""Memory to memory, UTF-8 in and out; ICU has its own UTF-16 already."""
	path, times = make_hindi(megabytes), {}
	bench = build("bench_normalize")
	for _ in range(rounds):
		out = subprocess.run([bench, TOP, path], capture_output=True, text=True, env=ENVIRONMENT, check=True).stdout
		for line in out.splitlines():
			name, speed = line.split()
			times.setdefault(name, []).append(float(speed))
	speed = {name: statistics.median(values) for name, values in times.items()}
	rows = [(name, f"{value:.0f}", f"{value / speed['icu-utf16-nfc']:.2f}", f"{value / speed['utf8proc-map-nfc']:.1f}")
		for name, value in speed.items()]
	table(f"Normalizing {os.path.getsize(path) / 1e6:.0f} MB of Hindi in memory, one core", ("", "MB/s", "of ICU's", "times utf8proc_map"), rows)


def measure_transliterating(rounds):
	"""Memory to memory, one core: the English words of the corpus in the order of the text, and ICU on the same."""
	path, got = os.path.join(BENCH, "words.txt"), {}
	with open(path, "w", encoding="utf-8") as file:
		for name in sorted(glob.glob(os.path.join(TOP, "corpus/*.tsv"))):
			rows = [line.split("\t") for line in contents(name).decode().split("\n") if not line.startswith("# ")]
			file.writelines(word.lower() + "\n" for row in rows if len(row) == 2 for word in re.findall("[A-Za-z]{2,}", row[0]))
	bench = build("bench_transliterate")
	for _ in range(rounds):
		out = subprocess.run([bench, TOP, path], capture_output=True, text=True, env=ENVIRONMENT, check=True).stdout
		for line in out.splitlines():
			name, words, speed = line.split()
			got.setdefault((name, words), []).append(float(speed))
	model = os.path.getsize(os.path.join(TOP, "dictionaries/transliterate.model"))
	table(f"English words to Devanagari in memory, one core; model {model / 1e6:.1f} MB", ("", "words", "thousand words/s"),
		[(name, words, f"{statistics.median(speeds):.1f}") for (name, words), speeds in got.items()])


def measure_words(megabytes, rounds):
	"""Whole programs, start-up and reading with them: tokens a second on one core."""
	path = make_hindi(megabytes)
	out = subprocess.run([program("pravah"), "segment", "--tokens", "-q", path], capture_output=True, env=ENVIRONMENT, check=True).stdout
	tokens = len(out.split())
	names = {"normalize": ["normalize"], "normalize, house": ["normalize", "-p", "house"], "segment": ["segment"], "identify": ["identify"],
		"tag": ["tag"], "transliterate": ["transliterate"], "transliterate, typed": ["transliterate", "--to", "hi-Latn"]}
	got = interleaved({name: [[program("pravah"), *words, "-q", "-j1", path]] for name, words in names.items()}, rounds)
	start = interleaved({name: [[program("pravah"), *words, "-q", "/dev/null"]] for name, words in names.items()}, rounds)
	rows = [(name, rate(os.path.getsize(path), seconds), f"{tokens / seconds:.0f}", f"{peaks[0]:.0f}", f"{1000 * start[name][0]:.0f}")
		for name, (seconds, peaks) in got.items()]
	table(f"Whole programs with what they need, {os.path.getsize(path) / MB:.1f} MB of Hindi, {tokens} tokens, -j1",
		("", "MB/s", "tokens/s", "peak MiB", "ms for nothing"), rows)


def measure_tagging(megabytes, rounds):
	"""Whole program, start-up, reading and segmenting with it: both languages line by line, and Hindi as one text."""
	sizes = [(name, os.path.getsize(os.path.join(TOP, "dictionaries", name)) / 1e6) for name in ("tag.model", "names.tsv")]
	path = os.path.join(BENCH, f"both-{megabytes}.txt")
	one = b""
	for name in sorted(glob.glob(os.path.join(TOP, "corpus/*.tsv"))):
		rows = [line.split(b"\t") for line in contents(name).split(b"\n") if not line.startswith(b"# ")]
		one += b"".join(side + b"\n" for row in rows if len(row) == 2 for side in row)
	with open(path, "wb") as file:
		for _ in range(megabytes * MB // len(one) + 1):
			file.write(one)
	kinds = {"lines, English and Hindi": (path, ["--lines"]), "lines, types of amounts only": (path, ["--lines", "--types", "MONEY,DATE"]), "a text, Hindi": (make_hindi(megabytes), ["--format", "text", "-r"]),
		"nothing": ("/dev/null", [])}
	tokens = {p: len(subprocess.run([program("pravah"), "segment", "--tokens", "-q", p], capture_output=True, env=ENVIRONMENT, check=True).stdout.split()) for p, _ in kinds.values()}
	got = interleaved({name: [[program("pravah"), "tag", *words, "-q", "-j1", p]] for name, (p, words) in kinds.items()}, rounds)
	rows = [(name, rate(os.path.getsize(p), got[name][0]) if tokens[p] else "", f"{tokens[p] / got[name][0]:.0f}" if tokens[p] else "", f"{got[name][0]:.2f}", f"{got[name][1][0]:.0f}") for name, (p, _) in kinds.items()]
	table(f"pravah tag -j1, {megabytes} MB; " + ", ".join(f"{name} {size:.1f} MB" for name, size in sizes), ("", "MB/s", "tokens/s", "s", "peak MiB"), rows)


def make_sides(megabytes):
	"""The English of the corpus, and the Hindi, a sentence a line, of pairs without marks."""
	pairs = []
	for name in sorted(glob.glob(os.path.join(TOP, "corpus/*.tsv"))):
		rows = [line.split("\t") for line in contents(name).decode().split("\n") if not line.startswith("# ")]
		pairs += [row for row in rows if len(row) == 2 and not re.search(r"[*_`\[\]{}<>$|\\]", row[0] + row[1])]
	times = megabytes * MB // sum(len(english) + 1 for english, _ in pairs) + 1
	paths = []
	for side, name in enumerate(("english", "sentences-hindi")):
		paths.append(os.path.join(BENCH, f"{name}-{megabytes}.txt"))
		with open(paths[-1], "w", encoding="utf-8") as file:
			for _ in range(times):
				file.writelines(pair[side] + "\n" for pair in pairs)
	return paths


def apertium_mode():
	"""Apertium's name of English to Spanish; None where that is not installed."""
	try:
		modes = subprocess.run(["apertium", "-l"], capture_output=True, text=True).stdout.split()
	except OSError:
		return None
	return next((mode for mode in ("eng-spa", "en-es") if mode in modes), None)


def measure_translating(megabytes, notes, rounds):
	"""By rules alone, for the corpus is what the memory knows: whole programs, start-up and all stages that are needed with them."""
	(english, hindi), paths = make_sides(megabytes), make_notes(notes)
	out = os.path.join(BENCH, "out") + "/"
	translate = [program("pravah"), "translate", "-q", "-j1", "--engine", "rules"]
	kinds = {
		"English to Hindi, lines, -j1": ([english], [*translate, "--lines", english]),
		"Hindi to English, lines, -j1": ([hindi], [*translate, "--lines", "--to", "en", hindi]),
		f"{notes} notes, pravah -j2": (paths, [program("pravah"), "-q", "-j2", "--engine", "rules", "-o", out, *paths]),
		"nothing: start-up": ([], [*translate, "/dev/null"]),
	}
	mode = apertium_mode()
	if mode:
		kinds[f"Apertium {mode}, the same English"] = ([english], ["apertium", "-u", mode, english])
	got = interleaved({name: [command] for name, (_, command) in kinds.items()}, rounds)
	rows = []
	for name, (files, _) in kinds.items():
		texts, (seconds, peaks) = [contents(f) for f in files], got[name]
		words, lines = sum(len(t.split()) for t in texts), sum(t.count(b"\n") for t in texts) if len(files) == 1 else 0
		rows.append((name, words or "", f"{lines / seconds:.0f}" if lines else "", f"{words / seconds:.0f}" if words else "",
			f"{1000 * seconds:.0f}", "" if name.startswith("Apertium") else f"{peaks[0]:.0f}"))
	if not mode:
		rows.append(("Apertium eng-spa: not installed", "", "", "", "", ""))
	table("Translating by rules, with all stages that it needs (Apertium is a pipe of programs, on as many cores as it has)",
		("", "words", "sentences/s", "words/s", "ms", "peak MiB"), rows)
	shutil.rmtree(out, ignore_errors=True)
	shutil.rmtree(os.path.dirname(paths[0]))


def main():
	options = argparse.ArgumentParser(description="Measures and prints one table.")
	options.add_argument("--quick", action="store_true", help="1 MB, one round, few notes")
	quick = options.parse_args().quick
	if not os.access(program("pravah"), os.X_OK):
		sys.exit(f"bench: {program('pravah')} is not there: run make first")
	os.makedirs(BENCH, exist_ok=True)
	rounds = 1 if quick else 5
	files = [(os.path.getsize(p), p) for p in map(make_file, [1] if quick else [1, 4, 16, 64])]
	print(f"Median of {rounds} interleaved round{'s' * (rounds > 1)}; 1 MB is 2^20 bytes")
	machine()
	measure_in_process(files, rounds)
	measure_programs(files, rounds)
	measure_records(files[min(2, len(files) - 1)], rounds)
	measure_normalizing(2 if quick else 20, rounds)
	measure_transliterating(rounds)
	measure_words(2 if quick else 8, rounds)
	measure_tagging(2 if quick else 8, rounds)
	measure_translating(1, 50 if quick else 200, rounds)
	measure_notes(200 if quick else NOTES, rounds)


if __name__ == "__main__":
	main()
