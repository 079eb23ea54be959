"""Writes torch_sequences.json: PyTorch's layers for sequences, and dropouts with a given mask.

Run: python3 Tests/EngineTests/References/torch_sequences.py
"""

import numpy
import torch
from torch.nn import functional

from random_streams import stream
from reference import layer_case, numbers, write

BATCH, TIME, FEATURES, HIDDEN = 2, 5, 3, 4


def transposed(w):
    return w.T


def same(w):
    return w


def fill(module, seed, scale=0.6):
    """Gives every parameter normal numbers, in the order of their names."""
    for i, (_, parameter) in enumerate(sorted(module.named_parameters())):
        parameter.data = numbers(*parameter.shape, seed=seed + i, scale=scale)
    return module


def keep(*shape, seed, p=0.4):
    """A mask of inverted dropout."""
    kept = numpy.random.default_rng(seed).random(shape) >= p
    return torch.from_numpy(kept / numpy.float32(1 - p)).double()


def drawn(noise, *shape, p):
    """The mask of inverted dropout that the network's first layer draws: seed 0, step 0."""
    words = numpy.array(stream(0, "0." + noise, 0, int(numpy.prod(shape))), dtype="int64")
    kept = (words >= int(p * 2**32)).reshape(shape)
    assert kept.any() and not kept.all()
    return torch.from_numpy(kept / numpy.float32(1 - p)).double()


def recurrent(layer):
    return {
        "0.weightIH": (layer.weight_ih_l0, transposed),
        "0.weightHH": (layer.weight_hh_l0, transposed),
        "0.biasIH": (layer.bias_ih_l0, same),
        "0.biasHH": (layer.bias_hh_l0, same),
    }


cases = []

embedding = fill(torch.nn.Embedding(6, 3), 1)
tokens = torch.tensor([[5, 0, 2, 5], [1, 5, 0, 0]])
cases.append(layer_case("Embedding", tokens, embedding, {"0.weight": (embedding.weight, same)}))

# Embedding dropout: the vocabulary's rows times a mask, before the lookup.
embedding = fill(torch.nn.Embedding(6, 3), 2)
mask = keep(6, seed=3)
cases.append(
    layer_case(
        "embedding dropout", tokens,
        lambda x: functional.embedding(x, embedding.weight * mask[:, None]),
        {"0.weight": (embedding.weight, same)}, mask=mask))

for name, make in {
    "RNN tanh": lambda: torch.nn.RNN(FEATURES, HIDDEN, batch_first=True),
    "RNN relu": lambda: torch.nn.RNN(FEATURES, HIDDEN, nonlinearity="relu", batch_first=True),
    "LSTM": lambda: torch.nn.LSTM(FEATURES, HIDDEN, batch_first=True),
    "GRU": lambda: torch.nn.GRU(FEATURES, HIDDEN, batch_first=True),
}.items():
    layer = fill(make(), 10)
    x = numbers(BATCH, TIME, FEATURES, seed=20)
    cases.append(layer_case(name, x, lambda x: layer(x)[0], recurrent(layer)))

# Variational dropout: one mask for all steps on the input and on the state before, by PyTorch's cells.
inputs = drawn("dropout", BATCH, FEATURES, p=0.3)
states = drawn("recurrentDropout", BATCH, HIDDEN, p=0.4)
for name, make in {
    "variational RNN": lambda: torch.nn.RNN(FEATURES, HIDDEN, batch_first=True),
    "variational LSTM": lambda: torch.nn.LSTM(FEATURES, HIDDEN, batch_first=True),
    "variational GRU": lambda: torch.nn.GRU(FEATURES, HIDDEN, batch_first=True),
}.items():
    layer = fill(make(), 40)
    weights = [layer.weight_ih_l0, layer.weight_hh_l0, layer.bias_ih_l0, layer.bias_hh_l0]

    def forward(x):
        h = torch.zeros(BATCH, HIDDEN)
        c = torch.zeros(BATCH, HIDDEN)
        outputs = []
        for t in range(TIME):
            step = x[:, t] * inputs
            if "LSTM" in name:
                h, c = torch._VF.lstm_cell(step, (h * states, c), *weights)
            elif "GRU" in name:
                # The cell carries its masked state over; what the book's layer carries is not masked.
                masked = h * states
                z = torch.sigmoid(
                    (step @ weights[0].T + weights[2] + masked @ weights[1].T + weights[3])
                    [:, HIDDEN:2 * HIDDEN])
                h = torch._VF.gru_cell(step, masked, *weights) + z * (h - masked)
            else:
                h = torch._VF.rnn_tanh_cell(step, h * states, *weights)
            outputs.append(h)
        return torch.stack(outputs, dim=1)

    cases.append(
        layer_case(
            name, numbers(BATCH, TIME, FEATURES, seed=50), forward, recurrent(layer)))

# AWD-LSTM's DropConnect: a mask on the recurrent weights for the whole pass, drawn in the engine's
# layout, [hidden, gates · hidden].
for name, make in {
    "weight-dropped RNN": lambda: torch.nn.RNN(FEATURES, HIDDEN, batch_first=True),
    "weight-dropped LSTM": lambda: torch.nn.LSTM(FEATURES, HIDDEN, batch_first=True),
    "weight-dropped GRU": lambda: torch.nn.GRU(FEATURES, HIDDEN, batch_first=True),
}.items():
    layer = fill(make(), 40)
    mask = drawn("weightDropout", HIDDEN, len(layer.weight_hh_l0), p=0.4).T

    def forward(x):
        masked = {"weight_hh_l0": layer.weight_hh_l0 * mask}
        return torch.func.functional_call(layer, masked, (x,))[0]

    cases.append(
        layer_case(
            name, numbers(BATCH, TIME, FEATURES, seed=51), forward, recurrent(layer)))

norm = fill(torch.nn.LayerNorm(5), 60)
cases.append(
    layer_case(
        "LayerNorm", numbers(2, 3, 5, seed=61), norm,
        {"0.weight": (norm.weight, same), "0.bias": (norm.bias, same)}))


def attention_parameters(layer, prefix):
    return {
        prefix + "inProjection.weight": (layer.in_proj_weight, transposed),
        prefix + "inProjection.bias": (layer.in_proj_bias, same),
        prefix + "outProjection.weight": (layer.out_proj.weight, transposed),
        prefix + "outProjection.bias": (layer.out_proj.bias, same),
    }


later = torch.triu(torch.ones(TIME, TIME, dtype=torch.bool), diagonal=1)
for name, attn_mask in {"MultiheadAttention": None, "causal MultiheadAttention": later}.items():
    layer = fill(torch.nn.MultiheadAttention(6, 2, batch_first=True), 70)
    cases.append(
        layer_case(
            name, numbers(BATCH, TIME, 6, seed=71),
            lambda x: layer(x, x, x, attn_mask=attn_mask)[0], attention_parameters(layer, "0."),
            weights=layer(
                *3 * [numbers(BATCH, TIME, 6, seed=71)], attn_mask=attn_mask,
                average_attn_weights=False)[1]))

# Attention dropout with a given mask, inverted and renormalised (the sum as a constant); queries, keys
# and values stand side by side, two heads.
mask = keep(BATCH, 2, TIME, TIME, seed=80)
mask[0, 1, 2] = 0
for name in ["inverted", "renormalized"]:

    def forward(x):
        q, k, v = [
            part.reshape(BATCH, TIME, 2, 2).transpose(1, 2) for part in x.split(4, dim=-1)]
        weights = torch.softmax(q @ k.transpose(-1, -2) / 2**0.5, dim=-1) * mask
        if name == "renormalized":
            total = weights.sum(-1, keepdim=True).detach()
            weights = weights / torch.where(total > 0, total, torch.ones_like(total))
        return (weights @ v).transpose(1, 2).reshape(BATCH, TIME, 4)

    cases.append(
        layer_case(
            "attention dropout " + name, numbers(BATCH, TIME, 12, seed=81), forward, {}, mask=mask))

for name, options in {
    "TransformerEncoderLayer": dict(norm_first=True, activation="gelu"),
    "TransformerEncoderLayer norm last": dict(norm_first=False, activation="relu"),
}.items():
    layer = fill(
        torch.nn.TransformerEncoderLayer(6, 2, 7, dropout=0.0, batch_first=True, **options), 90, 0.5)
    cases.append(
        layer_case(
            name, numbers(BATCH, TIME, 6, seed=91), lambda x: layer(x, src_mask=later),
            {
                **attention_parameters(layer.self_attn, "0.attention."),
                "0.linear1.weight": (layer.linear1.weight, transposed),
                "0.linear1.bias": (layer.linear1.bias, same),
                "0.linear2.weight": (layer.linear2.weight, transposed),
                "0.linear2.bias": (layer.linear2.bias, same),
                "0.norm1.weight": (layer.norm1.weight, same),
                "0.norm1.bias": (layer.norm1.bias, same),
                "0.norm2.weight": (layer.norm2.weight, same),
                "0.norm2.bias": (layer.norm2.bias, same),
            }))

# The waves of Vaswani et al. 2017, §3.5.
position = numpy.arange(TIME)[:, None]
angles = position / 10000.0 ** (2 * (numpy.arange(6) // 2) / 6)
waves = torch.from_numpy(numpy.where(numpy.arange(6) % 2 == 0, numpy.sin(angles), numpy.cos(angles)))
cases.append(
    layer_case("positions", numbers(BATCH, TIME, 6, seed=95), lambda x: x + waves, {}))

# Learned positions; the engine has two more than are used.
positions = numbers(TIME + 2, 6, seed=96).requires_grad_()
cases.append(
    layer_case(
        "learned positions", numbers(BATCH, TIME, 6, seed=97), lambda x: x + positions[:TIME],
        {"0.weight": (positions, same)}))

for name, reduce in {
    "last step": lambda x: x[:, -1],
    "mean over time": lambda x: x.mean(dim=1),
}.items():
    cases.append(layer_case(name, numbers(BATCH, TIME, 3, seed=98), reduce, {}))

write(__file__, cases)
