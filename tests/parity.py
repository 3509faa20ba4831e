#!/usr/bin/python3
"""Does a translated note keep the structure of its original?

	parity.py ORIGINAL TRANSLATED [ORIGINAL TRANSLATED]...
	parity.py --dir ORIGINALS TRANSLATIONS
	parity.py --self-test

Compares everything in a Jekyll note that is not prose, with a Markdown parser
that pravah does not use (markdown-it) and with scanners of its own, so that a
mistake in pravah's reader cannot hide itself here.  It prints one line for
each check that differs and then a table; the exit status is 1 if any differs.

With --untouched it also says which share of the prose is still as it was, in
letters of Latin words of four or more letters found again in the same block.

Files of --dir are paired by name, the language suffix (-en, -hi) aside.
"""
import argparse
import collections
import os
import re
import sys
import zlib

from markdown_it import MarkdownIt

LATIN = re.compile(r"[^\W\d_]{4,}")
PROSE_KEYS = ("title", "description", "excerpt")
MAY_CHANGE = {"lang", "translated", "model", *PROSE_KEYS}
MAY_APPEAR = {"audio", "generated", "image", "lang", "layout", "model",
	"title", "translated", "type"}

# ---------------------------------------------------------------- scanning

# What stands between two blank lines: any character, but no blank line.
INSIDE = r"(?:(?!\n[ \t]*\n)[\s\S])"
ATTRIBUTE = r"""(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)"""
TAG = rf"(?:</[A-Za-z][\w.:-]*\s*>|<[A-Za-z][\w.:-]*{ATTRIBUTE}*\s*/?>)"

FRONT = re.compile(r"\A(---[ \t]*\n(?:[\s\S]*?\n)?)(---|\.\.\.)[ \t]*(?:\n|\Z)")
LIQUID_TAG = rf"\{{%(?:(?!\{{%){INSIDE})*?%\}}|\{{\{{(?:(?!\{{\{{){INSIDE})*?\}}\}}"
LIQUID = re.compile(
	r"(?P<raw>\{%-?\s*raw\s*-?%\})(?P<rbody>[\s\S]*?)(?P<rclose>\{%-?\s*endraw\s*-?%\})"
	r"|(?P<open>\{%-?\s*highlight\b[^%]*%\})"
	r"(?P<body>(?:(?!\{%-?\s*(?:end)?highlight\b)[\s\S])*)"
	r"(?P<close>\{%-?\s*endhighlight\s*-?%\})"
	r"|(?P<copen>\{%-?\s*comment\s*-?%\})"
	r"(?P<cbody>(?:(?!\{%-?\s*(?:end)?comment\b)[\s\S])*)"
	r"(?P<cclose>\{%-?\s*endcomment\s*-?%\})"
	rf"|{LIQUID_TAG}")
FENCE = re.compile(r"^((?:[ \t]*(?:>|[-*+]|\d{1,9}[.)]))*[ \t]*)(`{3,}(?=[^`]*$)|~{3,})")
FOOTNOTE = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:[ \t]?(.*)$")
DEFINITION = re.compile(r"^ {0,3}:[ \t]+(\S.*)$")
ABBREVIATION = re.compile(r"^ {0,3}\*\[([^\]\n]+)\]:")
# Inline things that are not prose, in the order they take precedence.
INLINE = re.compile(
	r"(?P<kcomment>\{::(?P<kname>comment|nomarkdown)\}[\s\S]*?\{:/(?:(?P=kname))?\})"
	r"|(?P<comment><!--[\s\S]*?-->)"
	r"|(?P<verbatim><(?P<vname>pre|script|style|code|textarea)\b[^<>]*>[\s\S]*?</(?P=vname)>)"
	r"|(?P<maths>(?<![\\$])\$\$(?!\$)[\s\S]+?\$\$(?!\$)"
	rf"|\\\((?=[^()]*[\\^_=+]|.\\\)){INSIDE}+?\\\))"
	r"|(?P<dollar>(?<![\\$\w])\$(?=[^\s$])(?P<tex>[^$\n]*?[^\s$\\])\$(?![\w$]))"
	r"|(?P<escape>\\[!-/:-@\[-`{-~])"
	rf"|(?P<code>(?<!`)(?P<ticks>`+)(?!`){INSIDE}+?(?<!`)(?P=ticks)(?!`))"
	r"|(?P<kramdown>\{:[^}\n]*\})"
	r"|(?P<id>\{#[\w:.-]+\}|\{/\*[^\n]*?\*/\})"
	r"|(?P<ref>\[\^[^\]\s]+\])"
	rf"|(?P<tag>{TAG})")
URL = re.compile(r"(?:https?|ftp)://[\w/%#?&=+.,:;~@!$*\-\u0900-\u0963\u0966-\u097f]+|mailto:[\w.+@-]+")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
EMOJI = re.compile(r"(?<![\w:]):[a-z+-][a-z0-9_+-]*:(?![\w:])")
# What stands in prose and is no word of it.
NOT_WORDS = "|".join([URL.pattern, EMOJI.pattern, r"[\w.+-]+@[\w.-]+\.\w+", r"\]\([^()\s]*\)"])
JSX = re.compile(r"(?<!\\)</?[A-Z][\w.]*(?=[\s/>])")
MAY_BE_GAINED = re.compile(r"\\[!-/:-@\[-`{-~]|&#\d+;|&(?:lt|gt|amp|quot);")
TASK = re.compile(r"^[\s>]*(?:[-*+]|\d+[.)])[ \t]+\[([ xX])\](?=\s)", re.M)


def looks_like_maths(tex):
	"""Is the text between two dollar signs TeX, rather than talk of money?"""
	if re.search(r"[^\W\d_]{3,} +[^\W\d_]{3,}", re.sub(r"\\\w+(\{[^}]*\})?", "", tex)):
		return False
	return bool(re.search(r"[\\^_={}]", tex)) or bool(re.fullmatch(r"[A-Za-z]'*", tex))


def mask(text):
	"""A stand-in that a Markdown parser takes for a word between two punctuation
	signs, as what it stands for is; made of private-use characters and U+2E31, so
	that it never counts as prose."""
	return "\u2e31\ue000" + "".join(chr(0xE010 + int(c, 16)) for c in f"{zlib.crc32(text.encode()):08x}") + "\u2e31"


def dedent(line):
	"""The line without one level of indentation, or None if it has none."""
	if line.startswith("    "):
		return line[4:]
	if line.startswith("\t"):
		return line[1:]
	return None


class Note:
	"""A note taken apart into what must not change (`checks`) and its prose."""

	def __init__(self, data):
		text = data.decode("utf-8")
		self.checks = collections.OrderedDict()
		self.bom = text.startswith("\ufeff")
		text = text[1:] if self.bom else text
		crlf, lf = text.count("\r\n"), text.count("\n")
		self.checks["byte-order mark"] = self.bom
		self.checks["line endings"] = "CRLF" if crlf and crlf == lf else "mixed" if crlf else "LF" if lf else "none"
		self.checks["final newline"] = text.endswith("\n")
		text = text.replace("\r\n", "\n").replace("\0", "\ufffd")
		self.front, body = self.split(text)
		for name in ("code", "liquid", "comments", "footnotes", "definitions",
				"abbreviations", "maths", "kramdown", "ids", "html",
				"entities", "escapes"):
			self.checks[name] = []
		body = self.take_liquid(body)
		body = self.take_lines(body)
		self.take_raw(body)
		self.take_tokens(body)

	@staticmethod
	def split(text):
		found = FRONT.match(text)
		if not found:
			return None, text
		return found.group(1).split("\n", 1)[1], text[found.end():]

	def take_liquid(self, text):
		def one(found):
			part = found.groupdict()
			if part["raw"]:
				# Nothing in here is a tag, but what looks like one stays.
				self.checks["liquid"] += [part["raw"], *re.findall(LIQUID_TAG, part["rbody"]), part["rclose"]]
				body = re.sub(LIQUID_TAG, lambda tag: mask(tag.group()), part["rbody"])
				return mask(part["raw"]) + body + mask(part["rclose"])
			if part["open"]:
				self.checks["liquid"] += [part["open"], part["close"]]
				self.checks["code"].append(("highlight", part["body"]))
			elif part["copen"]:
				self.checks["liquid"] += [part["copen"], part["cclose"]]
				self.checks["comments"].append(part["cbody"])
			else:
				self.checks["liquid"].append(found.group())
			return mask(found.group())
		return LIQUID.sub(one, text)

	def take_lines(self, text):
		"""Masks inline things outside fences; turns footnotes and definitions
		into blocks that a CommonMark parser reads as they are meant."""
		out, prose, fence, nested = [], [], None, False

		def flush():
			if prose:
				out.append(INLINE.sub(self.take_inline, "\n".join(prose)))
				prose.clear()

		for line in text.split("\n"):
			inner = dedent(line) if nested else None
			if nested and inner is None and line.strip() and fence is None:
				if not prose or not prose[-1].strip():
					nested = False
			line = inner if inner is not None else line
			found = FENCE.match(line)
			if fence:
				out.append(line)
				if found and found.group(2).startswith(fence) and not line[found.end():].strip():
					fence = None
				continue
			if found:
				flush()
				fence = found.group(2)
				out.append(line)
				continue
			note, definition = FOOTNOTE.match(line), DEFINITION.match(line)
			if note:
				self.checks["footnotes"].append("definition " + note.group(1))
				line, nested = "\n" + mask(note.group(1)) + "\n\n" + note.group(2), True
			elif definition:
				self.checks["definitions"].append(":")
				line, nested = "\n" + mask(":") + "\n\n" + definition.group(1), True
			elif ABBREVIATION.match(line):
				key = ABBREVIATION.match(line).group(1)
				self.checks["abbreviations"].append(key)
				line = mask(key) + line[line.index("]:"):]
			prose.append(line)
		flush()
		return "\n".join(out)

	def take_inline(self, found):
		text, parts = found.group(), found.groupdict()
		kind = next(k for k in ("kcomment", "comment", "verbatim", "maths", "dollar",
			"escape", "code", "kramdown", "id", "ref", "tag") if parts[k] is not None)
		if kind == "dollar":
			if not looks_like_maths(parts["tex"]):
				return text
			kind = "maths"
		if kind == "verbatim":
			self.checks["code"].append((parts["vname"], text))
			if parts["vname"] != "code":
				return text
			return mask(text)
		if kind in ("kcomment", "comment"):
			self.checks["comments"].append(text)
			return text if kind == "comment" else mask(text)
		if kind in ("code", "tag", "escape"):
			if kind == "tag":
				self.checks["html"].append(text)
			elif kind == "escape":
				self.checks["escapes"].append(text)
			return text
		name = {"maths": "maths", "kramdown": "kramdown", "id": "ids", "ref": "footnotes"}[kind]
		self.checks[name].append(text)
		return mask(text)

	def take_raw(self, text):
		"""What regular expressions find in the text, whatever a parser thinks."""
		self.checks["html"].sort()
		self.checks["escapes"].sort()
		self.checks["maths"].sort()
		self.checks["jsx"] = sorted(JSX.findall(text))
		self.checks["raw URLs"] = sorted(u.rstrip(".,:;!?*_~") for u in URL.findall(text))
		self.checks["entities"] = sorted(ENTITY.findall(text))
		self.checks["emoji codes"] = sorted(EMOJI.findall(text))
		self.checks["task boxes"] = TASK.findall(text)

	def take_tokens(self, text):
		parser = MarkdownIt("commonmark", {"maxNesting": 400}).enable(["table", "strikethrough"])
		names = ("headings", "inline code", "links", "images", "titles", "tables",
			"lists", "quotes", "hard breaks", "thematic breaks", "emphasis", "blocks")
		for name in names:
			self.checks[name] = []
		self.prose, self.html_prose = [], []
		inside = []
		lines = text.split("\n")
		self.checks["blank lines"] = sum(not l.strip("> \t") for l in text.strip("\n").split("\n"))
		for token in parser.parse(text):
			self.block(token, inside)
			if token.type == "table_open":
				# A parser pads short rows, so count what was really written.
				self.checks["tables"].append([len(re.findall(r"(?<!\\)\|", l)) for l in lines[slice(*token.map)]])
		for name in ("links", "images"):
			self.checks[name].sort()

	def block(self, token, inside):
		put = self.checks
		kind = token.type
		if token.nesting >= 0 and kind != "inline":
			put["blocks"].append("  " * token.level + kind.removesuffix("_open") + ("" if not token.hidden else " tight"))
		if kind == "heading_open":
			put["headings"].append(token.tag + " " + token.markup)
		elif kind in ("fence", "code_block"):
			put["code"].append((kind, token.info, token.content))
		elif kind in ("bullet_list_open", "ordered_list_open"):
			inside.append([token.level, kind, token.markup, token.attrGet("start"), 0])
		elif kind == "list_item_open":
			inside[-1][-1] += 1
		elif kind in ("bullet_list_close", "ordered_list_close"):
			put["lists"].append(tuple(inside.pop()))
		elif kind == "blockquote_open":
			put["quotes"].append(token.level)
		elif kind == "hr":
			put["thematic breaks"].append(token.markup)
		elif kind == "table_open":
			put["tables"].append([])
		elif kind == "tr_open":
			put["tables"][-1].append([])
		elif kind in ("th_open", "td_open"):
			put["tables"][-1][-1].append(token.attrGet("style"))
		elif kind == "html_block":
			plain = re.sub(r"<(script|style|pre|code|kbd|samp)\b[\s\S]*?</\1>|<!--[\s\S]*?-->|<[^<>]*>|`[^`]*`|" + ENTITY.pattern, " ", token.content)
			self.html_prose.append(plain)
		elif kind == "inline":
			self.inline(token)

	def inline(self, token):
		put = self.checks
		code, marks, words, auto = [], collections.Counter(), [], False
		for child in token.children:
			kind = child.type
			if kind == "code_inline":
				code.append(child.content)
			elif kind == "link_open":
				put["links"].append(child.attrGet("href"))
				auto = child.markup == "autolink"
				if child.attrGet("title"):
					put["titles"].append("link")
			elif kind == "link_close":
				auto = False
			elif kind == "image":
				put["images"].append(child.attrGet("src"))
				words += [c.content for c in child.children or () if c.type == "text"]
				if child.attrGet("title"):
					put["titles"].append("image")
			elif kind == "hardbreak":
				put["hard breaks"].append(child.markup)
			elif kind.endswith("_open"):
				marks[kind.removesuffix("_open")] += 1
			elif kind == "text" and not auto:
				words.append(child.content)
		put["inline code"].append(sorted(code))
		put["emphasis"].append(dict(sorted(marks.items())))
		self.prose.append(" ".join(words))


# ------------------------------------------------------------ front matter

def entries(front):
	"""Front matter as [key, raw text]; comments at the margin have key '#'."""
	found = []
	for line in front.split("\n")[:-1] if front else []:
		key = re.match(r"""("[^"]*"|'[^']*'|[^\s#:{\-][^:#]*?)\s*:(?=\s|$)""", line)
		if line.startswith("#"):
			found.append(["#", line])
		elif key:
			found.append([key.group(1).strip("\"'"), line])
		elif found:
			found[-1][1] += "\n" + line
		else:
			found.append(["", line])
	return found


def flow_without_prose(raw):
	"""Front matter that is one flow mapping, less the values that may change."""
	keys = "|".join(sorted(MAY_CHANGE))
	value = r"""\s*:\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,{}\[\]]*)"""
	return re.sub(rf"(?<=[{{,\s])(?:{keys}){value},?\s*", "", raw)


def comment_of(raw):
	"""The comment behind a one-line value, if there is one."""
	found = re.search(r"[ \t](#[^\"'\n]*)$", raw.split("\n")[0])
	return found.group(1) if found else None


def front_differs(old, new):
	"""What changed in the front matter that may not change; None if nothing."""
	if new is None:
		return "front matter lost" if old is not None else None
	after = entries(new)
	if len({k for k, _ in after if k != "#"}) < len([k for k, _ in after if k != "#"]):
		if old is None or [k for k, _ in entries(old)] != [k for k, _ in after]:
			return "a key twice"
	if old is None:
		odd = [key for key, _ in after if key not in MAY_APPEAR]
		return f"unexpected keys {odd}" if odd else None
	before = entries(old)
	known = {key for key, _ in before}
	kept = [(k, raw) for k, raw in after if k in known or k not in MAY_CHANGE]
	if [k for k, _ in kept] != [k for k, _ in before]:
		return f"keys {[k for k, _ in before]} became {[k for k, _ in after]}"
	for (key, was), (_, now) in zip(before, kept):
		if key in MAY_CHANGE:
			if comment_of(was) and comment_of(was) != comment_of(now):
				return f"comment of {key} lost: {was!r} became {now!r}"
		elif was != now and (key or flow_without_prose(was) != flow_without_prose(now)):
			return f"{was!r} became {now!r}"
	return None


# --------------------------------------------------------------- comparing

def brief(value, limit=300):
	text = value if isinstance(value, str) else repr(value)
	return text if len(text) <= limit else text[:limit] + "..."


def first_difference(old, new):
	if not isinstance(old, list):
		return f"{brief(old)} became {brief(new)}"
	for i, (a, b) in enumerate(zip(old, new)):
		if a != b:
			return f"item {i + 1} of {len(old)}: {brief(a)} became {brief(b)}"
	if len(old) > len(new):
		return f"lost item {len(new) + 1} of {len(old)}: {brief(old[len(new)])}"
	return f"{len(old)} became {len(new)}: gained {brief(new[len(old)])}"


def differences(old, new):
	"""(check, explanation) for everything that differs between two notes."""
	found = []
	why = front_differs(old.front, new.front)
	if why:
		found.append(("front matter", why))
	for name, value in old.checks.items():
		other = new.checks[name]
		if name == "line endings" and "none" in (value, other):
			continue
		if name in ("escapes", "entities"):
			# A translation may escape a sign that was safe before; it renders the same.
			other = [text for text in other if text in value or not MAY_BE_GAINED.fullmatch(text)]
			lost = collections.Counter(value) - collections.Counter(other)
			value, other = sorted(lost.elements()), sorted(set(other) - set(value))
		if value != other:
			found.append((name, first_difference(value, other)))
	return found


def letters(text):
	return collections.Counter(w for w in LATIN.findall(re.sub(NOT_WORDS, " ", text)) if w[0] < "\u0250")


def untouched(old, new):
	"""(letters of prose words that are still there, letters of all of them)."""
	def weight(words):
		return sum(len(word) * n for word, n in words.items())

	pairs = list(zip(old.prose, new.prose)) + list(zip(old.html_prose, new.html_prose))
	if old.front is not None:
		was, now = dict(entries(old.front)), dict(entries(new.front or ""))
		pairs += [(was[k].split(":", 1)[1], now.get(k, "").partition(":")[2]) for k in PROSE_KEYS if k in was]
	kept = sum(weight(letters(a) & letters(b)) for a, b in pairs)
	return kept, sum(weight(letters(a)) for a, _ in pairs)


def pairs_of(first, second):
	def stem(path):
		return re.sub(r"-[a-z]{2}(?=\.\w+$)", "", path)

	def files(top):
		return {stem(os.path.relpath(os.path.join(d, f), top)): os.path.join(d, f)
			for d, _, names in os.walk(top) for f in names}

	old, new = files(first), files(second)
	for name in sorted(old):
		yield old[name], new.get(name)


def compare(pairs, show_untouched):
	failed, files, kept_files, kept, total = collections.Counter(), 0, 0, 0, 0
	names = ["front matter"]
	for before, after in pairs:
		files += 1
		if after is None or not os.path.exists(after):
			print(f"{before}: no translation")
			failed["missing"] += 1
			continue
		with open(before, "rb") as a, open(after, "rb") as b:
			old, new = Note(a.read()), Note(b.read())
		names += [n for n in old.checks if n not in names]
		found = differences(old, new)
		for name, why in found:
			print(f"{after}: {name}: {why}")
			failed[name] += 1
		kept_files += not found
		left, all_letters = untouched(old, new)
		kept, total = kept + left, total + all_letters
		if show_untouched and left > all_letters / 100:
			print(f"{after}: {left} of {all_letters} prose letters untouched")
	for name in names + ["missing"] * bool(failed["missing"]):
		print(f"{name:18} {failed[name]:5} files differ")
	if show_untouched:
		print(f"{kept} of {total} prose letters untouched ({100 * kept / max(total, 1):.2f} %)")
	print(f"{kept_files} of {files} files keep their structure")
	return files > 0 and kept_files == files


# --------------------------------------------------------------- self-test

SAMPLE = r'''---
layout: post   # the theme's
title: "A plain title"  # said twice
# a comment of its own
tags: [alpha, beta]
date: 2026-02-04 10:00:00 +0530
---

# First heading {#first}

Plain words with *emphasis*, **strong words**, ~~old words~~ and `inline code` and a
[link](https://example.org/a_(b)?c=d "its title") and ![picture](/img/a.png).
Money: $5 and $10. A hard break ends here  
and goes on \
twice. Escaped \*stars\* and &nbsp; entities &#8212; too :smile: see https://example.com/x.

Second heading
--------------

> Quoted words
>
> > nested deeper

1. one
2. two
   - inner a
   - inner b [x][ref]

- [ ] open task
- [x] done task

***

| Name | Value |
|:-----|------:|
| cell | other |
| more | `a|b` |

```ruby
puts "hello"  # say so
```

    indented code

{% highlight sh %}
# not a heading
{% endhighlight %}

{% if page.x %}Conditional words {{ page.title | escape }}.{% endif %}
{% comment %}hidden words{% endcomment %}

The sum $x_i^2$ and $$\sum_{i} a_i$$ and \(a+b\).

Words with a footnote[^1] and an HTML abbreviation <kbd class="k">Key</kbd>.

[^1]: The note itself.

    Its second paragraph.

Term
: Its definition

*[HTML]: Markup Language

<details open>
<summary>Summary words</summary>
<p>Inner words</p>
</details>

<!-- a comment -->

<pre>as is</pre>

<Note kind="x">

Words in a component.

</Note>

Last words here.
{: .lead #last}

* TOC
{:toc}

[ref]: https://example.net/ref "Ref title"
'''

# Damage: (check that must notice, what is replaced, by what).
DAMAGES = [
	("code", "```ruby", "```"), ("code", 'puts "hello"', 'puts "namaste"'), ("code", "# say so", "# कहो"),
	("code", "```ruby\nputs \"hello\"  # say so\n```\n", ""), ("code", "```\n\n    ind", "\n\n    ind"),
	("code", "    indented code", "    indented kode"), ("code", "    indented code", "indented code"),
	("code", "# not a heading", "# शीर्षक नहीं"), ("code", "<pre>as is</pre>", "<pre>as was</pre>"),
	("inline code", "`inline code`", "inline code"), ("inline code", "`inline code`", "`इनलाइन`"),
	("inline code", "`inline code`", "`inline  code`"), ("inline code", "`a|b`", "`ab`"),
	("links", '[link](https://example.org/a_(b)?c=d "its title")', "link"),
	("links", "a_(b)?c=d", "a_(b)?c=e"), ("links", "example.net/ref", "example.net/rex"),
	("links", "[x][ref]", "[x][रेफ]"), ("links", "[ref]:", "[रेफ]:"), ("titles", ' "its title"', ""),
	("raw URLs", "https://example.com/x", "https://example.com/y"), ("raw URLs", " see https://example.com/x.", "."),
	("images", "/img/a.png", "/img/b.png"), ("images", "![picture]", "[picture]"), ("links", "![picture]", "[picture]"),
	("headings", "# First heading {#first}", "First heading {#first}"), ("headings", "# First", "## First"),
	("headings", "--------------\n", ""), ("ids", "{#first}", "{#pahla}"), ("ids", " {#first}", ""),
	("emphasis", "*emphasis*", "emphasis"), ("emphasis", "**strong words**", "** strong words **"),
	("emphasis", "**strong words**", "*strong words*"), ("emphasis", "~~old words~~", "old words"),
	("tables", "| cell | other |", "| cell other |"), ("tables", "| cell | other |\n", ""),
	("tables", "|:-----|------:|", "|------|------:|"), ("tables", "|:-----|------:|\n", ""),
	("tables", "| more | `a|b` |", "| more | `ab` | x |\n| extra | row |"),
	("lists", "2. two\n", ""), ("lists", "   - inner a\n", ""), ("lists", "   - inner b", "- inner b"),
	("lists", "1. one", "3. one"), ("lists", "- [x] done", "\n* [x] done"), ("task boxes", "[x] done", "[ ] done"),
	("task boxes", "- [ ] open", "- open"), ("quotes", "> > nested", "> nested"), ("blocks", "> Quoted", "Quoted"),
	("html", '<kbd class="k">', "<kbd>"), ("html", "</kbd>", ""), ("html", "<summary>", "<sumary>"),
	("html", "<p>Inner words</p>\n", ""), ("html", "<details open>", "<details>"), ("jsx", "</Note>", "</नोट>"),
	("html", '<Note kind="x">', '<Note kind="y">'), ("comments", "<!-- a comment -->", "<!-- टिप्पणी -->"),
	("comments", "<!-- a comment -->\n", ""), ("comments", "hidden words", "छिपे शब्द"),
	("liquid", "{% if page.x %}", ""), ("liquid", "{% endif %}", "{%endif%}"), ("liquid", "page.title | escape", "page.title"),
	("liquid", "{{ page.title | escape }}", "{ page.title | escape }"), ("liquid", "{% highlight sh %}", "{% highlight %}"),
	("liquid", "{% endhighlight %}", ""), ("footnotes", "footnote[^1]", "footnote"), ("footnotes", "[^1]: The", "[^2]: The"),
	("footnotes", "[^1]: The", "The"), ("blocks", "    Its second", "\n        Its second"),
	("kramdown", "{: .lead #last}", "{: .lead}"), ("kramdown", "{: .lead #last}", ""), ("kramdown", "{:toc}", "{: toc}"),
	("maths", "$x_i^2$", "$x_i^3$"), ("maths", "$x_i^2$", "x_i^2"), ("maths", r"\sum_{i} a_i", r"\sum_{i} b_i"),
	("maths", r"\(a+b\)", "(a+b)"), ("maths", r"$$\sum_{i} a_i$$", r"$\sum_{i} a_i$"),
	("hard breaks", "here  \n", "here\n"), ("hard breaks", "on \\\n", "on\n"), ("thematic breaks", "***\n", "\n"),
	("thematic breaks", "***\n", "* * *\n* * *\n"), ("entities", "&nbsp;", " "), ("entities", "&#8212;", "—"),
	("escapes", r"\*stars\*", r"\*stars*"), ("emoji codes", ":smile:", ":मुस्कान:"), ("definitions", ": Its def", "Its def"),
	("abbreviations", "*[HTML]:", "*[एचटीएमएल]:"), ("blocks", "\nLast words", "Last words"),
	("blocks", "Plain words", "Plain\n\nwords"), ("blank lines", "> Quoted words\n>\n", "> Quoted words\n"),
	("blank lines", "***\n\n", "***\n"),
	("front matter", "tags:", "टैग:"), ("front matter", "[alpha, beta]", "[beta, alpha]"),
	("front matter", "# a comment of its own\n", ""), ("front matter", "  # said twice", ""),
	("front matter", "   # the theme's", ""), ("front matter", "tags: [alpha, beta]\n", ""),
	("front matter", "+0530", "+0000"), ("front matter", "layout: post", "layout: 'post'"),
	("front matter", "date:", "extra: 1\ndate:"), ("front matter", "date:", "title: again\ndate:"),
	("front matter", SAMPLE[:SAMPLE.index("---\n\n") + 4], ""), ("front matter", "layout: post", "  layout: post"),
	("final newline", 'title"\n', 'title"'), ("byte-order mark", "---\nlayout", "\ufeff---\nlayout"),
]

# Changes that a translation may make.
FAIR = [
	("Plain words with", "सादे शब्द"), ('"A plain title"', "'एक सादा शीर्षक: दो'"), ("[alpha, beta]\n", "[alpha, beta]\nlang: hi\ntranslated: true\n"),
	("layout: post ", "lang: hi\nlayout: post "), ("picture", "चित्र"), ("its title", "उसका शीर्षक"), ("cell", "खाना"), ("one\n", "⟦öñé⟧\n"),
	("Its second paragraph", "दूसरा पैराग्राफ"), ("Summary words", "सार"), ("Its definition", "परिभाषा"), ("Words in a component.", "एक घटक में शब्द।"),
	("see https://example.com/x.", "https://example.com/x देखें।"), ("Quoted words", "उद्धृत शब्द"), ("Markup Language", "मार्कअप भाषा"),
	("*emphasis*, **strong words**", "**ज़ोरदार शब्द**, *बल*"), ("Last words here.", "अंतिम शब्द।"), ("First heading", "पहला शीर्षक"),
	("Money: $5 and $10.", "पैसा: $5 और $10।"),
]


def self_test():
	bad = 0
	old = Note(SAMPLE.encode())

	def report(ok, what):
		nonlocal bad
		bad += not ok
		print(("ok " if ok else "FAILED ") + what)

	def check(name, new, expected):
		found = dict(differences(old, Note(new)))
		report(expected in found if expected else not found, f"{name}" + (f": found {found}" if bool(found) != bool(expected) or expected and expected not in found else ""))

	check("the same note", SAMPLE.encode(), None)
	for expected, was, now in DAMAGES:
		if SAMPLE.count(was) < 1:
			report(False, f"damage {was!r} does not apply")
			continue
		check(f"damage {expected}: {was!r} to {now!r}", SAMPLE.replace(was, now, 1).encode(), expected)
	for was, now in FAIR:
		check(f"fair {was!r} to {now!r}", SAMPLE.replace(was, now, 1).encode() if was in SAMPLE else b"", None)
	check("damage CRLF", SAMPLE.replace("\n", "\r\n").encode(), "line endings")
	check("damage mixed line endings", SAMPLE.replace("\n", "\r\n", 5).encode(), "line endings")
	for line in [l for l in SAMPLE.split("\n") if re.search(r"[#>|{`<$!\[]|^\s*[-*\d:]", l)]:
		check(f"damage line lost: {line}", SAMPLE.replace(line + "\n", "", 1).encode(), any_of(old, SAMPLE.replace(line + "\n", "", 1)))
	bare = Note(b"# Title\n\nWords.\n")
	gained = Note("---\nlang: hi\nlayout: post\ntitle: x\ntranslated: true\n---\n\n# शीर्षक\n\nशब्द।\n".encode())
	report(not differences(bare, gained), "fair front matter gained")
	odd = Note(b"---\nlang: hi\nauthor: x\n---\n\n# Title\n\nWords.\n")
	report(bool(differences(bare, odd)), "damage odd key gained")
	left, total = untouched(bare, gained)
	report((left, total) == (0, 10), f"untouched counts words ({left} of {total})")
	report(untouched(old, old)[0] == untouched(old, old)[1] > 300, "untouched counts everything in a copy")
	print(f"{bad} failed" if bad else "self-test passed")
	return not bad


def any_of(old, text):
	"""The check that notices, or one that cannot: losing a line must show."""
	found = differences(old, Note(text.encode()))
	return found[0][0] if found else "any check"


def main():
	parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
	parser.add_argument("--dir", nargs=2, metavar=("A", "B"))
	parser.add_argument("--untouched", action="store_true")
	parser.add_argument("--self-test", action="store_true")
	parser.add_argument("file", nargs="*")
	args = parser.parse_args()
	if args.self_test:
		sys.exit(not self_test())
	if len(args.file) % 2 or not (args.file or args.dir):
		parser.error("give originals and translations in pairs")
	pairs = list(pairs_of(*args.dir)) if args.dir else list(zip(args.file[::2], args.file[1::2]))
	sys.exit(not compare(pairs, args.untouched))


if __name__ == "__main__":
	main()
