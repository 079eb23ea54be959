"""Writes numpy_closed_forms.json: the pseudo-inverse, and gradient descent done step by step.

Run: python3 Tests/EngineTests/References/numpy_closed_forms.py
"""

import numpy

from reference import tensor, write

cases = []  # ten digits are written, so four decimals are exact
random = numpy.random.default_rng(1)
for name, n, p in [("tall", 8, 5), ("wide", 5, 8), ("dependent", 8, 5)]:
    x = random.standard_normal((n, p)).round(4)
    if name == "dependent":
        x[:, 4] = x[:, 0] - 2 * x[:, 1]
    y = random.standard_normal(n).round(4)
    w = numpy.zeros(p)
    path = []
    for _ in range(40):
        w = w - 0.1 * x.T @ (x @ w - y) / n
        path.append(w)
    tensors = {"x": x, "y": y, "minimum norm": numpy.linalg.pinv(x) @ y, "path": numpy.array(path)}
    cases.append({"name": name, "tensors": {k: tensor(v) for k, v in tensors.items()}})
write(__file__, cases, NumPy=numpy.__version__)
