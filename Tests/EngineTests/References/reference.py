"""What the scripts beside this file share: tensors as JSON, and a layer's outputs and gradients.

PyTorch computes in double precision on numbers that single precision holds exactly, so that what
the tests see is the engine's own rounding.
"""

import json
import pathlib

import numpy
import torch

torch.set_default_dtype(torch.float64)


def numbers(*shape, seed, scale=1.0):
    """Normal numbers that float32 holds exactly."""
    random = numpy.random.default_rng(seed)
    return torch.from_numpy((scale * random.standard_normal(shape)).astype("float32")).double()


def tensor(value):
    """A tensor with its shape, ten digits a number."""
    value = torch.as_tensor(value).detach().double()
    return {"shape": list(value.shape), "values": [float(f"{v:.10g}") for v in value.flatten()]}


def layer_case(name, x, forward, parameters, seed=99, **tensors):
    """A case with the output y and the gradients of sum(y * direction) for random directions.

    `parameters` maps the engine's names to (tensor that requires a gradient, function that turns
    PyTorch's layout into the engine's).
    """
    x = x.clone().requires_grad_(x.is_floating_point())
    y = forward(x)
    direction = numbers(*y.shape, seed=seed)
    (y * direction).sum().backward()
    case = {"x": tensor(x), "y": tensor(y), "direction": tensor(direction)}
    if x.grad is not None:
        case["gradient x"] = tensor(x.grad)
    for key, (parameter, layout) in parameters.items():
        case[key] = tensor(layout(parameter))
        case["gradient " + key] = tensor(layout(parameter.grad))
    for key, value in tensors.items():
        case[key] = tensor(value)
    return {"name": name, "tensors": case}


def write(script, cases, **versions):
    """Writes the cases into a JSON file beside the script, one line a tensor."""
    versions = {"PyTorch": torch.__version__.split("+")[0], **versions}
    path = pathlib.Path(script).with_suffix(".json")
    lines = []
    for case in cases:
        inner = ",\n  ".join(f"{json.dumps(k)}: {json.dumps(v)}" for k, v in case["tensors"].items())
        lines.append(f'{{"name": {json.dumps(case["name"])}, "tensors": {{\n  {inner}}}}}')
    path.write_text(
        f'{{"versions": {json.dumps(versions)}, "cases": [\n' + ",\n".join(lines) + "]}\n")
