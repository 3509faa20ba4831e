#!/bin/bash
# Images of dictionaries (pipeline/image.h): used where they fit, not used where they do not, never seen in the output.
set -u
top=$(cd "$(dirname "$0")/.." && pwd)
BUILD=${BUILD:-build}
case $BUILD in /*) ;; *) BUILD=$top/$BUILD ;; esac
cd "$top" || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8
bad=0
all='exact lexicon names tokens'

# A folder of data that is ours to edit, its tables younger than the images; the program without images, and with some
# of its own.
mkdir -p "$work/data/dictionaries" "$work/plain" "$work/own"
ln -s "$top/corpus" "$work/data/corpus"
cp dictionaries/*.tsv "$work/data/dictionaries"
for model in dictionaries/*.model; do ln -s "$top/$model" "$work/data/dictionaries/"; done
cp "$BUILD/pravah" "$work/plain"
cp "$BUILD/pravah" "$work/own"

result() {
	if [ -z "$2" ]; then echo "ok $1"; else
		echo "FAILED $1"
		printf '%s\n' "$2" | sed 's/^/    /'
		bad=1
	fi
}

# stages FOLDER DATA [OPTION]...: runs the program in a folder.
stages() {
	local program=$1/pravah data=$2
	shift 2
	timeout 60 "$program" segment tag transliterate --data "$data" --to hi --quiet "$@" 2>&1 || echo "status $?"
}

records() { stages "$1" "$2" --records corpus/notes/*-en.md tests/cases/*.md; }

differences() { cmp -s "$1" "$2" || diff "$1" "$2" | cut -c1-300 | head -4; }

# maps FOLDER DATA IMAGE...: does the program, once it has answered, have these images mapped and no others?
maps() {
	local answer got
	coproc P { exec "$1/pravah" segment tag transliterate --data "$2" --lines --quiet; } 2>/dev/null
	echo 'Hi.' >&"${P[1]}"
	read -r -t 60 answer <&"${P[0]}"
	got=$(sed -n 's/.*\/\([a-z]*\)\.image$/\1/p' "/proc/$P_PID/maps" | sort -u | paste -sd' ')
	exec {P[1]}>&-
	wait "$P_PID"
	[ "$got" = "${*:3}" ] && [ -n "$answer" ] || echo "uses the images: $got"
}

records "$work/plain" "$top" >"$work/wanted"
records "$BUILD" "$top" >"$work/got"
result 'images are used' "$(maps "$BUILD" "$top" $all)"
result 'also where the tables are copies' "$(maps "$BUILD" "$work/data" $all)"
result 'the same comes out as from the tables' "$(differences "$work/wanted" "$work/got")"

# --- tables that were edited ---

# edited TABLE TEXT IMAGE...: after an edit of the table the text becomes what it becomes without images, which is not
# what it was; of the images only these are used still. The edit is taken back.
edited() {
	local table=$work/data/dictionaries/$1 why=
	stages "$BUILD" "$top" --records <<<"$2" >"$work/before"
	stages "$BUILD" "$work/data" --records <<<"$2" >"$work/got"
	stages "$work/plain" "$work/data" --records <<<"$2" >"$work/wanted.edited"
	cmp -s "$work/before" "$work/got" && why="the edit does not count: $(cat "$work/got")"$'\n'
	why+=$(differences "$work/wanted.edited" "$work/got"; maps "$BUILD" "$work/data" "${*:3}")
	result "$1 with ${edit:-a row more}" "$why"
	cp "dictionaries/$1" "$table"
}

# added TABLE ROW TEXT IMAGE...: the same of a row that is added.
added() {
	printf '%b\n' "$2" >>"$work/data/dictionaries/$1"
	edited "$1" "${@:3}"
}

added loans.tsv 'zorvexer\tज़ॉर्वेक्सर\tm\ts\t-' 'The zorvexer runs.' exact names tokens
added names.tsv 'ORG\tQorp Zandu\tक्वॉर्प ज़ंडू\t-\tlatin\tQ1' 'We use Qorp Zandu.' exact tokens
added units.tsv 'unit\tzb\tzorb|zorbs' 'It took 5 zorbs.' lexicon names tokens
added tokens.tsv 'word\tab:cd\tab:cd' 'Call ab:cd now.' exact lexicon names
added abbreviations.tsv 'Zorv.\ten\ttitle\tZorv. Ravi' 'He met Zorv. Ravi today.' exact lexicon names
sed -i 's/^said\t/siad\t/; s/^agent\t/tnega\t/' "$work/data/dictionaries/loans.tsv"
touch -r dictionaries/loans.tsv "$work/data/dictionaries/loans.tsv"
edit='a word of the same size, and the same time' edited loans.tsv 'The agent runs.' exact names tokens

# --- images that are damaged ---

# damaged HOW COMMAND...: all images, each changed by the command with its path behind.
damaged() {
	local image why
	rm -rf "$work/own/images" && cp -r "$BUILD/images" "$work/own"
	for image in "$work"/own/images/*.image; do
		"${@:2}" "$image" || { result "$1" "${*:2} $image"; return; }
	done
	records "$work/own" "$top" >"$work/got"
	why=$(differences "$work/wanted" "$work/got"; maps "$work/own" "$top" '')
	result "$1" "$why"
}

# Bytes below 0 are counted from the end.
change_byte() {
	/usr/bin/python3 - "$@" <<-'END'
		import sys
		place = int(sys.argv[1])
		with open(sys.argv[2], "r+b") as file:
		    place = file.seek(place, 2 if place < 0 else 0)
		    old = file.read(1)[0]
		    file.seek(place)
		    file.write(bytes([old ^ 64]))
	END
}

be_folder() { rm "$1" && mkdir "$1"; }
lead_nowhere() { ln -sf "$work/none" "$1"; }
be_other() { cat "$BUILD"/images/{names,tokens}.image >"$1"; }

maps "$work/own" "$top" '' >"$work/got"
result 'a program without images' "$(cat "$work/got")"
for size in 0 40 48 20000 -1 +1; do
	damaged "cut to a size of $size" truncate -s "$size"
done
# Of the header: name, check, stamp, address, size, size of the result; of what follows: the result, arrays, texts.
for place in 0 8 16 25 28 30 32 40 56 20001 -2000; do
	damaged "byte $place changed" change_byte "$place"
done
damaged 'folders' be_folder
damaged 'links that lead nowhere' lead_nowhere
damaged 'others in their place' be_other

# --- making them ---

mkdir -p "$work/own/images" && rm -rf "$work"/own/images/*
why=$("$work/own/pravah" compile --data "$work/data" 2>&1) || why+=" status $?"
result 'compile' "$why$(maps "$work/own" "$top" $all)"
records "$work/own" "$top" >"$work/got"
result 'what was compiled anew' "$(differences "$work/wanted" "$work/got")"

printf 'word\tfew\n' >>"$work/data/dictionaries/loans.tsv"
why=$("$work/own/pravah" compile --data "$work/data" 2>&1) && why+=" no failure"
result 'compile: a row that is wrong' "$(grep -v "error: .*loans.tsv:[0-9]*: .* \[row\]" <<<"$why")"
rm -r "$work/own/images"
why=$("$work/own/pravah" compile 2>&1) && why+=" no failure"
result 'compile: no folder for them' "$(grep -v 'error: there is no folder for images .* \[image\]' <<<"$why")"
exit $bad
