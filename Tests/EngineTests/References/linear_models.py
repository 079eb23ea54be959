"""Writes linear_models.json: scikit-learn's coefficients on the diabetes data.

Run from the repository's folder: python3 Tests/EngineTests/References/linear_models.py
The columns are standardized (mean 0, variance 1 over n) and the target is centred, as in
Diabetes.standardized.
"""

import json
import pathlib

import numpy
import sklearn
from sklearn.linear_model import ElasticNet, Lasso, Ridge

table = numpy.loadtxt("chapters/data/diabetes.csv", delimiter=",", skiprows=1)
x, y = table[:, :10], table[:, 10]
x = (x - x.mean(axis=0)) / x.std(axis=0)
y = y - y.mean()
n = len(y)
exact = dict(fit_intercept=False, tol=1e-14, max_iter=10**7)

cases = []
for l1 in [30, 10, 2, 0.5, 0.05]:
    w = Lasso(alpha=l1, **exact).fit(x, y).coef_
    cases.append({"model": "lasso", "l1": l1, "l2": 0, "coefficients": w.tolist()})
for l1, l2 in [(10, 0.1), (2, 1), (0.5, 0.01), (0.05, 10)]:
    model = ElasticNet(alpha=l1 + l2, l1_ratio=l1 / (l1 + l2), **exact)
    cases.append({"model": "elastic net", "l1": l1, "l2": l2,
                  "coefficients": model.fit(x, y).coef_.tolist()})
for l2 in [0.001, 0.1, 1, 10, 100]:
    w = Ridge(alpha=n * l2, fit_intercept=False, solver="cholesky").fit(x, y).coef_
    cases.append({"model": "ridge", "l1": 0, "l2": l2, "coefficients": w.tolist()})

versions = {"scikit-learn": sklearn.__version__, "NumPy": numpy.__version__}
reference = {"versions": versions, "cases": cases}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(reference, indent=1) + "\n")
