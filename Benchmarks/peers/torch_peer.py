"""The cases in PyTorch: `eager`, or `compile` for torch.compile. `chapter` trains one and ends."""

import sys

import torch
from cases import answer_requests, batches, digits, fill
from torch import nn

torch.set_num_threads(1)
torch.manual_seed(0)


class Image(nn.Module):
    def __init__(self, side):
        super().__init__()
        self.side = side

    def forward(self, x):
        return x.view(-1, 1, self.side, self.side).to(memory_format=torch.channels_last)


class Flat(nn.Module):
    """Flattens channels last, as the engine does."""

    def forward(self, x):
        return x.permute(0, 2, 3, 1).flatten(1)


class LastState(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(32, 64, batch_first=True)

    def forward(self, x):
        return self.lstm(x.view(-1, 20, 32))[0][:, -1]


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.block = nn.TransformerEncoderLayer(
            64, 4, 256, dropout=0, batch_first=True, norm_first=True
        )

    def forward(self, x):
        return self.block(x.view(-1, 32, 64)).mean(1)


def mlp(*between):
    layers = []
    for _ in range(2):
        layers += [nn.Linear(64, 64)] + [make() for make in between]
    return nn.Sequential(*layers, nn.Linear(64, 10))


def network(case):
    if case == "a":
        return mlp(nn.ReLU)
    if case.startswith("b"):
        return mlp(nn.ReLU, lambda: nn.Dropout(0.5))
    if case == "c":
        return mlp(lambda: nn.BatchNorm1d(64), nn.ReLU)
    if case == "d":
        return nn.Sequential(
            nn.Linear(784, 512), nn.ReLU(), nn.Linear(512, 512), nn.ReLU(), nn.Linear(512, 10)
        )
    if case == "e":
        layers = [Image(8), nn.Conv2d(1, 16, 3, padding=1), nn.ReLU()]
        layers += [nn.Conv2d(16, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)]
        net = nn.Sequential(*layers, Flat(), nn.Linear(512, 10))
        return net.to(memory_format=torch.channels_last)
    if case == "f":
        layers = [Image(28), nn.Conv2d(1, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)]
        layers += [nn.Conv2d(32, 64, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)]
        net = nn.Sequential(*layers, Flat(), nn.Linear(3136, 128), nn.ReLU(), nn.Linear(128, 10))
        return net.to(memory_format=torch.channels_last)
    if case == "g":
        return nn.Sequential(LastState(), nn.Linear(64, 10))
    if case == "h":
        return nn.Sequential(Block(), nn.Linear(64, 10))
    raise NotImplementedError


def filled(net):
    """The engine's numbers: its matrices are [inputs, outputs] and [height, width, in, out]."""
    with torch.no_grad():
        for name, p in net.named_parameters():
            if p.dim() == 2:
                p.copy_(torch.from_numpy(fill(p.shape[1], p.shape[0])).T)
            elif p.dim() == 4:
                o, i, h, w = p.shape
                p.copy_(torch.from_numpy(fill(h, w, i, o)).permute(3, 2, 0, 1))
            elif "bias" in name:
                p.zero_()
    return net


def optimizer(case, net):
    if case in ("a", "c"):
        return torch.optim.SGD(net.parameters(), lr=0.01, momentum=0.9, fused=True)
    if case == "b-adamw":
        return torch.optim.AdamW(net.parameters(), lr=1e-3, fused=True)
    return torch.optim.Adam(net.parameters(), lr=1e-3, fused=True)


def prepare(case):
    if case.startswith("product-"):
        if MODE == "compile":
            raise NotImplementedError  # the same as without
        n = int(case.split("-")[1])
        a, b = torch.from_numpy(fill(n, n, size=1)), torch.from_numpy(fill(n, n, size=1, salt=1))
        c = torch.zeros(n, n)
        return None, lambda: torch.mm(a, b, out=c), 1
    net = filled(network(case))
    moves = optimizer(case, net)
    compute = lambda x, y: nn.functional.cross_entropy(net(x), y)
    if MODE == "compile":
        compute = torch.compile(compute)
    data = [(torch.from_numpy(x), torch.from_numpy(y)) for x, y in zip(*batches(case))]

    def step(x, y):
        moves.zero_grad(set_to_none=True)
        loss = compute(x, y)
        loss.backward()
        moves.step()
        return loss

    for i in range(10):
        loss = step(*data[i % len(data)])

    def epoch():
        for x, y in data:
            step(x, y)

    return loss.item(), epoch, len(data)


def chapter():
    x, y = (torch.from_numpy(part) for part in digits())
    right = 0.0
    for run in range(40):
        rate, seed = 0.005 * (run // 5 + 1), run % 5
        torch.manual_seed(seed)
        order = torch.randperm(len(x))
        train, test = order[:1437], order[1437:]
        net = mlp(nn.ReLU)
        moves = torch.optim.SGD(net.parameters(), lr=rate, momentum=0.9, fused=True)
        for _ in range(50):
            for rows in train[torch.randperm(1437)].split(32):
                moves.zero_grad(set_to_none=True)
                nn.functional.cross_entropy(net(x[rows]), y[rows]).backward()
                moves.step()
        with torch.no_grad():
            right += (net(x[test]).argmax(1) == y[test]).float().mean().item()
    print(right / 40)


MODE = sys.argv[1]
if MODE == "chapter":
    chapter()
else:
    answer_requests(prepare)
