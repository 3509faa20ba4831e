#!/usr/bin/python3
"""Runs the examples in manual pages, so that the pages cannot go stale.

	examples.py [--accept] FILE.md...

An example is a fenced block whose info string is `console`:

	$ printf 'one\\ntwo\\n' |        a command; lines starting with `> ` go on
	> grep t                        with it
	two                             what it prints, both streams, exactly
	[0]                             its exit status, if that is not 0

Commands of one block share a fresh directory.  They are run by bash with the
build folder first in PATH and PRAVAH_DATA set to the top of the tree.  A last
line that has no newline is shown as if it had one.  --accept writes what the
commands printed into the files; look at the difference before you commit it.
"""
import argparse
import difflib
import os
import re
import subprocess
import sys
import tempfile

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUILD = os.path.join(TOP, os.environ.get("BUILD", "build"))
TIME_LIMIT = 60
FENCE = re.compile(r"^([ \t]*)(`{3,}|~{3,})[ \t]*console[ \t]*$")
STATUS = re.compile(r"^\[(\d+)\]$")


def blocks(lines):
	"""(first, last, indent) of the inside of every console block."""
	at = 0
	while at < len(lines):
		found = FENCE.match(lines[at])
		any_fence = re.match(r"^[ \t]*(`{3,}|~{3,})", lines[at])
		at += 1
		if not any_fence:
			continue
		first, mark = at, any_fence.group(1)
		while at < len(lines) and not (lines[at].strip().startswith(mark) and not lines[at].strip().strip(mark[0])):
			at += 1
		if found:
			yield first, at, found.group(1)
		at += 1


def commands(lines, first, last, indent):
	"""(line number, command lines, expected lines) for every `$ ` of a block."""
	inside = [line.removeprefix(indent) for line in lines[first:last]]
	at = 0
	while at < len(inside):
		if not inside[at].startswith("$ "):
			yield first + at + 1, None, inside[at]
			return
		start = at
		at += 1
		while at < len(inside) and (inside[at].startswith("> ") or inside[at] == ">"):
			at += 1
		command = inside[start:at]
		begin = at
		while at < len(inside) and not inside[at].startswith("$ "):
			at += 1
		yield first + start + 1, command, inside[begin:at]


def environment(home):
	keep = {k: v for k, v in os.environ.items() if k.startswith(("ASAN_", "UBSAN_", "LSAN_"))}
	return {**keep, "PATH": BUILD + ":" + os.environ.get("PATH", "/usr/bin:/bin"), "PRAVAH_DATA": TOP,
		"LC_ALL": "C.UTF-8", "TZ": "UTC", "HOME": home, "TMPDIR": home}


def perform(command, directory):
	"""What a command prints, as lines, its exit status as the last if not 0."""
	script = "\n".join(line[2:] for line in command)
	try:
		done = subprocess.run(["bash", "-c", script], cwd=directory, env=environment(directory),
			stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=TIME_LIMIT)
		output, status = done.stdout.decode("utf-8", "backslashreplace"), done.returncode
	except subprocess.TimeoutExpired:
		output, status = f"(no end after {TIME_LIMIT} s)\n", 124
	lines = output.removesuffix("\n").split("\n") if output else []
	return lines + ([f"[{status}]"] if status else [])


def run_file(path, accept):
	"""Runs one file; returns (passed, failed)."""
	with open(path, encoding="utf-8", newline="") as file:
		lines = file.read().split("\n")
	shown = os.path.relpath(path, TOP)
	passed = failed = 0
	result, done = [], 0
	for first, last, indent in blocks(lines):
		result += lines[done:first]
		with tempfile.TemporaryDirectory(prefix="example-") as directory:
			for number, command, expected in commands(lines, first, last, indent):
				if command is None:
					print(f"FAILED {shown}:{number}: a console block starts with `$ `, not {expected!r}")
					failed += 1
					result += lines[number - 1:last]
					break
				expected = [line for line in expected if line != "[0]"]
				actual = perform(command, directory)
				result += [indent + line for line in command] + [indent + line if line else "" for line in actual]
				if actual == expected:
					passed += 1
					print(f"ok {shown}:{number} {command[0]}")
					continue
				failed += 1
				print(f"FAILED {shown}:{number} {command[0]}")
				for line in difflib.unified_diff(expected, actual, "expected", "printed", lineterm=""):
					print("    " + line)
		done = last
	if accept and failed:
		with open(path, "w", encoding="utf-8", newline="") as file:
			file.write("\n".join(result + lines[done:]))
	return passed, failed


def main():
	parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
	parser.add_argument("--accept", action="store_true", help="write what was printed into the files")
	parser.add_argument("file", nargs="*")
	args = parser.parse_args()
	counts = [run_file(path, args.accept) for path in args.file] or [(0, 0)]
	passed, failed = (sum(c) for c in zip(*counts))
	if passed + failed == 0:
		print("FAILED no examples found")
		failed = 1
	print(f"{passed} passed, {failed} failed")
	sys.exit(failed > 0)


if __name__ == "__main__":
	main()
