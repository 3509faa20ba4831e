#!/bin/bash
# A pipe of programs and one call of functions must agree: every record byte
# for byte at each step, the note at the end, and the failure of a bad file.
set -u
top=$(cd "$(dirname "$0")/.." && pwd)
BUILD=${BUILD:-build}
case $BUILD in /*) ;; *) BUILD=$top/$BUILD ;; esac
export PRAVAH_DATA=$top LC_ALL=C.UTF-8
bad=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

stages=(read segment translate note)
pseudo=(--to hi --engine pseudo)

# options STAGE: what a call needs that ends in this stage.
options() {
	case $1 in translate | note) printf '%s\n' "${pseudo[@]}" ;; esac
	case $1 in note) ;; *) echo --records ;; esac
}

# pipe FILE: the chain of programs; leaves STAGE.pipe for each stage and the
# highest exit status of the chain in `status`.
pipe() {
	local codes
	"$BUILD/pravah-read" "$1" 2>"$work/err.0" | tee "$work/read.pipe" |
		"$BUILD/pravah-segment" 2>"$work/err.1" | tee "$work/segment.pipe" |
		"$BUILD/pravah-translate" "${pseudo[@]}" 2>"$work/err.2" | tee "$work/translate.pipe" |
		"$BUILD/pravah-note" >"$work/note.pipe" 2>"$work/err.3"
	codes=("${PIPESTATUS[@]}")
	status=0
	for code in "${codes[0]}" "${codes[2]}" "${codes[4]}" "${codes[6]}"; do
		[ "$code" -gt "$status" ] && status=$code
	done
	[ "${codes[6]}" -ge "${codes[0]}" ] || [ "${codes[0]}" -eq 3 ] || hidden="read exits ${codes[0]}, note ${codes[6]}"
}

# check NAME FILE
check() {
	local why='' status=0 hidden='' upto code stage
	pipe "$2"
	[ -n "$hidden" ] && why="the pipe hides a failure: $hidden"
	upto=()
	for stage in "${stages[@]}"; do
		upto+=("$stage")
		mapfile -t more < <(options "$stage")
		"$BUILD/pravah" "${upto[@]}" "${more[@]}" "$2" >"$work/$stage.call" 2>"$work/err.call"
		code=$?
		cmp -s "$work/$stage.pipe" "$work/$stage.call" ||
			why+="${why:+; }differs after $stage: $(cmp "$work/$stage.pipe" "$work/$stage.call" 2>&1)"
	done
	[ "$code" = "$status" ] || why+="${why:+; }the pipe exits $status, the call $code"
	if [ -z "$why" ]; then
		echo "ok $1"
	else
		echo "FAILED $1"
		echo "    $why"
		sed 's/^/    /' "$work"/err.* | head -12
		bad=1
	fi
}

cd "$top" || exit 1
while IFS= read -r file; do
	check "$file" "$file"
done < <(find tests/cases corpus/notes README.md -type f 2>/dev/null | sort)

cd "$work" || exit 1
mkdir folder
printf 'good words\n\nbad \xff byte\n' >bad-utf8.md
printf 'cut short \xe0\xa4' >cut-utf8.md
printf -- '---\ntitle: "x\n---\n\nwords\n' >bad-yaml.md
check "a file that is missing" missing.md
check "a folder as a file" folder
check "a file that is not UTF-8" bad-utf8.md
check "a file cut inside a character" cut-utf8.md
check "a file with broken front matter" bad-yaml.md

# Several documents in one call, one of them bad: the pipe carries all of them.
cp "$top/tests/cases/lists.md" "$top/tests/cases/hindi.md" .
"$BUILD/pravah-read" lists.md bad-utf8.md hindi.md 2>/dev/null | "$BUILD/pravah-segment" >pipe 2>/dev/null
piped=$?
"$BUILD/pravah" read segment --records lists.md bad-utf8.md hindi.md >call 2>/dev/null
called=$?
if cmp -s pipe call && [ "$piped" = 1 ] && [ "$called" = 1 ] && [ "$(wc -l <call)" = 3 ]; then
	echo "ok three documents, the middle one bad"
else
	echo "FAILED three documents, the middle one bad"
	echo "    the pipe exits $piped, the call $called; $(wc -l <pipe) and $(wc -l <call) records"
	bad=1
fi

# The order of documents does not depend on the number of threads.
"$BUILD/pravah" read segment --records -j 1 "$top"/tests/cases/*.md >one 2>/dev/null
"$BUILD/pravah" read segment --records -j 8 "$top"/tests/cases/*.md >eight 2>/dev/null
if cmp -s one eight && [ -s one ]; then echo "ok one thread and eight"; else
	echo "FAILED one thread and eight"; bad=1
fi
exit $bad
