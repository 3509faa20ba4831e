"""Sets of words that are used alike: vectors of words, and their clusters."""
import json
import os
import struct

import numpy
import tokenizers

# all-MiniLM-L6-v2: layers, heads, and how many words are done at a time.
LAYERS, HEADS, BATCH = 6, 12, 512
# Directions of the vectors that are kept; the one of the others is mostly noise.
DIRECTIONS = 96
ROUNDS, BLOCK = 12, 8192


class Encoder:
	"""The sentence encoder all-MiniLM-L6-v2, from its folder, in plain numpy."""

	def __init__(self, folder):
		with open(os.path.join(folder, "model.safetensors"), "rb") as file:
			raw = file.read()
		size, = struct.unpack("<Q", raw[:8])
		self.tensor = {}
		for name, at in json.loads(raw[8:8 + size]).items():
			if name != "__metadata__" and at["dtype"] == "F32":
				self.tensor[name.removeprefix("bert.")] = numpy.frombuffer(raw, numpy.float32, int(numpy.prod(at["shape"])),
					8 + size + at["data_offsets"][0]).reshape(at["shape"])
		self.tokenizer = tokenizers.Tokenizer.from_file(os.path.join(folder, "tokenizer.json"))
		self.tokenizer.no_padding()
		self.tokenizer.no_truncation()

	def linear(self, x, name):
		# One product of two tables is many times as fast as one for each word.
		table = x.reshape(-1, x.shape[-1]) @ self.tensor[name + ".weight"].T + self.tensor[name + ".bias"]
		return table.reshape(*x.shape[:-1], -1)

	def normal(self, x, name):
		mean = x.mean(-1, keepdims=True)
		spread = ((x - mean) ** 2).mean(-1, keepdims=True)
		return (x - mean) / numpy.sqrt(spread + 1e-12) * self.tensor[name + ".weight"] + self.tensor[name + ".bias"]

	def attention(self, x, layer):
		n, length, width = x.shape
		query, key, value = (self.linear(x, f"{layer}attention.self.{name}").reshape(n, length, HEADS, width // HEADS)
			.transpose(0, 2, 1, 3) for name in ("query", "key", "value"))
		weight = query @ key.transpose(0, 1, 3, 2) / numpy.sqrt(numpy.float32(width // HEADS))
		weight = numpy.exp(weight - weight.max(-1, keepdims=True))
		weight /= weight.sum(-1, keepdims=True)
		return self.linear((weight @ value).transpose(0, 2, 1, 3).reshape(n, length, width), layer + "attention.output.dense")

	def vectors(self, ids):
		"""Of words that have equally many pieces."""
		x = (self.tensor["embeddings.word_embeddings.weight"][ids]
			+ self.tensor["embeddings.position_embeddings.weight"][:ids.shape[1]]
			+ self.tensor["embeddings.token_type_embeddings.weight"][0])
		x = self.normal(x, "embeddings.LayerNorm")
		for n in range(LAYERS):
			layer = f"encoder.layer.{n}."
			x = self.normal(self.attention(x, layer) + x, layer + "attention.output.LayerNorm")
			inner = self.linear(x, layer + "intermediate.dense")
			inner = 0.5 * inner * (1 + numpy.tanh(0.7978845608 * (inner + 0.044715 * inner * inner * inner)))
			x = self.normal(self.linear(inner, layer + "output.dense") + x, layer + "output.LayerNorm")
		mean = x.mean(1)
		return mean / numpy.linalg.norm(mean, axis=1, keepdims=True)

	def encode(self, words):
		pieces = [coded.ids for coded in self.tokenizer.encode_batch(words)]
		of_length = {}
		for n, ids in enumerate(pieces):
			of_length.setdefault(len(ids), []).append(n)
		out = numpy.zeros((len(words), self.tensor["embeddings.LayerNorm.weight"].size), numpy.float32)
		for length in sorted(of_length):
			for at in range(0, len(of_length[length]), BATCH):
				rows = of_length[length][at:at + BATCH]
				out[rows] = self.vectors(numpy.array([pieces[n] for n in rows]))
		return out


def embed(words, folder, cache):
	"""A vector for each word. They are kept in cache.npy, cache.txt has their words; only what is new is encoded."""
	known, kept = {}, None
	if os.path.exists(cache + ".npy") and os.path.exists(cache + ".txt"):
		kept = numpy.load(cache + ".npy")
		with open(cache + ".txt", encoding="utf-8") as file:
			known = {word: n for n, word in enumerate(file.read().split("\n")[:-1])}
	new = [word for word in words if word not in known]
	if new:
		made = Encoder(folder).encode(new).astype(numpy.float16)
		kept = made if kept is None else numpy.concatenate([kept, made])
		known.update({word: n for n, word in enumerate(new, len(known))})
		with open(cache + ".new.txt", "w", encoding="utf-8") as file:
			file.writelines(word + "\n" for word in known)
		numpy.save(cache + ".new.npy", kept)
		os.replace(cache + ".new.npy", cache + ".npy")
		os.replace(cache + ".new.txt", cache + ".txt")
	return kept[[known[word] for word in words]].astype(numpy.float32)


def unit(vectors):
	return vectors / numpy.linalg.norm(vectors, axis=1, keepdims=True)


def main_directions(vectors):
	"""The vectors as seen in the directions in which they differ most, each of length 1."""
	vectors = vectors - vectors.mean(0)
	directions = numpy.linalg.svd(vectors[::4], full_matrices=False)[2]
	return unit(vectors @ directions[:DIRECTIONS].T)


def k_means(vectors, k, chance, rounds=ROUNDS):
	"""The cluster of each vector, from 0, by the angle to the clusters' means; a cluster that becomes empty begins anew."""
	centre = vectors[chance.choice(len(vectors), k, replace=False)]
	for _ in range(rounds):
		cluster = numpy.concatenate([(vectors[at:at + BLOCK] @ centre.T).argmax(1) for at in range(0, len(vectors), BLOCK)])
		total = numpy.zeros_like(centre)
		numpy.add.at(total, cluster, vectors)
		empty = numpy.bincount(cluster, minlength=k) == 0
		total[empty] = vectors[chance.choice(len(vectors), empty.sum())]
		centre = total / numpy.maximum(numpy.linalg.norm(total, axis=1, keepdims=True), 1e-9)
	return cluster
