"""Writes torch_dropout.json: the dropout family by PyTorch, with the engine's masks.

Run: python3 Tests/EngineTests/References/torch_dropout.py
The masks come from random_streams.py, a second implementation of the engine's random streams: seed 0,
step 0, the stream of the network's first layer. PyTorch multiplies by them and differentiates.
"""

import numpy
import torch
from torch.distributions import Normal
from torch.nn.functional import dropout, linear

from random_streams import normals, stream
from reference import layer_case, numbers, tensor, write

NOISE = "0.noise"


def kept(p, *shape, step=0):
    """1 where a word of the stream keeps, 0 where it drops."""
    words = numpy.array(stream(0, NOISE, step, int(numpy.prod(shape))), dtype="int64")
    return torch.from_numpy((words >= int(p * 2**32)).astype("float64").reshape(shape))


def gaussian(*shape):
    return torch.tensor(normals(0, NOISE, 0, int(numpy.prod(shape)))).reshape(shape)


cases = []
x = numbers(4, 6, seed=1)
mask = kept(0.3, 4, 6)
cases.append(layer_case("Dropout", x, lambda x: x * mask / 0.7, {}))
cases.append(layer_case("Dropout at inference", x, lambda x: dropout(x, 0.3, training=False), {}))
cases.append(layer_case("Dropout, standard", x, lambda x: x * mask, {}))
cases.append(layer_case("Dropout, standard, at inference", x, lambda x: 0.7 * x, {}))
factors = 1 + (0.3 / 0.7) ** 0.5 * gaussian(4, 6)
cases.append(layer_case("GaussianDropout", x, lambda x: x * factors, {}))
cases.append(layer_case("GaussianNoise", x, lambda x: x + 0.5 * gaussian(4, 6), {}))

channels = kept(0.3, 2, 5)[:, None, None, :]
cases.append(
    layer_case(
        "Dropout of positions", numbers(2, 3, 2, 5, seed=2), lambda x: x * channels / 0.7, {}))
entries = kept(0.3, 6)[:, None]
cases.append(
    layer_case("Dropout of entries", numbers(6, 4, seed=3), lambda x: x * entries / 0.7, {}))

# DropConnect: 4 inputs, 6 outputs, 5 examples. A row of the mask begins a block of four words; the
# row after the inputs' is the biases'.
w = numbers(4, 6, seed=4).requires_grad_()
b = numbers(6, seed=5).requires_grad_()
v = numbers(5, 4, seed=6)
masks = kept(0.4, 5, 5, 8)[:, :, :6]
parameters = {"0.weight": (w, lambda t: t), "0.bias": (b, lambda t: t)}


def masked(x):
    product = torch.einsum("ei,eij->ej", x, masks[:, :4] * w)
    return torch.relu(product + masks[:, 4] * b)


def moments(x):
    mean = 0.6 * (x @ w + b)
    return mean, (0.24 * (x**2 @ w**2 + b**2)).sqrt()


def mean_of_relu(x):
    mean, s = moments(x)
    normal = Normal(torch.zeros(()), torch.ones(()))
    return mean * normal.cdf(mean / s) + s * normal.log_prob(mean / s).exp()


nodes = torch.arange(-1200, 1201) / 100
weights = Normal(torch.zeros(()), torch.ones(())).log_prob(nodes).exp()


def mean_of(function):
    """The mean over the normal distribution, by quadrature in steps of a hundredth."""
    def forward(x):
        mean, s = moments(x)
        values = function(mean[..., None] + s[..., None] * nodes)
        return (values * weights).sum(-1) / weights.sum()
    return forward


def clear(forward):
    w.grad = b.grad = None
    return forward


cases.append(layer_case("DropConnect", v, clear(masked), parameters))
cases.append(layer_case("DropConnect, relu, at inference", v, clear(mean_of_relu), parameters))
cases.append(
    layer_case("DropConnect, tanh, at inference", v, clear(mean_of(torch.tanh)), parameters))
cases.append(
    layer_case("DropConnect, sigmoid, at inference", v, clear(mean_of(torch.sigmoid)), parameters))
cases.append(
    layer_case(
        "DropConnect, identity, at inference", v, clear(lambda x: moments(x)[0]), parameters))

z = numbers(4, 6, seed=7)
q = torch.sigmoid(1.5 * z - 0.25)
words = numpy.array(stream(0, NOISE, 0, 24), dtype="float64").reshape(4, 6)
chosen = torch.from_numpy((words < q.numpy() * 2**32).astype("float64"))
cases.append(layer_case("Standout", z, lambda z: torch.relu(z) * chosen, {}))
cases.append(
    layer_case(
        "Standout at inference", z, lambda z: torch.relu(z) * torch.sigmoid(1.5 * z - 0.25), {}))

# DropBlock as torchvision computes it: seeds wherever a block fits, each grown by a maximum.
for side in [3, 2]:
    batch, height, width, channels, p = 3, 5, 7, 2, 0.3
    places = (height - side + 1, width - side + 1)
    gamma = p * height * width / (side**2 * places[0] * places[1])
    seeds = 1 - kept(gamma, batch, *places, channels)
    assert seeds.any(dim=0).any() and not seeds.all()
    grown = torch.nn.functional.pad(seeds.movedim(-1, 1), 4 * [side - 1])
    mask = 1 - torch.nn.functional.max_pool2d(grown, side, stride=1).movedim(1, -1)
    mask = mask * mask.numel() / mask.sum()
    cases.append(
        layer_case(
            f"DropBlock of side {side}", numbers(batch, height, width, channels, seed=20 + side),
            lambda x: x * mask, {}))

# Stochastic depth: x + s · b · f(x) with f a dense layer and tanh. Decisions are b = 0 or 1, for the
# batch from a number of 53 bits, for each row from a word of 32.
words = stream(0, "0.depth", 0, 5)
uniform = ((words[0] << 21) ^ (words[1] >> 11)) * 2.0**-53
decisions = {}
for p in [0.25, 0.5, 0.75]:
    decisions["batch", p] = torch.tensor(float(uniform >= p))
    decisions["row", p] = torch.tensor([float(w >= int(p * 2**32)) for w in words])[:, None]
assert {float(decisions["batch", p]) for p in [0.25, 0.75]} == {0, 1}
assert 0 < decisions["row", 0.5].sum() < 5
for mode, p, scaling, training in [
    *[("batch", p, s, True) for p in [0.25, 0.75] for s in ["training", "evaluation"]],
    *[("row", 0.5, s, True) for s in ["training", "evaluation"]],
    *[("row", 0.25, s, False) for s in ["training", "evaluation"]],
]:
    dw = numbers(4, 4, seed=30).requires_grad_()
    db = numbers(4, seed=31).requires_grad_()
    if training:
        factor = decisions[mode, p] / (1 - p if scaling == "training" else 1)
    else:
        factor = 1 - p if scaling == "evaluation" else 1
    name = f"depth by {mode}, {p}, scaled in {scaling}" + ("" if training else ", at inference")
    cases.append(
        layer_case(
            name, numbers(5, 4, seed=32), lambda x: x + factor * torch.tanh(x @ dw + db),
            {"0.0.weight": (dw, lambda t: t), "0.0.bias": (db, lambda t: t)}))

# Monte-Carlo dropout: five draws of Dropout(p: 0.3) and a dense layer.
inputs = numbers(3, 4, seed=8)
dense = numbers(3, 4, seed=9)
bias = numbers(3, seed=10)
draws = torch.stack(
    [linear(inputs * kept(0.3, 3, 4, step=i) / 0.7, dense, bias) for i in range(5)])
p = draws.softmax(-1).mean(0)
cases.append({
    "name": "Monte-Carlo dropout",
    "tensors": {
        "x": tensor(inputs), "weight": tensor(dense.T), "bias": tensor(bias),
        "draws": tensor(draws), "mean": tensor(draws.mean(0)),
        "variance": tensor(draws.var(0, correction=0)), "probabilities": tensor(p),
        "entropy": tensor(torch.distributions.Categorical(p).entropy())}})
write(__file__, cases)
