#!/usr/bin/env bash
# Quality on notes that nobody of this project wrote: what comes through byte for byte, what keeps its
# structure when every sentence is replaced, and how much prose was missed; and how well single stages do on
# their gold sets and on texts of others.
#
#	tests/score.sh DATA      DATA/markdown/* are the notes; DATA/../seeds/* are read too, if they are there;
#	                         DATA/norm/*, DATA/lid/*, DATA/translit/*, DATA/ner/* and other folders are the texts
#	PEERS=1                  also what po4a does to the same notes (minutes; Debian packages po4a, gettext)
set -euo pipefail
[ $# -eq 1 ] && [ -d "$1/markdown" ] || { echo "usage: tests/score.sh DATA, with DATA/markdown/*" >&2; exit 2; }
cd "$(dirname "$0")/.."
build=${BUILD:-build}
data=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

notes=("$data"/markdown/*)
[ -d "$data/../seeds" ] && notes+=("$data"/../seeds/*)

# count NAME FUNCTION: for how many notes FUNCTION NOTE is true
count() {
	local good=0 note
	for note in "${notes[@]}"; do
		if "$2" "$note"; then good=$((good + 1)); else echo "  not: $note"; failed=1; fi
	done
	printf '%-52s %s of %s\n' "$1" "$good" "${#notes[@]}"
}

through_pipe() { "$build/pravah-read" "$1" 2>/dev/null | "$build/pravah-note" 2>/dev/null | cmp -s - "$1"; }
in_one_process() { "$build/pravah" read note "$1" 2>/dev/null | cmp -s - "$1"; }
through_all() {
	"$build/pravah-read" "$1" 2>/dev/null | "$build/pravah-segment" 2>/dev/null | "$build/pravah-note" 2>/dev/null \
		| cmp -s - "$1"
}

count 'byte for byte, read | note' through_pipe
count 'byte for byte, read | segment | note' through_all
count 'byte for byte, read note in one process' in_one_process

mkdir "$work/pseudo"
for note in "$data"/markdown/*; do
	"$build/pravah" -q --to hi --engine pseudo "$note" >"$work/pseudo/$(basename "$note")" 2>/dev/null || failed=1
done
echo
echo 'structure when every sentence is replaced (engine pseudo), by an independent parser:'
/usr/bin/python3 tests/parity.py --untouched --dir "$data/markdown" "$work/pseudo" || failed=1

echo
/usr/bin/python3 tests/normalize_score.py "$data" || failed=1
echo
/usr/bin/python3 tests/boundaries.py --score || failed=1
echo
/usr/bin/python3 tests/languages.py --score "$data" || failed=1
echo
/usr/bin/python3 tests/transliterate_score.py "$data" || failed=1
echo
/usr/bin/python3 tests/entities_score.py "$data" || failed=1
echo
/usr/bin/python3 tests/translate_score.py "$data" || failed=1

if [ -n "${PEERS:-}" ]; then
	echo
	echo 'po4a, identity translation of the same notes:'
	mkdir "$work/po4a"
	same=0
	for note in "$data"/markdown/*; do
		out=$work/po4a/$(basename "$note")
		timeout 20 po4a-updatepo -f text -o markdown -M UTF-8 -m "$note" -p "$work/a.po" >/dev/null 2>&1 \
			&& msgen -o "$work/b.po" "$work/a.po" 2>/dev/null \
			&& timeout 20 po4a-translate -f text -o markdown -M UTF-8 -L UTF-8 -k 0 -m "$note" -p "$work/b.po" -l "$out" >/dev/null 2>&1 \
			|| : >"$out"
		rm -f "$work/a.po" "$work/b.po"
		! cmp -s "$note" "$out" || same=$((same + 1))
	done
	printf '%-52s %s of %s\n' 'po4a, byte for byte' "$same" "$(ls "$data/markdown" | wc -l)"
	/usr/bin/python3 tests/parity.py --dir "$data/markdown" "$work/po4a" 2>/dev/null | tail -1 | sed 's/^/po4a: /' || true
fi
exit $failed
