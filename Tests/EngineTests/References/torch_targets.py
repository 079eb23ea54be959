"""Writes torch_targets.json: PyTorch's losses of logits with smoothed and soft targets, entropies, and
the temperature that SciPy finds.

Run: python3 Tests/EngineTests/References/torch_targets.py
A case has the logits x, the loss y and its gradient.
"""

import scipy.optimize
import torch
from torch.distributions import Categorical
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy, one_hot

from reference import numbers, tensor, write

ROWS, CLASSES, EPSILON = 6, 5, 0.1
logits = numbers(ROWS, CLASSES, seed=1, scale=3)
labels = torch.tensor([0, 4, 2, 2, 1, 3])
soft = torch.softmax(numbers(ROWS, CLASSES, seed=2), dim=1).float().double()
cases = []


def add(name, loss, x=logits, **tensors):
    x = x.clone().requires_grad_()
    y = loss(x)
    y.backward()
    cases.append({"name": name, "tensors": {
        k: tensor(v) for k, v in {"x": x, "y": y, "gradient x": x.grad, **tensors}.items()}})


hard = one_hot(labels, CLASSES).double()
others = (1 - EPSILON) * hard + EPSILON / (CLASSES - 1) * (1 - hard)
add("smoothing of all", lambda x: cross_entropy(x, labels, label_smoothing=EPSILON), labels=labels)
add("smoothing of others", lambda x: cross_entropy(x, others), labels=labels)
add("soft targets", lambda x: cross_entropy(x, soft), targets=soft)
add("smoothed soft targets", lambda x: cross_entropy(x, soft, label_smoothing=EPSILON), targets=soft)
add("entropy", lambda x: Categorical(logits=x).entropy().mean())
add("confidence penalty",
    lambda x: cross_entropy(x, labels) - 0.3 * Categorical(logits=x).entropy().mean(), labels=labels)
advantages = numbers(ROWS, seed=3)
add("policy gradient",
    lambda x: -(advantages * Categorical(logits=x).log_prob(labels)).mean(), labels=labels,
    advantages=advantages)
binary = numbers(ROWS, CLASSES, seed=4, scale=8)
targets = torch.rand(ROWS, CLASSES, generator=torch.Generator().manual_seed(5)).float().double()
add("binary", lambda x: binary_cross_entropy_with_logits(x, targets), x=binary, targets=targets)

wide = numbers(60, CLASSES, seed=6, scale=4)
chances = torch.softmax(wide / 2.5, dim=1)
drawn = torch.multinomial(chances, 1, generator=torch.Generator().manual_seed(7)).flatten()
found = scipy.optimize.minimize_scalar(
    lambda t: cross_entropy(wide / t, drawn).item(), bounds=(0.1, 20), method="bounded",
    options={"xatol": 1e-12})
cases.append({"name": "temperature", "tensors": {
    "x": tensor(wide), "labels": tensor(drawn), "temperature": tensor(found.x)}})
write(__file__, cases, SciPy=scipy.__version__)
