"""Writes torch_dense.json: PyTorch's dense layers. Run: python3 Tests/EngineTests/References/torch_dense.py"""

import torch

from reference import layer_case, numbers, write

cases = []
layer = torch.nn.Linear(5, 3)
layer.weight.data = numbers(3, 5, seed=1)
layer.bias.data = numbers(3, seed=2)
cases.append(
    layer_case(
        "Linear", numbers(4, 5, seed=3), layer,
        {"0.weight": (layer.weight, lambda w: w.T), "0.bias": (layer.bias, lambda b: b)}))
write(__file__, cases)
