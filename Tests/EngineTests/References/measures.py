"""Writes measures.json: measures of classifiers by scikit-learn, SciPy, NumPy and PyTorch.

Run: python3 Tests/EngineTests/References/measures.py
"""

import numpy
import scipy
import sklearn
import torch
from scipy import stats
from sklearn.metrics import accuracy_score, confusion_matrix, log_loss

from random_streams import normals
from reference import numbers, tensor, write

cases = []

# A classifier of 60 examples and 4 classes that is right more often than not.
random = numpy.random.default_rng(1)
labels = random.integers(0, 4, 60)
logits = numbers(60, 4, seed=2, scale=1.5)
logits[torch.arange(60), torch.from_numpy(labels)] += 1.5
logits = logits.float().double()
p = logits.softmax(1).numpy()
predicted = p.argmax(1)


def calibration(bins):
    """Guo et al. 2017, equations 2 and 3: bin m holds the confidences in ((m − 1)/M, m/M]."""
    confidence, right = p.max(1), predicted == labels
    edges = numpy.linspace(0, 1, bins + 1)
    rows, error = [], 0.0
    for low, high in zip(edges[:-1], edges[1:]):
        inside = (confidence > low) & (confidence <= high)
        if inside.any():
            rows.append([inside.sum(), confidence[inside].mean(), right[inside].mean()])
            error += inside.mean() * abs(right[inside].mean() - confidence[inside].mean())
    return rows, error


cases.append({
    "name": "classifier",
    "tensors": {
        "logits": tensor(logits), "labels": tensor(labels),
        "accuracy": tensor(accuracy_score(labels, predicted)),
        "log loss": tensor(log_loss(labels, p)),
        "confusion": tensor(confusion_matrix(labels, predicted)),
        "error 15": tensor(calibration(15)[1]), "error 7": tensor(calibration(7)[1]),
        "bins 15": tensor(numpy.array(calibration(15)[0]))}})

# Gradients with respect to inputs, and the fast gradient sign method.
w1, b1 = numbers(5, 6, seed=3).requires_grad_(), numbers(6, seed=4)
w2, b2 = numbers(6, 3, seed=5), numbers(3, seed=6)


def network(x):
    return torch.tanh(x @ w1 + b1) @ w2 + b2


x = numbers(20, 5, seed=7).requires_grad_()
classes = torch.from_numpy(random.integers(0, 3, 20))
classes[::2] = network(x).argmax(1)[::2]
torch.nn.functional.cross_entropy(network(x), classes, reduction="sum").backward()
moved = (x + 0.25 * x.grad.sign()).detach()
noise = torch.tensor(normals(3, "flip rate", 0, 100)).reshape(20, 5)
flipped = network(x + 0.5 * noise).argmax(1) != network(x).argmax(1)
cases.append({
    "name": "inputs",
    "tensors": {
        "x": tensor(x), "labels": tensor(classes), "0.weight": tensor(w1), "0.bias": tensor(b1),
        "2.weight": tensor(w2), "2.bias": tensor(b2), "gradient": tensor(x.grad),
        "norm": tensor(x.grad.norm(dim=1).mean()), "moved": tensor(moved),
        "accuracy": tensor((network(moved).argmax(1) == classes).double().mean()),
        "flip rate": tensor(flipped.double().mean())}})

predictions, truth = numbers(7, 9, seed=8), numbers(9, seed=9)
cases.append({
    "name": "bias and variance",
    "tensors": {
        "predictions": tensor(predictions), "truth": tensor(truth),
        "bias": tensor(((predictions.mean(0) - truth) ** 2).mean()),
        "variance": tensor(predictions.var(0, correction=0).mean()),
        "error": tensor(((predictions - truth) ** 2).mean())}})

a, b = numbers(6, seed=10).numpy(), numbers(6, seed=11).numpy() + 0.5
test = stats.ttest_rel(a, b)
cases.append({
    "name": "samples",
    "tensors": {
        "a": tensor(a), "b": tensor(b), "deviation": tensor(a.std(ddof=1)),
        "error": tensor(stats.sem(a)),
        "interval 95": tensor(stats.t.interval(0.95, 5, a.mean(), stats.sem(a))),
        "interval 90": tensor(stats.t.interval(0.9, 5, (a - b).mean(), stats.sem(a - b))),
        "p": tensor(test.pvalue)}})
write(
    __file__, cases, NumPy=numpy.__version__, SciPy=scipy.__version__,
    **{"scikit-learn": sklearn.__version__})
