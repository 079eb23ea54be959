"""Writes torch_vision.json: PyTorch's convolutions, pools, batch normalisation and residual blocks.
Run: python3 Tests/EngineTests/References/torch_vision.py"""

import torch

from reference import layer_case, numbers, write

nn = torch.nn


def first(x):
    """Channels last, as the engine has them, to channels first."""
    return x.movedim(-1, 1)


def last(x):
    """Channels first to channels last."""
    return x.movedim(1, -1)


def hwio(w):
    """A convolution's weight, [out, in, …], in the engine's layout, […, in, out]."""
    return w.movedim(0, -1).movedim(0, -2)


def same(w):
    return w


def fill(module, seed):
    """Known numbers for all parameters."""
    for i, p in enumerate(module.parameters()):
        p.data = numbers(*p.shape, seed=seed + i, scale=0.5)
    return module


def convolution(name, shape, layer, seed):
    fill(layer, seed)
    parameters = {"0.weight": (layer.weight, hwio)}
    if layer.bias is not None:
        parameters["0.bias"] = (layer.bias, same)
    return layer_case(
        name, numbers(*shape, seed=seed + 10), lambda x: last(layer(first(x))), parameters)


def pool(name, shape, layer, seed):
    return layer_case(name, numbers(*shape, seed=seed), lambda x: last(layer(first(x))), {})


def batch_norm(name, shape, layer, seed, steps):
    """The layer after `steps` of training on other batches, then once more in its mode."""
    fill(layer, seed)
    before = {"0.runningMean": layer.running_mean.clone(), "0.runningVariance": layer.running_var.clone()}
    if steps:
        for i in range(steps):
            layer(first(numbers(*shape, seed=seed + 20 + i)))
        layer.eval()
        before = {
            "0.runningMean": layer.running_mean.clone(), "0.runningVariance": layer.running_var.clone()}
    case = layer_case(
        name, numbers(*shape, seed=seed + 10) * 2 + 1, lambda x: last(layer(first(x))),
        {"0.weight": (layer.weight, same), "0.bias": (layer.bias, same)}, **before)
    if not steps:
        case["tensors"]["mean after"] = {"shape": [shape[-1]], "values": layer.running_mean.tolist()}
        case["tensors"]["variance after"] = {"shape": [shape[-1]], "values": layer.running_var.tolist()}
    return case


cases = [
    convolution("Conv2d", (2, 5, 6, 3), nn.Conv2d(3, 4, 3), 100),
    convolution("Conv2d padding", (2, 5, 6, 3), nn.Conv2d(3, 4, 3, padding=1), 200),
    convolution("Conv2d stride", (2, 7, 6, 2), nn.Conv2d(2, 3, 3, stride=2, padding=1, bias=False), 300),
    convolution(
        "Conv2d circular", (2, 5, 6, 2), nn.Conv2d(2, 3, 3, padding=2, padding_mode="circular"), 400),
    convolution(
        "Conv2d circular stride", (1, 6, 6, 2),
        nn.Conv2d(2, 3, 3, stride=2, padding=1, padding_mode="circular"), 450),
    convolution("Conv1d", (2, 7, 3), nn.Conv1d(3, 4, 3, stride=2, padding=1), 500),
    convolution(
        "Conv1d circular", (2, 7, 3), nn.Conv1d(3, 4, 3, padding=1, padding_mode="circular"), 600),
    pool("MaxPool2d", (2, 5, 6, 3), nn.MaxPool2d(2), 700),
    pool("MaxPool2d overlapping", (2, 7, 6, 2), nn.MaxPool2d(3, stride=2), 710),
    pool("MaxPool1d", (2, 7, 3), nn.MaxPool1d(3, stride=2), 720),
    pool("AvgPool2d", (2, 5, 6, 3), nn.AvgPool2d(2), 730),
    pool("AvgPool2d overlapping", (2, 7, 6, 2), nn.AvgPool2d(3, stride=2), 740),
    pool("AvgPool1d", (2, 7, 3), nn.AvgPool1d(3, stride=2), 750),
    pool("GlobalAvgPool2d", (2, 4, 5, 3), lambda x: nn.functional.adaptive_avg_pool2d(x, 1).flatten(1), 760),
    pool("GlobalAvgPool1d", (2, 5, 3), lambda x: nn.functional.adaptive_avg_pool1d(x, 1).flatten(1), 770),
    batch_norm("BatchNorm1d", (6, 4), nn.BatchNorm1d(4), 800, 0),
    batch_norm("BatchNorm1d evaluation", (6, 4), nn.BatchNorm1d(4), 900, 3),
    batch_norm("BatchNorm2d", (3, 4, 2, 3), nn.BatchNorm2d(3, eps=1e-3, momentum=0.3), 1000, 0),
    batch_norm("BatchNorm2d evaluation", (3, 4, 2, 3), nn.BatchNorm2d(3), 1100, 3),
]

# A ReLU where two pixels of a window are equal: the first in row-major order has the gradient.
ties = torch.tensor([[1., 1, 0, 2], [1, 1, 2, 2], [0, 0, 3, 1], [0, 0, 3, 3]]).reshape(1, 4, 4, 1)
cases.append(layer_case("MaxPool2d ties", ties, lambda x: last(nn.MaxPool2d(2)(first(x))), {}))


class Block(nn.Module):
    """relu(shortcut(x) + bn(conv(relu(conv(x)))))"""

    def __init__(self):
        super().__init__()
        self.one = nn.Conv2d(2, 4, 3, stride=2, padding=1)
        self.two = nn.Conv2d(4, 4, 3, padding=1, bias=False)
        self.norm = nn.BatchNorm2d(4)
        self.shortcut = nn.Conv2d(2, 4, 1, stride=2)

    def forward(self, x):
        y = self.norm(self.two(torch.relu(self.one(x))))
        return torch.relu(y + self.shortcut(x))


block = fill(Block(), 1200)
cases.append(
    layer_case(
        "Residual", numbers(3, 5, 4, 2, seed=1250), lambda x: last(block(first(x))), {
            "0.0.weight": (block.one.weight, hwio), "0.0.bias": (block.one.bias, same),
            "0.2.weight": (block.two.weight, hwio), "0.3.weight": (block.norm.weight, same),
            "0.3.bias": (block.norm.bias, same), "0.shortcut.0.weight": (block.shortcut.weight, hwio),
            "0.shortcut.0.bias": (block.shortcut.bias, same)}))

# Flat examples, channels last, to images, through a convolution and back to rows.
conv, dense = fill(nn.Conv2d(2, 3, 2), 1260), fill(nn.Linear(18, 2), 1270)
cases.append(
    layer_case(
        "Flatten", numbers(2, 24, seed=1280),
        lambda x: dense(last(conv(first(x.unflatten(1, (3, 4, 2))))).flatten(1)), {
            "0.1.weight": (conv.weight, hwio), "0.1.bias": (conv.bias, same),
            "0.3.weight": (dense.weight, lambda w: w.T), "0.3.bias": (dense.bias, same)}))

# The statistics that swa_utils.update_bn computes from 8 images in batches of 3, 3 and 2.
torch.manual_seed(0)
net = nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2), nn.ReLU())
fill(net, 1300)
data = numbers(8, 4, 4, 1, seed=1350)
batches = [(first(data[i:i + 3]),) for i in (0, 3, 6)]
torch.optim.swa_utils.update_bn(batches, net)
cases.append({
    "name": "update_bn", "tensors": {
        k: {"shape": list(v.shape), "values": [float(f"{n:.10g}") for n in v.detach().flatten()]}
        for k, v in {
            "x": data, "0.weight": hwio(net[0].weight), "0.bias": net[0].bias,
            "1.weight": net[1].weight, "1.bias": net[1].bias,
            "1.runningMean": net[1].running_mean, "1.runningVariance": net[1].running_var}.items()}})
write(__file__, cases)
