#!/usr/bin/env python3
"""A slow, strong parser, from whose trees the fast one learns too.

	teacher.py train ENCODER MODEL DEV TREES...	learns, and prints how it does on DEV
	teacher.py parse ENCODER MODEL <WORDS >TREES	words of stretches.py; trees as train-translate reads them

The words of a sentence go through an encoder that knows English (all-MiniLM-L6-v2, Apache-2.0), which is
trained on; of its layers a mixture is taken, of a word's pieces the first and the last.  Tags are chosen word by
word, heads and relations by biaffine attention (Dozat and Manning 2017), and where the best heads are no tree,
by the algorithm of Chu and Liu (1965) and Edmonds (1967).  TREES and DEV: word, tag, head, relation.
"""
import random
import sys
import time

import numpy
import torch
from torch import nn
from transformers import AutoConfig, AutoModel, AutoTokenizer

ARC, RELATION, TAG = 384, 128, 256	# widths
EPOCHS, RATE, WARM = 5, 2e-4, 0.06	# the encoder's rate; what is new learns ten times as fast
BATCH, BATCH_PARSING = 900, 3000	# words
LONGEST, PIECES, PIECES_OF_WORD = 150, 505, 12
NO = -1e9


def sentences(lines):
	"""Lists of rows."""
	found = []
	for line in lines:
		row = line.rstrip("\n").split("\t")
		if row != [""]:
			found.append(row)
		elif found:
			yield found
			found = []
	if found:
		yield found


class Parser(nn.Module):
	def __init__(self, encoder, tags, relations):
		super().__init__()
		wide = encoder.config.hidden_size

		def layer(width):
			return nn.Sequential(nn.Linear(wide, width), nn.LeakyReLU(0.1), nn.Dropout(0.33))

		self.encoder, self.tags, self.relations = encoder, tags, relations
		self.mixture = nn.Parameter(torch.zeros(encoder.config.num_hidden_layers + 1))
		self.root = nn.Parameter(torch.randn(wide) * 0.02)
		self.drop = nn.Dropout(0.33)
		self.tag = nn.Sequential(nn.Linear(wide, TAG), nn.GELU(), nn.Dropout(0.3), nn.Linear(TAG, len(tags)))
		self.arc_below, self.arc_above, self.relation_below, self.relation_above = layer(ARC), layer(ARC), layer(RELATION), layer(RELATION)
		self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))
		self.relation = nn.Parameter(torch.zeros(len(relations), RELATION + 1, RELATION + 1))

	def forward(self, batch):
		"""Scores of tags (sentence, word, tag) and heads (sentence, word, head; head 0 is the root), and what relations need."""
		layers = self.encoder(input_ids=batch["pieces"], attention_mask=batch["mask"], output_hidden_states=True).hidden_states
		share = torch.softmax(self.mixture, 0)
		mixed = sum(share[k] * layer for k, layer in enumerate(layers))

		def of(place):
			return torch.gather(mixed, 1, place.unsqueeze(-1).expand(-1, -1, mixed.shape[-1]))

		def one(x):
			return torch.cat([x, torch.ones_like(x[..., :1])], -1)

		words = self.drop((of(batch["first"]) + of(batch["last"])) / 2)
		heads = torch.cat([self.root.expand(len(words), 1, -1), words], 1)
		arcs = one(self.arc_below(words)) @ self.arc @ self.arc_above(heads).transpose(1, 2)
		arcs = arcs.masked_fill(~batch["heads"].unsqueeze(1), -1e4)
		return self.tag(words).float(), arcs.float(), one(self.relation_below(words)).float(), one(self.relation_above(heads)).float()

	def relation_scores(self, below, above, heads):
		above = torch.gather(above, 1, heads.unsqueeze(-1).expand(-1, -1, above.shape[-1]))
		return torch.einsum("swi,rij,swj->swr", below, self.relation, above)


class Pieces:
	"""The pieces of a sentence's words, and where each word begins and ends among them."""

	def __init__(self, tokenizer):
		self.tokenizer, self.known = tokenizer, {}

	def of_word(self, word):
		if word not in self.known:
			found = self.tokenizer(word, add_special_tokens=False)["input_ids"][:PIECES_OF_WORD]
			self.known[word] = found or [self.tokenizer.unk_token_id]
		return self.known[word]

	def of(self, sentence):
		pieces, first, last = [self.tokenizer.cls_token_id], [], []
		for row in sentence:
			found = self.of_word(row[0]) if len(pieces) < PIECES else []
			first.append(min(len(pieces), PIECES))
			pieces += found
			last.append(max(first[-1], len(pieces) - 1) if found else first[-1])
		return [*pieces, self.tokenizer.sep_token_id], first, last


def padded(rows, fill=0):
	wide = max(map(len, rows))
	return torch.tensor([[*row, *[fill] * (wide - len(row))] for row in rows])


def batches(all_sentences, pieces, size, numbers=None):
	"""Sentences of about one length together; with the tags, heads and relations to learn if `numbers` has theirs."""
	order = sorted(range(len(all_sentences)), key=lambda i: len(all_sentences[i]) + (3 * random.random() if numbers else 0))
	groups = [[]]
	for i in order:
		if groups[-1] and (len(groups[-1]) + 1) * len(all_sentences[i]) > size:
			groups.append([])
		groups[-1].append(i)
	if numbers:
		random.shuffle(groups)
	for group in groups:
		chosen = [all_sentences[i] for i in group]
		found = [pieces.of(sentence) for sentence in chosen]
		batch = {"at": group, "pieces": padded([f[0] for f in found]), "mask": padded([[1] * len(f[0]) for f in found]),
			"first": padded([f[1] for f in found]), "last": padded([f[2] for f in found]),
			"heads": padded([[True] * (len(s) + 1) for s in chosen], False)}
		if numbers:
			tags, relations = numbers
			batch["tag"] = padded([[tags[row[1]] for row in s] for s in chosen], -100)
			batch["head"] = padded([[int(row[2]) for row in s] for s in chosen], -100)
			batch["relation"] = padded([[relations[row[3]] for row in s] for s in chosen], -100)
		yield batch


# -------------------------------------------------------------------- trees

def is_tree(heads):
	if sum(head == 0 for head in heads) != 1:
		return False
	for i in range(len(heads)):
		at, steps = i + 1, 0
		while at and steps <= len(heads):
			at, steps = heads[at - 1], steps + 1
		if at:
			return False
	return True


def circle(heads):
	seen = [0] * len(heads)
	for i in range(1, len(heads)):
		path, at = [], i
		while at and not seen[at]:
			seen[at] = i
			path.append(at)
			at = heads[at]
		if at and seen[at] == i:
			return path[path.index(at):]
	return None


def best_arborescence(score):
	"""Heads of the best tree; score[word, head], 0 is the root."""
	n = len(score)
	heads = numpy.zeros(n, int)
	heads[1:] = score[1:].argmax(1)
	ring = circle(heads)
	if not ring:
		return heads
	rest = [i for i in range(n) if i not in ring]
	small = numpy.full((len(rest) + 1,) * 2, NO)
	small[:-1, :-1] = score[numpy.ix_(rest, rest)]
	leaving = score[numpy.ix_(rest, ring)]
	small[:-1, -1] = leaving.max(1)
	entering = numpy.array([score[c, rest] - score[c, heads[c]] for c in ring])
	small[-1, :-1] = entering.max(0) + sum(score[c, heads[c]] for c in ring)
	above = best_arborescence(small)
	for k, word in enumerate(rest[1:], 1):
		heads[word] = rest[above[k]] if above[k] < len(rest) else ring[leaving[k].argmax()]
	broken = ring[entering[:, above[len(rest)]].argmax()]
	heads[broken] = rest[above[len(rest)]]
	return heads


def tree(score):
	"""score[word, head] without a row for the root; of the words that may be its child the best three are tried."""
	heads = score.argmax(1)
	if is_tree(heads):
		return heads
	best, found = NO, None
	for top in numpy.argsort(-score[:, 0])[:3]:
		square = numpy.full((len(score) + 1,) * 2, NO)
		square[1:] = score
		square[1:, 0] = NO
		square[top + 1] = NO
		square[top + 1, 0] = 0
		numpy.fill_diagonal(square, NO)
		heads = best_arborescence(square)[1:]
		worth = sum(score[word, head] for word, head in enumerate(heads))
		if worth > best:
			best, found = worth, heads
	return found


def parsed(model, all_sentences, pieces):
	"""(tag, head, relation) of each word of each sentence."""
	out, root = [None] * len(all_sentences), model.relations.index("root")
	for batch in batches(all_sentences, pieces, BATCH_PARSING):
		with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
			tags, arcs, below, above = model(batch)
		heads, arcs = torch.zeros_like(batch["first"]), torch.log_softmax(arcs, -1).numpy().astype(float)
		for k, i in enumerate(batch["at"]):
			n = len(all_sentences[i])
			heads[k, :n] = torch.tensor(tree(arcs[k, :n, :n + 1]))
		with torch.no_grad():
			relations = model.relation_scores(below, above, heads)
		relations[..., root] = NO
		for k, i in enumerate(batch["at"]):
			rows = zip(tags[k].argmax(-1).tolist(), heads[k].tolist(), relations[k].argmax(-1).tolist())
			out[i] = [(model.tags[t], h, model.relations[r] if h else "root") for (t, h, r), _ in zip(rows, all_sentences[i])]
	return out


# ----------------------------------------------------------------- learning

def loss_of(model, batch):
	with torch.autocast("cpu", dtype=torch.bfloat16):
		tags, arcs, below, above = model(batch)
	relations = model.relation_scores(below, above, batch["head"].clamp(min=0))

	def entropy(scores, wanted):
		return nn.functional.cross_entropy(scores.flatten(0, 1), wanted.flatten(), ignore_index=-100)

	return entropy(tags, batch["tag"]) / 2 + entropy(arcs, batch["head"]) + entropy(relations, batch["relation"])


def print_scores(dev, found, what):
	words = tags = arcs = attached = related = 0
	for wanted, got in zip(dev, found):
		for row, (tag, head, relation) in zip(wanted, got):
			words, tags = words + 1, tags + (row[1] == tag)
			if row[3] != "punct":
				arcs, attached = arcs + 1, attached + (int(row[2]) == head)
				related += int(row[2]) == head and row[3] == relation
	print(f"{what}: tags {100 * tags / words:.2f}, heads {100 * attached / arcs:.2f}, relations {100 * related / arcs:.2f}", flush=True)


def train(encoder, path, dev_path, *tree_paths):
	torch.manual_seed(1)
	random.seed(1)
	pieces = Pieces(AutoTokenizer.from_pretrained(encoder))
	trees = [s for p in tree_paths for s in sentences(open(p, encoding="utf-8")) if len(s) <= LONGEST]
	dev = list(sentences(open(dev_path, encoding="utf-8")))
	tags, relations = (sorted({row[k] for s in trees for row in s}) for k in (1, 3))
	numbers = [{name: k for k, name in enumerate(names)} for names in (tags, relations)]
	model = Parser(AutoModel.from_pretrained(encoder), tags, relations)
	old = list(model.encoder.parameters())
	new = [p for name, p in model.named_parameters() if not name.startswith("encoder.")]
	optimizer = torch.optim.AdamW([{"params": old, "lr": RATE}, {"params": new, "lr": 10 * RATE}], weight_decay=0.01, betas=(0.9, 0.98))
	steps = EPOCHS * sum(1 for _ in batches(trees, pieces, BATCH))
	pace = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min((step + 1) / (WARM * steps), max(0, (steps - step) / ((1 - WARM) * steps))))
	for epoch in range(EPOCHS):
		began = time.time()
		model.train()
		for batch in batches(trees, pieces, BATCH, numbers):
			optimizer.zero_grad()
			loss_of(model, batch).backward()
			nn.utils.clip_grad_norm_(model.parameters(), 1.0)
			optimizer.step()
			pace.step()
		model.eval()
		print_scores(dev, parsed(model, dev, pieces), f"teacher, epoch {epoch + 1}, {time.time() - began:.0f} s")
	torch.save({"state": model.state_dict(), "tags": tags, "relations": relations}, path)


def parse(encoder, path):
	saved = torch.load(path)
	model = Parser(AutoModel.from_config(AutoConfig.from_pretrained(encoder)), saved["tags"], saved["relations"])
	model.load_state_dict(saved["state"])
	model.eval()
	words = list(sentences(sys.stdin))
	for sentence, found in zip(words, parsed(model, words, Pieces(AutoTokenizer.from_pretrained(encoder)))):
		# The third column is UD's part of speech, which nobody reads.
		print("\n".join(f"{row[0]}\t{tag}\tX\t{head}\t{relation}" for row, (tag, head, relation) in zip(sentence, found)) + "\n")


if __name__ == "__main__":
	{"train": train, "parse": parse}[sys.argv[1]](*sys.argv[2:])
