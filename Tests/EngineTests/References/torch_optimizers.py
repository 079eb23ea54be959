"""Writes torch_optimizers.json: PyTorch's optimizers, clipping, averages and schedules on a quadratic.

Run: python3 Tests/EngineTests/References/torch_optimizers.py
A path is the parameters w after each of ten steps on the loss sum(h (w - c)^2) / 2.
"""

import torch
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn, get_swa_avg_fn

from reference import numbers, tensor, write

STEPS = 10
SHAPE = (3, 4)
start = numbers(*SHAPE, seed=1)
center = numbers(*SHAPE, seed=2)
curvature = numbers(*SHAPE, seed=3).abs() + 0.125
cases = [{"name": "problem", "tensors": {
    "start": tensor(start), "center": tensor(center), "curvature": tensor(curvature)}}]


class Point(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.w = torch.nn.Parameter(start.clone())

    def gradient(self):
        self.w.grad = (curvature * (self.w - center)).detach()


def add(name, **tensors):
    cases.append({"name": name, "tensors": {k: tensor(v) for k, v in tensors.items()}})


def path(name, make, climb=0, before=None):
    point = Point()
    optimizer = make([point.w])
    steps = []
    for _ in range(STEPS):
        point.gradient()
        if climb:
            here = point.w.detach().clone()
            point.w.data += climb * point.w.grad / point.w.grad.norm()
            point.gradient()
            point.w.data = here
        if before:
            before(point.w)
        optimizer.step()
        steps.append(point.w.detach().clone())
    add(name, path=torch.stack(steps))


SGD, RMS, Ada = torch.optim.SGD, torch.optim.RMSprop, torch.optim.Adagrad
Adam, AdamW = torch.optim.Adam, torch.optim.AdamW
path("SGD", lambda w: SGD(w, lr=0.1))
path("SGD decay", lambda w: SGD(w, lr=0.1, weight_decay=0.3))
path("SGD momentum", lambda w: SGD(w, lr=0.1, momentum=0.9))
path("SGD dampening", lambda w: SGD(w, lr=0.1, momentum=0.9, dampening=0.5, weight_decay=0.3))
path("SGD Nesterov", lambda w: SGD(w, lr=0.1, momentum=0.9, nesterov=True, weight_decay=0.3))
path("Adagrad", lambda w: Ada(w, lr=0.1))
path("Adagrad decay", lambda w: Ada(w, lr=0.1, lr_decay=0.2, weight_decay=0.3))
path("RMSprop", lambda w: RMS(w, lr=0.05))
path("RMSprop momentum", lambda w: RMS(w, lr=0.05, alpha=0.9, momentum=0.8, weight_decay=0.3))
path("RMSprop centered", lambda w: RMS(w, lr=0.05, alpha=0.9, centered=True))
path("RMSprop all", lambda w: RMS(w, lr=0.05, alpha=0.9, momentum=0.8, centered=True, weight_decay=0.3))
path("Adam", lambda w: Adam(w, lr=0.05))
path("Adam decay", lambda w: Adam(w, lr=0.05, betas=(0.8, 0.95), eps=1e-3, weight_decay=0.3))
path("AdamW", lambda w: AdamW(w, lr=0.05, weight_decay=0.3))
path("SAM SGD", lambda w: SGD(w, lr=0.1, momentum=0.9), climb=0.3)
path("SAM Adam", lambda w: Adam(w, lr=0.05), climb=0.3)


def penalized(penalty):
    def add_gradient(w):
        here = w.detach().clone().requires_grad_()
        penalty(here).backward()
        w.grad = w.grad + here.grad
    return add_gradient


plain = lambda w: SGD(w, lr=0.1)
path("L1", plain, before=penalized(lambda w: 0.2 * w.abs().sum()))
path("L2", plain, before=penalized(lambda w: 0.2 / 2 * w.square().sum()))
path("elastic net", plain,
     before=penalized(lambda w: 0.2 * w.abs().sum() + 0.3 / 2 * w.square().sum()))


def decay(rate):
    def multiply(w):
        w.data *= 1 - rate
    return multiply


path("SGDW", lambda w: SGD(w, lr=0.1, momentum=0.9), before=decay(0.1 * 0.3))
path("SGDW Nesterov", lambda w: SGD(w, lr=0.1, momentum=0.9, nesterov=True), before=decay(0.1 * 0.3))

clipped = [torch.nn.Parameter(torch.zeros(*SHAPE)) for _ in range(2)]
g = [numbers(*SHAPE, seed=10), numbers(*SHAPE, seed=11)]
for name, clip in {
    "clip norm": lambda: torch.nn.utils.clip_grad_norm_(clipped, 1.5),
    "clip norm unused": lambda: torch.nn.utils.clip_grad_norm_(clipped, 100),
    "clip value": lambda: torch.nn.utils.clip_grad_value_(clipped, 0.5),
}.items():
    for parameter, gradient in zip(clipped, g):
        parameter.grad = gradient.clone()
    clip()
    add(name, gradient=torch.cat(g), clipped=torch.cat([p.grad for p in clipped]))

columns = numbers(5, 20, seed=12)
add("max norm", w=columns, limited=torch.renorm(columns, p=2, dim=1, maxnorm=2))

for name, average in {
    "EMA": dict(multi_avg_fn=get_ema_multi_avg_fn(0.8)), "SWA": dict(avg_fn=get_swa_avg_fn()),
}.items():
    point = Point()
    optimizer = SGD([point.w], lr=0.1)
    averaged = AveragedModel(point, **average)
    means = []
    for _ in range(STEPS):
        point.gradient()
        optimizer.step()
        averaged.update_parameters(point)
        means.append(averaged.module.w.detach().clone())
    add(name, path=torch.stack(means))

S = torch.optim.lr_scheduler


def rates(name, make, steps=20):
    optimizer = SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.5)
    scheduler = make(optimizer)
    found = []
    for _ in range(steps):
        found.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    add(name, rates=torch.tensor(found))


rates("StepLR", lambda o: S.StepLR(o, step_size=3, gamma=0.1))
rates("CosineAnnealingLR", lambda o: S.CosineAnnealingLR(o, T_max=20, eta_min=0.01))
rates("LinearLR", lambda o: S.LinearLR(o, start_factor=1, end_factor=0.1, total_iters=20))
rates("warm-up", lambda o: S.LinearLR(o, start_factor=1 / 5, end_factor=1, total_iters=4))
rates("warm-up and cosine", lambda o: S.SequentialLR(
    o, [S.LinearLR(o, start_factor=1 / 5, end_factor=1, total_iters=4),
        S.CosineAnnealingLR(o, T_max=15)], milestones=[5]))

write(__file__, cases)
