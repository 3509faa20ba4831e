#!/bin/bash
# Fuzzes reading, records and the text stages with libFuzzer.
#
#	tests/fuzz.sh [SECONDS] [TARGET]...
#
# With 0 seconds nothing is invented: the first inputs are run, and what earlier runs kept.
# Builds what is missing into $BUILD/fuzz, makes the first inputs from the tests' cases and the sample notes,
# runs each target (read, record, text) for SECONDS (default 10) and prints a line for each. What a target finds is
# kept as $BUILD/fuzz/TARGET-crash-*, and the exit status is 1. Corpora are kept, so a later run goes on.
# PRAVAH_FUZZ_STRICT=1 or 2 asks more of a translated note: see fuzz_read.c.
set -u
top=$(cd "$(dirname "$0")/.." && pwd)
cd "$top" || exit 1
BUILD=${BUILD:-build}
out=$BUILD/fuzz
seconds=${1:-10}
[ $# -gt 0 ] && shift
targets=("$@")
[ $# -eq 0 ] && targets=(read record text)
CLANG=${CLANG:-clang}
instrument=(-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
unset MAKEFLAGS MFLAGS MAKELEVEL CFLAGS LDFLAGS
export PRAVAH_DATA=$top LC_ALL=C.UTF-8
export ASAN_OPTIONS=detect_leaks=1:allocator_may_return_null=1 UBSAN_OPTIONS=print_stacktrace=1

if ! command -v "$CLANG" >/dev/null; then
	echo "FAILED fuzz"
	echo "    $CLANG is not installed"
	exit 1
fi

# The programs, instrumented; ARENA_EXACT gives every piece of an arena a block of its own, so that the
# sanitizer sees its end.
build() {
	local libs target
	make -s -j"$(nproc)" BUILD="$out" SAN= CC="$CLANG" CFLAGS="-O2 -g -DARENA_EXACT ${instrument[*]}" \
		LDFLAGS="-fsanitize=address,undefined" "$out/pravah" || return 1
	libs=$(pkg-config --cflags --libs icu-uc icu-i18n libxml-2.0 yaml-0.1 jansson libutf8proc) || return 1
	for target in read record text; do
		if [ "$out/fuzz_$target" -nt "$out/pravah" ] && [ "$out/fuzz_$target" -nt "tests/fuzz_$target.c" ] \
			&& [ "$out/fuzz_$target" -nt tests/fuzz_pipeline.h ]; then
			continue
		fi
		# shellcheck disable=SC2046,SC2086
		"$CLANG" -std=c11 -D_GNU_SOURCE -O2 -g -Wall -Wextra -Ipipeline "${instrument[@]}" -fsanitize=fuzzer \
			-o "$out/fuzz_$target" "tests/fuzz_$target.c" \
			$(find "$out/obj" -name '*.o' ! -path '*/pipeline/main.o' | sort) $libs -lmd4c -lpthread -lm || return 1
	done
}

# What Markdown, kramdown, Liquid, YAML and our records give a meaning to.
write_dictionary() {
	local token
	while IFS= read -r token; do
		[ -n "$token" ] && printf '"%s"\n' "$token"
	done >"$out/tokens" <<'TOKENS'
---\x0a
...\x0a
\x0a\x0a
\x0d\x0a
  \x0a
\x09
\xef\xbb\xbf
# 
###### 
\x0a===\x0a
\x0a---\x0a
> 
- 
* 
+ 
1. 
2) 
- [ ] 
- [x] 
```
~~~
```\x0a
    
`
``
**
__
~~
_
[
](
](<
)
][
]: 
[^1]
[^1]: 
![
](x.png \"t\")
<https://a.b>
https://a.b/c
www.a.b
a@b.c
&amp;
&#35;
\\\\
\\x5c*
| 
|\x0a|---|:-:|\x0a|
|-|-|\x0a
$$
$x$
\x5c(
\x5c)
\x5c\x5c[
\x5c\x5c]
{%
%}
{{
}}
{% raw %}
{% endraw %}
{% highlight c %}
{% endhighlight %}
{% comment %}
{% endcomment %}
{% post_url 2026-02-04-other-en %}
{: .a}
{:toc}
{::comment}
{:/comment}
{:/}
{#id}
 #
[#id]
{/*
*/}
: 
*[A]: 
:smile:
<!--
-->
<div>
</div>
<p>
</p>
<b>
</b>
<br>
<br/>
<code>
</code>
<pre>
</pre>
<script>
</script>
<style>
<a href=\"x\">
<A b={c}>
<![CDATA[
]]>
<?
?>
<!D>
title: 
description: 
excerpt: |\x0a  
lang: 
>-\x0a  
\"
'
\"\x5c\"\"
&a 
*a
!!str 
[a, b]
{a: b}
Mr. A. B
. A
? B
\xe0\xa5\xa4 
\xe0\xa4\x95
\xf4\x80\x80\x80
\xf0\x9f\x98\x80
\xe2\x80\x8d
\xc2\xa0
\x00
{\"id\":\"a\",\"text\":\"
\",\"meta\":{\"format\":\"
markdown
\"},\"layers\":[
\"block\"
\"markup\"
\"sentence\"
\"translation\"
],\"spans\":[
{\"layer\":\"
\",\"begin\":
,\"end\":
,\"label\":\"
,\"role\":\"prose\"
,\"role\":\"open\"
,\"role\":\"close\"
,\"level\":
,\"value\":\"
,\"lang\":\"hi\"
,\"score\":
,\"places\":[[0,1,0,1]]
,\"error\":{\"stage\":\"read\",\"code\":\"c\",\"message\":\"m\",\"line\":1,\"column\":1}
\x5cu0000
\x5cud83d\x5cude00
1e400
-1
null
true
{}
[]
TOKENS
}

# What the dictionaries repair, the hard cases of boundaries, languages; for every profile and format.
seed_text() {
	local n=0 line letter
	{ awk -F'\t' 'NF > 8 { print $8 }' dictionaries/normalize.tsv; sed -n 's/^= //p' corpus/boundaries.*.txt | awk 'NR % 4 == 0'
		awk -F'\t' '$1 == "messy" { print $2 }' corpus/mixed.tsv; } | while IFS= read -r line; do
		letter=c
		case $((n += 1)) in *2|*5) letter=h ;; *3) letter=C ;; *7) letter=H ;; *9) letter=n ;; esac
		printf '%s%s' "$letter" "$line" >"$out/corpus_text/seed-$n"
	done
}

# Pieces of every case and note, in the three formats; records of them at every stage.
seed() {
	local file piece n=0 letter
	mkdir -p "$out/corpus_read" "$out/corpus_record" "$out/corpus_text" "$out/pieces"
	[ -e "$out/corpus_read/seeded" ] && [ -z "$(find tests/cases corpus/notes -newer "$out/corpus_read/seeded" -type f)" ] && return
	rm -f "$out"/pieces/*
	for file in tests/cases/* corpus/notes/*; do
		[ -s "$file" ] && split -a 4 -l 16 "$file" "$out/pieces/$((n += 1))-"
	done
	n=0
	for piece in "$out"/pieces/*; do
		letter=m
		case $((n += 1)) in *3) letter=M ;; *6) letter=t ;; *8) letter=T ;; *9) letter=l ;; esac
		{ printf %s "$letter"; head -c 3000 "$piece"; } >"$out/corpus_read/seed-$n"
		[ "$(wc -c <"$piece")" -lt 400 ] || continue
		"$out/pravah" translate --engine pseudo --records -q "$piece" >"$out/corpus_record/seed-$n" 2>/dev/null
		[ $((n % 4)) -eq 0 ] && "$out/pravah" read --records -q "$piece" >"$out/corpus_record/read-$n" 2>/dev/null
		{ printf 'm\x40'; head -c 64 "$piece"; printf '\0\0\x40\1\1\1\0\x08\x10\0\3\0\x20\2\1'; } >"$out/corpus_record/recipe-$n"
	done
	seed_text
	rm -r "$out/pieces"
	: >"$out/corpus_read/seeded"
}

# fuzz TARGET: prints its line; false if it found something.
fuzz() {
	local log=$out/$1.log runs speed coverage found max=4096
	[ "$1" = record ] && max=800
	rm -f "$out/$1"-crash-* "$out/$1"-leak-* "$out/$1"-timeout-* "$out/$1"-oom-*
	"$out/fuzz_$1" $([ "$seconds" -gt 0 ] && echo "-max_total_time=$seconds" || echo -runs=0) -max_len=$max -timeout=10 -rss_limit_mb=2048 -dict="$out/tokens" \
		-artifact_prefix="$out/$1-" -print_final_stats=1 -reload=0 ${FUZZ_OPTIONS:-} "$out/corpus_$1" >"$log" 2>&1
	local status=$?
	runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
	speed=$(sed -n 's/^stat::average_exec_per_sec: *//p' "$log")
	coverage=$(grep -o 'cov: [0-9]* ft: [0-9]*' "$log" | tail -1)
	found=$(find "$out" -maxdepth 1 -name "$1-*-*" | wc -l)
	if [ $status -eq 0 ] && [ "$found" -eq 0 ]; then
		echo "ok $1: ${runs:-0} runs, ${speed:-0}/s, ${coverage:-no coverage}, 0 crashes in $seconds s"
		return 0
	fi
	echo "FAILED $1: ${runs:-0} runs, ${speed:-0}/s, ${coverage:-no coverage}, $found found (exit status $status)"
	grep -E '^(BROKEN|was|is|text|translated|SUMMARY|[^ ]*runtime error)|ERROR:|runtime error' "$log" | cut -c 1-400 | head -20 | sed 's/^/    /'
	find "$out" -maxdepth 1 -name "$1-*-*" | sed 's/^/    /'
	return 1
}

mkdir -p "$out"
if ! build >"$out/build.log" 2>&1; then
	echo "FAILED build"
	tail -20 "$out/build.log" | sed 's/^/    /'
	exit 1
fi
write_dictionary
seed
bad=0
for target in "${targets[@]}"; do
	fuzz "$target" || bad=1
done
exit $bad
