#!/bin/bash
# What can go wrong around a program goes wrong here: full disks, closed pipes,
# files that are not files, bytes that are not text, sizes nobody expects,
# records somebody else wrote.  Each case runs under a time limit.
#
#	faults.sh [PATTERN]     only the cases whose name contains PATTERN
set -u
top=$(cd "$(dirname "$0")/.." && pwd)
BUILD=${BUILD:-build}
case $BUILD in /*) ;; *) BUILD=$top/$BUILD ;; esac
export BUILD TOP=$top PRAVAH_DATA=$top LC_ALL=C.UTF-8 PATH=$BUILD:$PATH
export PSEUDO='--to hi --engine pseudo'
LIMIT=${LIMIT:-30}
only=${1:-}
work=$(mktemp -d)
bad=0
trap 'chmod -R u+rwx "$work" 2>/dev/null; rm -rf "$work"' EXIT
cd "$work" || exit 1

# t NAME STATUS MESSAGE COMMAND: runs a bash command (with pipefail) in a fresh
# folder that holds note.md.  STATUS is a pattern such as 0 or 1|3; MESSAGE is
# an extended regular expression for standard error, empty for silence, `-` for
# anything.  A command may print to file descriptor 9 why it is not content.
t() {
	local name=$1 status=$2 message=$3 command=$4 code why=''
	case $name in *"$only"*) ;; *) return ;; esac
	rm -rf case err why && mkdir case
	printf -- '---\ntitle: A note\n---\n\n# Heading\n\nOne sentence here. Another one there.\n' >case/note.md
	(cd case && exec timeout -k 5 "$LIMIT" bash -o pipefail -c "$command") >/dev/null 2>err 9>why </dev/null
	code=$?
	case $code in 124 | 137) why="no end after $LIMIT s" ;; esac
	[[ $code =~ ^($status)$ ]] || why+="${why:+; }exit status $code, not $status"
	case $message in
	-) ;;
	'') [ -s err ] && why+="${why:+; }a message where none was due" ;;
	*) grep -Eq -- "$message" err || why+="${why:+; }no message like: $message" ;;
	esac
	grep -Eq 'Sanitizer|runtime error|Assertion|core dumped|Segmentation' err && why+="${why:+; }a crash"
	[ -s why ] && why+="${why:+; }$(head -c 600 why)"
	if [ -z "$why" ]; then
		echo "ok $name"
	else
		echo "FAILED $name"
		printf '    %s\n' "$why" "\$ $(head -c 400 <<<"$command")"
		head -c 1000 err | head -8 | sed 's/^/    stderr: /'
		bad=1
	fi
}

# py CODE: Python for bytes that are awkward to make in the shell.
py() { /usr/bin/python3 -c "import sys, json; w = lambda s: sys.stdout.buffer.write(s if isinstance(s, bytes) else s.encode()); $1"; }
# same A B: complains if two files differ.
same() { cmp -s "$1" "$2" || echo "$1 and $2 differ: $(cmp "$1" "$2" 2>&1)" >&9; }
# only_these DIR NAME...: complains about every other file in DIR.
only_these() {
	local dir=$1 wanted got
	shift
	wanted=$(printf '%s\n' "$@" | sort)
	got=$(find "$dir" -type f -printf '%P\n' | sort)
	[ "$wanted" = "$got" ] || echo "in $dir: $(tr '\n' ' ' <<<"$got"), not $*" >&9
}
export -f py same only_these

# ------------------------------------------------------------ output fails
t 'full disk: pravah read note' 3 'pravah.*(space|output)' 'pravah read note note.md >/dev/full'
t 'full disk: pravah' 3 'pravah.*(space|output)' 'pravah $PSEUDO note.md >/dev/full'
t 'full disk: pravah-read' 3 'pravah.*(space|output)' 'pravah-read note.md >/dev/full'
for stage in segment translate note; do
	t "full disk: pravah-$stage" 3 'pravah.*(space|output)' "pravah-read note.md | pravah-$stage >/dev/full"
done
t 'full disk: --help' 3 'pravah.*(space|output)' 'pravah --help >/dev/full'
t 'full disk: --version' 3 'pravah.*(space|output)' 'pravah --version >/dev/full'
t 'full disk: stages' 3 'pravah.*(space|output)' 'pravah stages >/dev/full'
t 'full disk: --lines' 3 'pravah.*(space|output)' 'pravah --lines $PSEUDO note.md >/dev/full'
t 'full disk: 20 MB' 3 'pravah.*(space|output)' 'py "w(\"words here and there.\n\n\" * 900000)" >big.md; pravah read note big.md >/dev/full'
t 'standard output closed' 3 'pravah.*' 'pravah read note note.md >&-'
t 'standard input closed' '[13]' 'pravah.*' 'pravah-read <&-'
t 'standard error closed' 0 '' 'pravah read note note.md 2>&-'
t 'closed pipe' '0|141' '' 'py "w(\"words here and there.\n\n\" * 200000)" >big.md; pravah read note big.md | head -c 1'
t 'closed pipe: records' '0|141' '' 'for i in $(seq 300); do cp note.md $i.md; done; pravah-read *.md | head -c 1'
t 'closed pipe in the middle' '0|141' '' 'py "w(\"words here and there.\n\n\" * 100000)" >big.md; pravah-read big.md | pravah-segment | head -c 1 | head -c 1'
t 'closed pipe: lines' '0|141' '' 'py "w(\"words here.\n\" * 100000)" | pravah --lines $PSEUDO | head -n 1'
t 'closed pipe, SIGPIPE ignored' '[0-3]|141' - 'py "w(\"words here and there.\n\n\" * 200000)" >big.md; trap "" PIPE; pravah read note big.md | head -c 1'

# ---------------------------------------------------------- files to write
preload=$work/diskfull.so
if ${CC:-cc} -shared -fPIC -o "$preload" "$top/tests/diskfull.c" -ldl 2>cc.err; then
	export preload
	export ASAN_OPTIONS=${ASAN_OPTIONS:-}${ASAN_OPTIONS:+:}verify_asan_link_order=0
	for fault in write fsync rename close; do
		t "-o FILE, $fault fails: the old file stays" 3 'pravah.*out\.md' "echo old >out.md; cp out.md ../old.md
			LD_PRELOAD=\$preload FAULT=$fault pravah read note -o out.md note.md; code=\$?
			same out.md ../old.md; only_these . note.md out.md; exit \$code"
		t "-o FILE, $fault fails: no new file" 3 'pravah.*new\.md' "LD_PRELOAD=\$preload FAULT=$fault pravah read note -o new.md note.md; code=\$?
			only_these . note.md; exit \$code"
		t "-o DIR, $fault fails: nothing is left" 3 'pravah.*' "mkdir out; cp note.md b.md
			LD_PRELOAD=\$preload FAULT=$fault pravah \$PSEUDO -o out/ note.md b.md; code=\$?
			[ -z \"\$(ls -A out)\" ] || ls -A out >&9; exit \$code"
	done
	t '-o FILE, the disk fills half-way' 3 'pravah.*out\.md' 'py "w(\"words here.\n\n\" * 90000)" >big.md; echo old >out.md
		LD_PRELOAD=$preload FAULT=write FAULT_AFTER=100000 pravah read note -o out.md big.md; code=$?
		[ "$(cat out.md)" = old ] || echo "the old file is gone" >&9; only_these . note.md big.md out.md; exit $code'
else
	echo "FAILED diskfull.c does not compile"
	sed 's/^/    /' cc.err
	bad=1
fi
if unshare -rm bash -c 'mount -t tmpfs -o size=64k none /mnt' 2>/dev/null; then
	t 'a small disk fills up' 3 'pravah.*' 'mkdir out; py "w(\"words here.\n\n\" * 90000)" >big.md
		unshare -rm bash -c "mount -t tmpfs -o size=64k none out && pravah read note -o out/ big.md; code=\$?; ls -A out >&9; exit \$code"'
fi
t '-o FILE in a folder that is missing' '[23]' 'nowhere' 'pravah read note -o nowhere/x.md note.md'
t '-o DIR/ that is missing' '[0-3]' - 'pravah read note -o nowhere/ note.md; code=$?; [ $code != 0 ] || [ -n "$(ls nowhere)" ] || echo "says 0, wrote nothing" >&9; exit $code'
t '-o DIR: the name is the input'"'"'s, with the language' 0 - 'mkdir out; cp note.md 2026-02-04-x-en.md; pravah $PSEUDO -o out 2026-02-04-x-en.md; only_these out 2026-02-04-x-hi.md'
t '-o FILE is the input' '[0-3]' - 'cp note.md ../old.md; pravah $PSEUDO note.md >../wanted.md 2>/dev/null; pravah $PSEUDO -o note.md note.md; code=$?
	cmp -s note.md ../old.md || cmp -s note.md ../wanted.md || echo "the input is damaged" >&9; [ $code != 0 ] || same note.md ../wanted.md; exit $code'
t '-o FILE is the input by another name' '[0-3]' - 'cp note.md ../old.md; ln -s note.md link.md; pravah read note -o ./link.md note.md; code=$?; same note.md ../old.md; exit $code'
t '-o DIR is the input'"'"'s own folder' '[0-3]' - 'cp note.md ../old.md; pravah $PSEUDO note.md >../wanted.md 2>/dev/null; pravah $PSEUDO -o . note.md; code=$?
	cmp -s note.md ../old.md || cmp -s note.md ../wanted.md || echo "the input is damaged" >&9; exit $code'
t '-o DIR: two inputs with one name' '[1-3]' 'note' 'mkdir a b out; cp note.md a; echo other words >b/note.md; pravah read note -o out/ a/note.md b/note.md'
t '-o FILE with two inputs' '[1-3]' - 'cp note.md b.md; pravah read note -o out.md note.md b.md'
t '-o keeps an output that is a link usable' 0 - 'echo old >real.md; ln -s real.md out.md; pravah read note -o out.md note.md; same out.md note.md'
t '-o keeps the mode of files readable' 0 - 'umask 022; pravah read note -o out.md note.md; [ "$(stat -c %a out.md)" = 644 ] || stat -c "mode %a" out.md >&9'
for signal in INT TERM HUP; do
	t "SIG$signal leaves no temporary file" 0 - "mkdir in; py 'w(\"Words here, and more of them there.\n\n\" * 20000)' >in/a.md; for i in \$(seq 60); do ln in/a.md in/b\$i.md; done
		for delay in 0.03 0.06 0.1 0.15 0.2 0.3 0.4; do
			rm -rf out; mkdir out; timeout -s $signal \$delay pravah read note -o out/ in/*.md
			for f in \$(ls -A out); do cmp -s out/\$f in/a.md || echo \"left \$f\" >&9; done
		done"
done

# ----------------------------------------------------------- files to read
t 'a folder as input' '[13]' 'pravah.*folder.*' 'mkdir folder; pravah read note folder'
t 'a folder as standard input' '[13]' 'pravah.*' 'mkdir folder; pravah-read <folder'
t 'a missing file' '[13]' 'pravah.*missing\.md.*' 'pravah read note missing.md'
t 'a missing file among others' '[13]' 'missing\.md' 'mkdir out; cp note.md b.md; pravah read note -o out/ note.md missing.md b.md; code=$?; [ "$(ls out | wc -l)" = 2 ] || ls out >&9; exit $code'
t 'an unreadable file' '[13]' 'secret\.md' 'cp note.md secret.md; chmod 0 secret.md; chmod 755 . ..
	if [ "$(id -u)" = 0 ]; then cp "$BUILD/pravah" .; setpriv --reuid 65534 --clear-groups ./pravah read note secret.md; else pravah read note secret.md; fi'
t 'a name with spaces and newlines' 0 '' 'cp note.md "a b
c.md"; pravah read note "a b
c.md" >out; same out note.md'
t 'a name like an option' 0 '' 'cp note.md ./-q.md; pravah read note -- -q.md >out; same out note.md'
t 'a name like a stage' 0 '' 'cp note.md read; pravah read note ./read >out; same out note.md'
t 'a fifo' 0 '' 'mkfifo f; cat note.md >f & pravah read note f >out; same out note.md'
t '/dev/null as input' 0 - 'pravah read note /dev/null >out; same out /dev/null'
t 'standard input' 0 '' 'pravah read note <note.md >out; same out note.md'

# ------------------------------------------------------------ not UTF-8
t 'invalid UTF-8 has a place' 1 'pravah: bad\.md:3:5: error: ' 'printf "one\n\nabcd\377x\n" >bad.md; pravah read note bad.md'
t 'invalid UTF-8 after Hindi counts characters' 1 'bad\.md:1:5: error: ' 'printf "नदी \377\n" >bad.md; pravah read note bad.md'
t 'invalid UTF-8 in front matter' 1 'bad\.md:2:8: error: ' 'printf -- "---\ntitle: \300\257\n---\nx\n" >bad.md; pravah read note bad.md'
t 'invalid UTF-8: other files are done' 1 'bad\.md:1:1' 'mkdir out; cp note.md z.md; printf "\377" >bad.md; pravah read note -o out/ note.md bad.md z.md; code=$?
	only_these out note.md z.md; same note.md out/note.md; exit $code'
t 'invalid UTF-8: no half output' 1 'bad\.md' 'printf "words \377" >bad.md; pravah read note bad.md >out; code=$?; [ -s out ] && cat out >&9; exit $code'
for bytes in '\300\200' '\355\240\200' '\364\220\200\200' '\340\240' '\200' '\370\210\200\200\200' '\360\200\200\200'; do
	t "invalid UTF-8: $bytes" 1 'bad\.md:1:3: error: ' "printf 'ab${bytes}cd' >bad.md; pravah read note bad.md"
done
t 'invalid UTF-8 in --lines' '[01]' - 'printf "one\nt\377o\nthree\n" | pravah --lines $PSEUDO >out; code=$?; [ $code = 1 ] || echo "exit status $code" >&9; exit $code'
t 'UTF-16' 1 'bad\.md' 'printf "\377\376a\0b\0" >bad.md; pravah read note bad.md'
t 'a binary file' 1 'bad\.md' 'head -c 100000 /bin/sh >bad.md; pravah read note bad.md'
t 'noncharacters are text' 0 '' 'printf "a\357\277\276b\357\277\277c\357\267\220\n" >x.md; pravah-read x.md | pravah-note >out; same out x.md'
t 'NUL bytes come back' 0 '' 'printf "a\0b\n\n\0\n" >x.md; pravah-read x.md | pravah-segment | pravah-note >out; same out x.md'
t 'only NUL bytes' 0 '' 'printf "\0\0\0" >x.md; pravah-read x.md | pravah-note >out; same out x.md'
t 'every control character comes back' 0 '' 'py "w(bytes(i for i in range(128)) + b\"\n\")" >x.md; pravah-read x.md | pravah-note >out; same out x.md'

# -------------------------------------------------------- sizes and depths
# big NAME PYTHON: the text round trips, and its translation ends in good time.
big() {
	t "$1: read and note" 0 - "py 'w($2)' >x.md; [ -s x.md ] || echo 'no input' >&9; pravah read note x.md >out; same out x.md"
	t "$1: two programs" 0 - "py 'w($2)' >x.md; pravah-read x.md | pravah-note >out; same out x.md"
	t "$1: translation" '0|1' - "py 'w($2)' >x.md; pravah \$PSEUDO x.md >out; code=\$?; [ \$code = 0 ] && [ ! -s out ] && echo nothing written >&9; exit \$code"
}
N=10000
big 'one line of 1 MB' '"word " * 200000'
big 'one word of 1 MB' '"x" * 1000000'
big 'one Hindi line of 1 MB' '"नदी बहती है। " * 30000'
big '1 MB without an end of sentence' '"words, " * 150000'
big '20,000 sentences in a paragraph' '"One more. " * 20000'
big "quotes $N deep" "\">\" * $N + \" words\n\""
big "quotes $N deep, two lines" "(\"> \" * $N + \"words\n\") * 2"
big "brackets $N deep" "\"[\" * $N + \"a\" + \"]\" * $N + \"\n\""
big "links $N deep" "\"[\" * $N + \"a\" + \"](b)\" * $N + \"\n\""
big "images $N deep" "\"![\" * $N + \"a\" + \"](b)\" * $N + \"\n\""
big "lists $N deep in a line" "\"- \" * $N + \"words\n\""
big 'lists 300 deep' '"".join("  " * i + "- words\n" for i in range(300))'
big "ordered lists $N deep in a line" "\"1. \" * $N + \"words\n\""
big "stars $N" "\"*\" * $N + \"a\" + \"*\" * $N + \"\n\""
big "emphasis opened $N times" "\"*a \" * $N + \"\n\""
big "emphasis closed $N times" "\"a* \" * $N + \"\n\""
big "mixed emphasis $N" "\"*a **b _c \" * $N + \"\n\""
big "backticks of growing length" "\" \".join(\"\`\" * i for i in range(1, 1000)) + \"\n\""
big "backticks $N" "\"\` \" * $N + \"\n\""
big "raw $N deep" "\"{% raw %}\" * $N + \"words\n\""
big "raw blocks $N" "\"{% raw %}a{% endraw %} \" * $N + \"\n\""
big "highlight $N unclosed" "\"{% highlight x %}\n\" * $N + \"words\n\""
big "comment $N unclosed" "\"{% comment %}\n\" * $N + \"words\n\""
big "if $N deep" "\"{% if a %}\n\" * $N + \"words\n\" + \"{% endif %}\n\" * $N"
big "outputs unclosed $N" "\"{{ a \" * $N + \"\n\""
big "tags unclosed $N" "\"{% a \" * $N + \"\n\""
big "div $N deep" "\"<div>\n\n\" * $N + \"words\n\n\" + \"</div>\n\n\" * $N"
big "inline HTML $N deep" "\"a <b>\" * $N + \"\n\""
big "tags that never close $N" "\"<a \" * $N + \"\n\""
big "comments that never close $N" "\"a <!-- \" * $N + \"\n\""
big "declarations that never close $N" "\"a <!A <? <![CDATA[ \" * $N + \"\n\""
big "table of $N columns" "\"|a\" * $N + \"|\n\" + \"|-\" * $N + \"|\n\" + \"|words\" * $N + \"|\n\""
big "table of $N rows" "\"|a|b|\n|-|-|\n\" + \"|words here|c|\n\" * $N"
big "pipes $N times $N rows short" "\"|a\" * 1000 + \"|\n\" + \"|-\" * 1000 + \"|\n\" + \"|\n\" * 1000"
big "references $N" "\"\".join(f\"[w{i}]: u{i}\n\" for i in range($N)) + \"\n\" + \" \".join(f\"[w{i}]\" for i in range($N)) + \"\n\""
big "one reference $N times" "\"[a]: b\n\n\" + \"[a] \" * $N + \"\n\""
big "footnotes $N" "\"\".join(f\"words[^{i}] \" for i in range($N)) + \"\n\n\" + \"\".join(f\"[^{i}]: note {i}.\n\n\" for i in range($N))"
big "abbreviations $N" "\"\".join(f\"*[A{i}]: long {i}\n\" for i in range($N)) + \"\n\" + \" \".join(f\"A{i}\" for i in range($N)) + \"\n\""
big "definitions $N" "\"Term\n: definition\n\n\" * $N"
big "attribute lists $N" "\"words\n{: .a}\n\n\" * $N"
big "attribute lists unclosed $N" "\"words {: \" * $N + \"\n\""
big "kramdown comments unclosed $N" "\"{::comment}\n\" * $N"
big "dollars $N" "\"\$a \" * $N + \"\n\""
big "dollar pairs $N" "\"\$\$ \" * $N + \"\n\""
big "maths brackets $N" "\"\\\\( \" * $N + \"\n\""
big "headings $N" "\"# heading\n\n\" * $N"
big "setext $N" "\"heading\n---\n\n\" * $N"
big "rules $N" "\"---\n\n\" * $N"
big "fences $N" "\"\`\`\`\na\n\`\`\`\n\n\" * $N"
big "escapes $N" "\"\\\\*\" * $N + \"\n\""
big "entities $N" "\"&amp;\" * $N + \"&\" * $N + \"\n\""
big "bare addresses $N" "\"https://a.org/b \" * $N + \"a@b.c \" * $N + \"\n\""
big "at signs and colons $N" "\"a:@ www. http:// \" * $N + \"\n\""
big "blank lines $N" "\"\n\" * $N"
big "spaces $N" "\" \" * $N + \"a\" + \" \" * $N + \"\n\""
big "hard breaks $N" "\"a  \n\" * $N"
big "combining marks $N" "\"a\" + chr(0x301) * $N + \"\n\""
big "keys $N" "\"---\n\" + \"\".join(f\"k{i}: v\n\" for i in range($N)) + \"---\n\nwords\n\""
big 'front matter 1000 deep' '"---\n" + "".join(" " * i + "k:\n" for i in range(1000)) + "---\n\nwords\n"'
big "front matter flow $N deep" "\"---\ntitle: x\na: \" + \"[\" * $N + \"]\" * $N + \"\n---\n\nwords\n\""
big 'front matter with many aliases' '"---\na: &a [x, x]\n" + "".join(f"{chr(98+i)}: &{chr(98+i)} [*{chr(97+i)}, *{chr(97+i)}, *{chr(97+i)}]\n" for i in range(20)) + "title: y\n---\n\nwords\n"'
big 'a title of 1 MB' '"---\ntitle: " + "words " * 170000 + "\n---\n\nwords\n"'
big 'a heading of 1 MB without front matter' '"# " + "words " * 170000 + "\n\nmore\n"'

# ------------------------------------------------------- odd but harmless
for file in "$top"/tests/cases/{empty,only,unclosed,broken}*; do
	base=$(basename "$file")
	t "$base: a translation ends without a crash" '[01]' - "pravah \$PSEUDO '$file'"
done
for which in yaml list scalar; do
	t "broken front matter ($which) is told" '[01]' "broken-frontmatter-$which\.md:[0-9]+(:[0-9]+)?: (warning|error)" \
		"pravah \$PSEUDO '$top/tests/cases/broken-frontmatter-$which.md'"
done

# ----------------------------------------------------------------- records
rec='{"id":"a.md","text":"Words here.\n","meta":{},"layers":["block"],"spans":[{"layer":"block","begin":0,"end":11,"label":"paragraph"}]}'
export rec
# bad_record NAME JSON: refused with status 1 and a message, by every stage.
bad_record() {
	for stage in segment translate note; do
		t "record: $1: $stage" 1 'pravah.*(error|\[)' "printf '%s\n' '$2' | pravah-$stage"
	done
}
# pyr CODE: the record above, its only span `s`, changed by Python.
pyr() { /usr/bin/python3 -c "import sys, json; r = json.loads(sys.argv[1]); s = r['spans'][0]; $1; print(json.dumps(r))" "$rec"; }
bad_record 'not JSON' '{"id":"a","text":"b",'
bad_record 'cut in a string' '{"id":"a","text":"b'
bad_record 'text is a number' "$(pyr 'r["text"] = 5')"
bad_record 'text is missing' "$(pyr 'del r["text"]')"
bad_record 'id is a list' "$(pyr 'r["id"] = []')"
bad_record 'spans is an object' "$(pyr 'r["spans"] = {}')"
bad_record 'a span is a number' "$(pyr 'r["spans"] = [7]')"
bad_record 'begin is missing' "$(pyr 'del s["begin"]')"
bad_record 'end past the text' "$(pyr 's["end"] = 100')"
bad_record 'a huge end' "$(pyr 's["end"] = 2**63 - 1')"
bad_record 'an end over 64 bits' "$(pyr 's["end"] = 2**80')"
bad_record 'a negative begin' "$(pyr 's["begin"] = -1')"
bad_record 'end before begin' "$(pyr 's["begin"] = 9; s["end"] = 3')"
bad_record 'begin is a fraction' "$(pyr 's["begin"] = 0.5')"
bad_record 'begin is a string' "$(pyr 's["begin"] = "0"')"
bad_record 'a lone surrogate' '{"id":"a","text":"\ud800","meta":{},"layers":[],"spans":[]}'
t 'record: nested 100,000 deep' 1 'pravah.*' 'py "w(\"{\\\"id\\\":\\\"a\\\",\\\"text\\\":\\\"b\\\",\\\"x\\\":\" + \"[\" * 100000 + \"]\" * 100000 + \"}\\n\")" | pravah-note'
t 'record: a million spans' '[01]' - '/usr/bin/python3 -c "
import json
print(json.dumps({\"id\": \"a\", \"text\": \"Words.\n\", \"meta\": {}, \"layers\": [\"block\"], \"spans\": [{\"layer\": \"block\", \"begin\": 0, \"end\": 6, \"label\": \"paragraph\"}] * 300000}))" | pravah-segment'
t 'record: a bad line among good ones' 1 'pravah.*' '(pravah-read note.md; echo "{\"id\":"; pravah-read note.md) | pravah-segment >out; code=$?
	[ "$(grep -c "\"sentence\"" out)" = 2 ] || echo "$(grep -c "\"sentence\"" out) good records came through" >&9; exit $code'
t 'record: an empty line between records' '[01]' - '(pravah-read note.md; echo; pravah-read note.md) | pravah-segment >out; code=$?; [ "$(grep -c "\"sentence\"" out)" = 2 ] || echo lost a record >&9; exit $code'
t 'record: no newline at the end' 0 '' 'pravah-read note.md | head -c -1 | pravah-note >out; same out note.md'
t 'record: unknown members travel' 0 '' 'pravah-read note.md | /usr/bin/python3 -c "
import json, sys
r = json.loads(sys.stdin.read())
r[\"x_more\"] = {\"a\": [1, 2.5, {\"b\": None}], \"क\": True}
r[\"meta\"][\"x_meta\"] = [\"y\"]
r[\"spans\"][0][\"x_span\"] = {\"z\": 1}
r[\"spans\"].append({\"layer\": \"mood\", \"begin\": 1, \"end\": 3, \"label\": \"calm\", \"value\": \"0.5\", \"x_own\": [0]})
r[\"layers\"].append(\"mood\")
print(json.dumps(r))" >in.jsonl; pravah-segment <in.jsonl | pravah-translate -q $PSEUDO >out.jsonl; /usr/bin/python3 -c "
import json
r = json.load(open(\"out.jsonl\"))
assert r[\"x_more\"] == {\"a\": [1, 2.5, {\"b\": None}], \"क\": True}, \"x_more\"
assert r[\"meta\"][\"x_meta\"] == [\"y\"], \"x_meta\"
assert [s for s in r[\"spans\"] if s.get(\"x_span\") == {\"z\": 1}], \"x_span\"
m = [s for s in r[\"spans\"] if s[\"layer\"] == \"mood\"]
assert len(m) == 1 and m[0] == {\"layer\": \"mood\", \"begin\": 1, \"end\": 3, \"label\": \"calm\", \"value\": \"0.5\", \"x_own\": [0]}, m
assert \"mood\" in r[\"layers\"], \"layers\"
" 2>&9; pravah-note <out.jsonl >a; pravah -q $PSEUDO note.md >b; same a b'
t 'record: a pipe of stages that know more does no harm' 0 '' 'pravah-read note.md | pravah-segment | pravah-note >out; same out note.md'
t 'record: a failed document travels' 1 - 'printf "x \377\n" >bad.md; pravah-read note.md bad.md >1.jsonl; a=$?; pravah-segment <1.jsonl >2.jsonl; b=$?
	pravah-translate $PSEUDO <2.jsonl >3.jsonl; c=$?; pravah-note -o out/ <3.jsonl; d=$?; mkdir -p out
	[ "$a$b$c$d" = 1111 ] || echo "exit statuses $a $b $c $d" >&9
	grep "\"error\"" 1.jsonl >e1; grep "\"error\"" 3.jsonl >e3; [ -s e1 ] || echo "no error record" >&9; same e1 e3; exit $d'
t 'record: an error made elsewhere travels' 1 - 'printf "%s\n" "{\"id\":\"far.md\",\"error\":{\"stage\":\"other\",\"code\":\"odd\",\"message\":\"It went wrong\",\"line\":3,\"column\":4}}" >e.jsonl
	pravah-segment <e.jsonl >2.jsonl; code=$?; [ "$(/usr/bin/python3 -c "import json; print(json.load(open(\"2.jsonl\")) == json.load(open(\"e.jsonl\")))")" = True ] || cat 2.jsonl >&9; exit $code'
t 'record: records into a folder are refused' '[12]' 'pravah.*' 'mkdir out; pravah-read note.md >in.jsonl; echo "{" >>in.jsonl; pravah-segment -o out/ in.jsonl; code=$?; [ -z "$(ls -A out)" ] || ls -A out >&9; exit $code'
t 'record: records into a file' 0 '' 'pravah-read -o out.jsonl note.md; pravah-read note.md >wanted.jsonl; same out.jsonl wanted.jsonl'
t 'record: many records into a file' '[0-3]' - 'cp note.md b.md; pravah-read -o out.jsonl note.md b.md; code=$?; pravah-read note.md b.md >wanted.jsonl; [ $code != 0 ] || same out.jsonl wanted.jsonl; exit $code'
t 'record: the same id twice' '[0-3]' - 'mkdir out; (pravah-read note.md; pravah-read note.md) | pravah-note -o out/'
t 'record: an id that leaves the folder' '[1-3]' - 'mkdir out; pravah-read note.md | /usr/bin/python3 -c "
import json, sys
r = json.loads(sys.stdin.read()); r[\"id\"] = \"../../escape.md\"; print(json.dumps(r))" | pravah-note -o out/; code=$?
	[ -e ../escape.md ] || [ -e ../../escape.md ] && { echo "wrote outside the folder" >&9; rm -f ../escape.md ../../escape.md; }; [ -e out/escape.md ] && exit 1; exit $code'

# ----------------------------------------------------------------- options
t 'no arguments and nothing to read' '[02]' - 'pravah </dev/null'
t 'unknown option' 2 'pravah.*bogus' 'pravah --bogus note.md'
t 'unknown engine' 2 'pravah.*nosuch' 'pravah --engine nosuch note.md'
t 'unknown format' 2 'pravah.*(nosuch|format)' 'pravah --format nosuch note.md'
t 'option without its value' 2 'pravah.*-o' 'pravah note.md -o'
t 'a number that is none' 2 'pravah.*(abc|jobs)' 'pravah -j abc note.md'
t 'no threads at all' 2 'pravah.*' 'pravah -j 0 note.md'
t 'a number of threads past belief' '[02]' - 'pravah read note -j 99999999999999999999 note.md'
t 'no data folder' '[23]' 'nowhere' 'PRAVAH_DATA= pravah --data nowhere --to hi note.md'
t 'a memory that is missing' '[23]' 'nowhere' 'pravah --memory nowhere.tsv --to hi note.md'
t '--set without =' 2 'pravah.*' 'pravah --set words $PSEUDO note.md'
t 'stages out of order' '[02]' - 'pravah note read note.md'
t 'a stage twice' '[02]' - 'pravah read read note note.md'
t '--help is asked for' 0 '' 'pravah --help >out; grep -qi usage out || echo "no usage" >&9'
t '--version is asked for' 0 '' 'pravah --version >out; grep -q "pravah [0-9]" out || cat out >&9'
for stage in read segment translate note; do
	t "pravah-$stage --help" 0 '' "pravah-$stage --help >out; grep -q $stage out || echo 'does not name itself' >&9"
	t "pravah help $stage" 0 '' "pravah help $stage >out; grep -q $stage out || echo 'does not name it' >&9"
done
t 'a sentence no engine knows is counted' 0 '[0-9]+ .*(sentence|untranslated|unknown)' 'pravah --to hi note.md'
t '-q says nothing' 0 '' 'pravah -q --to hi note.md'
exit $bad
