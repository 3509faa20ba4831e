#!/bin/bash
# What a stage may call is checked from its undefined symbols: denied unless listed here. A stage does not
# print, exit, read the environment, use the locale or start threads; it reads files by table_*, file_* and what is
# listed only, and memory comes from memory_*, arena_* and buf_* only. And the other way round: pipeline/ refers to a
# stage through run.o's table alone.
set -u
top=$(cd "$(dirname "$0")/.." && pwd)
BUILD=${BUILD:-build}
case $BUILD in /*) ;; *) BUILD=$top/$BUILD ;; esac
objects=$BUILD/obj
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C
bad=0

# Names as extended regular expressions, anchored. Each group says what it is for.
allowed=(
	# our own: bytes, documents, options, reports, tables, mapped files and images, and what two stages share
	'(buf|view|arena|memory|spans?|layer|document|utf8|unit|edits|escape|literals|yaml_needs|index|image|prose|format|own|crf|sound)_[a-z0-9_]+'
	'(settings?|setting_next|fail|fatal|warn|tally|weave|role_name|layer_name|table_(open|next|close|list)|file_(un)?map)'
	# bytes of memory
	'mem(chr|cmp|cpy|mem|move|rchr|set)' 'str(n?casecmp|n?cmp|chr|rchr|spn|cspn|pbrk|n?len|str)' 'rawmemchr'
	'free' 'qsort' 'bsearch' 'strtoul' 'v?snprintf' '__(v?snprintf|mem(cpy|move|set))_chk'
	# ASCII letters and digits, and numbers in options and texts: no program of ours sets a locale, so these are of the C locale
	'__ctype_(b|tolower|toupper)_loc' 'strto[fl]'
	# is a model there that can be done without?
	'access'
	# probabilities
	'(exp|log|log1p|fmax)f'
	# libraries, each for what it does
	'u(_[a-zA-Z0-9]+|(cal|curr|dat|enum|ldn|num|region)_[a-zA-Z0-9]+|brk_[a-zA-Z0-9]+|text_[a-zA-Z0-9]+|script_[a-zA-Z]+|regex_[a-zA-Z]+|norm2_[a-zA-Z]+|trans_[a-zA-Z]+)(_[0-9]+)?'	# ICU
	'utf8proc_[a-z0-9_]+'
	'xml(ReadFile|GetLastError|GetLineNo|Free(Doc)?|(Doc|Node|New|Get|Set)[a-zA-Z]+)'	# libxml2: one given file in, bytes out
	'md_parse'
	'yaml_(parser|event)_[a-z_]+'
	# what the compiler adds
	'_GLOBAL_OFFSET_TABLE_' '__stack_chk_fail' '__(asan|ubsan|sanitizer)_[a-z0-9_]+' '__gcov_[a-z_]+' '__tls_get_addr'
)
# ICU parts that look at the environment or the locale of the process, or open files.
denied='u(loc_|_setDataDirectory|_getDataDirectory|_fopen|_printf|_init|_cleanup|data_).*'
pattern="^($(IFS='|'; echo "${allowed[*]}"))\$"

# join STAGE: one object of all of a stage's, so that only what leaves its room is undefined.
join() {
	local parts=()
	[ -f "$objects/stages/$1.o" ] && parts+=("$objects/stages/$1.o")
	[ -d "$objects/stages/$1" ] && mapfile -t -O "${#parts[@]}" parts < <(find "$objects/stages/$1" -name '*.o' | sort)
	[ ${#parts[@]} -gt 0 ] && ld -r -o "$work/$1.o" "${parts[@]}"
}

# An object of which the source is gone would be checked in its place.
fresh() {
	local object source
	while IFS= read -r object; do
		source=$top/${object#"$objects"/}
		[ -f "${source%.o}.c" ] || echo "    $object has no source: make clean"
	done < <(find "$objects/stages" "$objects/pipeline" -name '*.o')
}

# where STAGE SYMBOL: the objects that need it.
where() {
	local object
	for object in "$objects/stages/$1.o" "$objects/stages/$1"/*.o; do
		[ -f "$object" ] && nm -u "$object" | grep -q " $2\$" && echo "$(basename "$object" .o).c"
	done | paste -sd' '
}

result() {
	if [ -z "$2" ]; then echo "ok $1"; else
		echo "FAILED $1"
		printf '%s\n' "$2"
		bad=1
	fi
}

check_stage() {
	local why='' symbol
	if ! join "$1" 2>"$work/errors"; then
		result "$1" "    no objects in ${objects#"$top"/}/stages: run make first
$(sed 's/^/    /' "$work/errors")"
		return
	fi
	while IFS= read -r symbol; do
		why+="${why:+$'\n'}    may not use $symbol ($(where "$1" "$symbol"))"
	done < <(nm -u "$work/$1.o" | awk '{ print $NF }' | awk -v ok="$pattern" -v no="^($denied)\$" '$0 !~ ok || $0 ~ no')
	# Written data is a global of the stage: its state belongs to what open made.
	while IFS= read -r symbol; do
		why+="${why:+$'\n'}    has a global that can change: $symbol"
	done < <(nm "$work/$1.o" | awk '$2 ~ /^[BbDdCSsGg]$/ && $3 !~ /^(__|\.)/ { print $2, $3 }' | variables "$1")
	result "$1" "$why"
}

# Constants with addresses in them are in .data.rel.ro, which nm calls D or d as it does .data: keep the others.
variables() {
	local kind name
	while read -r kind name; do
		readelf -sW "$work/$1.o" | awk -v n="$name" '$8 == n { print $7 }' | while read -r section; do
			case $section in [0-9]*)
				readelf -SW "$work/$1.o" | grep -E "^ *\[ *$section\]" | grep -q 'data\.rel\.ro' || echo "$name" ;;
			*) echo "$name" ;;
			esac
		done
	done | sort -u
}

# Symbols that stages define; pipeline/ may name none, but run.o names NAME_ops of each stage in the table.
check_pipeline() {
	local why='' object symbol
	find "$objects/stages" -name '*.o' -exec nm --defined-only -g {} + 2>/dev/null | awk 'NF == 3 { print $3 }' | sort -u >"$work/defined"
	while IFS= read -r object; do
		while IFS= read -r symbol; do
			case $object:$symbol in */run.o:*_ops) grep -qx "${symbol%_ops}" "$work/stages" && continue ;; esac
			why+="${why:+$'\n'}    $(basename "$object" .o).c refers to $symbol, which a stage defines"
		done < <(nm -u "$object" | awk '{ print $NF }' | sort -u | comm -12 - "$work/defined")
	done < <(find "$objects/pipeline" -name '*.o' | sort)
	while IFS= read -r symbol; do
		nm -u "$objects/pipeline/run.o" | grep -q " ${symbol}_ops\$" || why+="${why:+$'\n'}    run.o does not have $symbol in its table"
	done <"$work/stages"
	result "pipeline names no stage" "$why"
}

sed -n 's/^STAGE(\([a-z_]*\),.*/\1/p' "$top/stages/stages.def" >"$work/stages"
[ -s "$work/stages" ] || result stages.def "    no stage found in stages/stages.def"
while IFS= read -r stage; do
	check_stage "$stage"
done <"$work/stages"
check_pipeline
result "objects and sources" "$(fresh)"
exit $bad
