#!/bin/bash
# Notes and record streams cut at every byte: never a crash, never a hang, and
# whatever is valid UTF-8 still comes back byte for byte from read and note.
# All cuts of one input go through one process.
set -u
top=$(cd "$(dirname "$0")/.." && pwd)
BUILD=${BUILD:-build}
case $BUILD in /*) ;; *) BUILD=$top/$BUILD ;; esac
export BUILD PRAVAH_DATA=$top LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
exec /usr/bin/python3 - "$top" <<'END'
import os
import shutil
import subprocess
import sys

TOP, BUILD = sys.argv[1], os.environ["BUILD"]
CASES = os.path.join(TOP, "tests", "cases")
NOTES = ("dense.md", "dense-hindi.md", "dense-crlf.md", "frontmatter-scalars.md", "kramdown-footnotes.md",
	"liquid-blocks.md", "html.md", "tables.md", "links.md", "maths.md")
RECORDS = ("dense-hindi.md", "frontmatter-dots.md")
LIMIT = 300
bad = False


def report(name, why):
	global bad
	bad |= bool(why)
	print(("FAILED " if why else "ok ") + name, flush=True)
	for line in why[:10]:
		print("    " + line)


def cuts(data, suffix, step=1):
	"""Writes every beginning of the data to a file; returns the names."""
	shutil.rmtree("in", ignore_errors=True)
	os.mkdir("in")
	names = []
	for n in range(0, len(data) + 1, step):
		names.append(f"in/cut{n:06}{suffix}")
		with open(names[-1], "wb") as file:
			file.write(data[:n])
	return names


def run(*command):
	shutil.rmtree("out", ignore_errors=True)
	os.mkdir("out")
	try:
		done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
			stderr=subprocess.PIPE, timeout=LIMIT)
	except subprocess.TimeoutExpired:
		return None, ""
	return done.returncode, done.stderr.decode("utf-8", "replace")


def status_is_wrong(status, allowed, command, names):
	"""Why an exit status is not allowed, naming the first file that shows it."""
	if status in allowed:
		return []
	why = [f"{' '.join(command)}: exit status {status}" if status is not None else f"no end after {LIMIT} s"]
	for name in names:
		alone, message = run(*command, name)
		if alone not in allowed:
			return why + [f"{os.path.basename(name)} alone: exit status {alone}"] + message.split("\n")[:6]
	return why


def outputs():
	found = {}
	for name in os.listdir("out"):
		found[name[:9]] = os.path.join("out", name)
	return found


def is_text(data):
	try:
		data.decode("utf-8")
	except UnicodeDecodeError:
		return False
	return True


def back_again(data, names, message):
	found, why = outputs(), []
	for n, name in enumerate(names):
		path = found.get(f"cut{n:06}")
		if is_text(data[:n]):
			if path is None:
				why.append(f"cut at {n}: no output")
				continue
			with open(path, "rb") as file:
				if file.read() != data[:n]:
					why.append(f"cut at {n}: not the same bytes")
		elif path is not None:
			why.append(f"cut at {n}: output for invalid UTF-8")
		elif f"cut{n:06}.md:" not in message:
			why.append(f"cut at {n}: invalid UTF-8 and no message")
	return why


for note in NOTES:
	with open(os.path.join(CASES, note), "rb") as file:
		data = file.read()
	names = cuts(data, ".md")
	command = [f"{BUILD}/pravah", "read", "note", "-o", "out/"]
	status, message = run(*command, *names)
	why = status_is_wrong(status, (0, 1), command, names) or back_again(data, names, message)
	report(f"{note} cut at {len(names)} bytes: read and note", why)
	command = [f"{BUILD}/pravah", "--to", "hi", "--engine", "pseudo", "-o", "out/"]
	status, message = run(*command, *names)
	report(f"{note} cut at {len(names)} bytes: translation", status_is_wrong(status, (0, 1), command, names))

for note in RECORDS:
	for upto in (["read"], ["read", "segment", "translate", "--to", "hi", "--engine", "pseudo"]):
		data = subprocess.run([f"{BUILD}/pravah", *upto, "--records", os.path.join(CASES, note)], stdout=subprocess.PIPE).stdout
		# Long records are cut less densely: at most about 3000 cuts.
		names = cuts(data, ".jsonl", max(1, len(data) // 3000))
		what = f"record of {note} after {'translate' if len(upto) > 1 else 'read'} cut at {len(names)} bytes"
		if len(names) < 2:
			report(what, ["no record to cut"])
			continue
		for stage in ("segment", "note"):
			command = [f"{BUILD}/pravah-{stage}", *(["-o", "out/"] if stage == "note" else [])]
			status, message = run(*command, *names)
			report(f"{what}: {stage}", status_is_wrong(status, (0, 1), command, names))
sys.exit(bad)
END
