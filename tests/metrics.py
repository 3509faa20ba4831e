"""How near translations come to references: chrF2, chrF++ and BLEU.

The figures are those of sacreBLEU, to its digits: chrF with character n-grams
up to 6 without blanks, word n-grams up to 2 in chrF++, beta 2; BLEU with words
parted as mteval-v13a parts them and the smoothing "exp".  Both add up counts
over all sentences first.  translate_score.py compares them with figures that
others published.
"""
import collections
import html
import math
import re
import string

CHARACTERS, WORDS, BETA = 6, 2, 2
BLEU_ORDER = 4
NAMES = ("chrF2", "chrF++", "BLEU")
ENTITY = re.compile("&(?:quot|amp|lt|gt);")
# Signs that are words of their own in BLEU: all of ASCII but , - . and the apostrophe; these only by their neighbours.
SIGN = re.compile(r"""([!-&(-+/:-@\[-`{-~])""")
STOP_AFTER, STOP_BEFORE, DASH_AFTER = re.compile(r"([^0-9])([.,])"), re.compile(r"([.,])([^0-9])"), re.compile(r"([0-9])-")


def bleu_words(text):
	text = f" {ENTITY.sub(lambda m: html.unescape(m[0]), text.replace('<skipped>', ''))} "
	text = SIGN.sub(r" \1 ", text)
	text = STOP_BEFORE.sub(r" \1 \2", STOP_AFTER.sub(r"\1 \2 ", text))
	return DASH_AFTER.sub(r"\1 - ", text).split()


def chrf_words(text):
	"""Words as chrF++ has them: one sign is parted from a word, the last if there is one, else the first."""
	found = []
	for word in text.split():
		if len(word) > 1 and word[-1] in string.punctuation:
			found += (word[:-1], word[-1])
		elif len(word) > 1 and word[0] in string.punctuation:
			found += (word[0], word[1:])
		else:
			found.append(word)
	return found


def grams(sequence, n):
	if n == 1:
		return collections.Counter(sequence)
	if isinstance(sequence, str):
		return collections.Counter([sequence[i:i + n] for i in range(len(sequence) - n + 1)])
	return collections.Counter(zip(*(sequence[i:] for i in range(n))))


class Counted:
	"""The n-grams of a sentence, and how many there are of each order."""

	def __init__(self, text):
		letters, words, tokens = "".join(text.split()), chrf_words(text), bleu_words(text)
		self.chrf = [grams(letters, n + 1) for n in range(CHARACTERS)] + [grams(words, n + 1) for n in range(WORDS)]
		self.chrf_sums = [max(0, len(letters) - n) for n in range(CHARACTERS)] + [max(0, len(words) - n) for n in range(WORDS)]
		self.bleu = [grams(tokens, n + 1) for n in range(BLEU_ORDER)]
		self.bleu_sums = [max(0, len(tokens) - n) for n in range(BLEU_ORDER)]


def common(given, wanted):
	"""How many n-grams stand on both sides."""
	get = wanted.get
	return sum([min(n, get(g, 0)) for g, n in given.items()])


class Score:
	"""Counts of some sentences, and what they come to."""

	def __init__(self):
		self.chrf = [[0, 0, 0] for _ in range(CHARACTERS + WORDS)]	# right, given, wanted
		self.bleu = [[0, 0, 0] for _ in range(BLEU_ORDER)]

	def add(self, given, wanted):
		for sums, given_all, wanted_all, given_sums, wanted_sums in (
				(self.chrf, given.chrf, wanted.chrf, given.chrf_sums, wanted.chrf_sums),
				(self.bleu, given.bleu, wanted.bleu, given.bleu_sums, wanted.bleu_sums)):
			for i, total in enumerate(sums):
				total[0] += common(given_all[i], wanted_all[i])
				# chrF leaves out n-grams longer than the reference.
				total[1] += given_sums[i] if sums is self.bleu or wanted_sums[i] else 0
				total[2] += wanted_sums[i]

	def figure(self, name):
		return self.bleu_figure() if name == "BLEU" else self.chrf_figure(WORDS if name == "chrF++" else 0)

	def chrf_figure(self, words):
		orders = [t for t in self.chrf[:CHARACTERS + words] if t[1] and t[2]]
		precision = sum(right / given for right, given, _ in orders) / max(1, len(orders))
		recall = sum(right / wanted for right, _, wanted in orders) / max(1, len(orders))
		return 100 * (1 + BETA ** 2) * precision * recall / (BETA ** 2 * precision + recall) if precision + recall else 0.0

	def bleu_figure(self):
		"""Orders in which nothing is right count as a half, a quarter and so on."""
		(_, given, wanted), smooth, logs = self.bleu[0], 1, 0
		if not any(right for right, _, _ in self.bleu):
			return 0.0
		for right, total, _ in self.bleu:
			if not total:
				return 0.0
			smooth *= 1 if right else 2
			logs += math.log(right / total if right else 1 / (smooth * total)) / BLEU_ORDER
		return 100 * math.exp(logs + min(0, 1 - wanted / given))

	def figures(self):
		return {name: self.figure(name) for name in NAMES}


def scores(wanted, *systems):
	"""A Score for each of some systems that gave a line for each line wanted."""
	found = [Score() for _ in systems]
	for reference, *given in zip(wanted, *systems, strict=True):
		counted = Counted(reference)
		for score, line in zip(found, given):
			score.add(Counted(line), counted)
	return found


def sentence_chrf(given, wanted):
	"""chrF2 of one sentence."""
	return scores([wanted], [given])[0].figure("chrF2")


def self_test():
	def figures(given, wanted):
		return [round(x, 2) for x in scores(wanted, given)[0].figures().values()]
	assert bleu_words('It cost &quot;1,000.5&quot;, (2-3) a-b.') == 'It cost " 1,000.5 " , ( 2 - 3 ) a-b .'.split()
	assert chrf_words("(hi) (a b. . यह।") == ["(hi", ")", "(", "a", "b", ".", ".", "यह।"]
	assert figures(["the cat sat on the mat ."], ["the cat sat on the mat ."]) == [100, 100, 100]
	assert figures(["a b"], ["c d"]) == [0, 0, 0] and figures([""], ["c d"]) == [0, 0, 0]
	# Five of six letters, three of five pairs, one of four triples.
	assert figures(["abcdef"], ["abxdef"])[0] == round(100 * (5 / 6 + 3 / 5 + 1 / 4 + 0 + 0 + 0) / 6, 2)
	# Four of five words, three of four pairs and so on; then nothing wrong, but short.
	assert figures(["a b c d x"], ["a b c d e"])[2] == round(100 * (4 / 5 * 3 / 4 * 2 / 3 * 1 / 2) ** 0.25, 2)
	assert figures(["a b c d"], ["a b c d e"])[2] == round(100 * math.exp(-1 / 4), 2)
