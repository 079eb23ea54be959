"""Writes onnx_cases.jsonl and onnx_skipped.txt: the test cases of ONNX that the engine can run.

Run: python3 Tests/EngineTests/References/onnx_cases.py (with onnx==1.22.0, the last wheel whose node
tests lie on disk). A case is one operation with its inputs and the outputs that ONNX expects. Layouts
are turned into the engine's here: channels last, weights [inputs, outputs] and HWIO, gates in PyTorch's
order, the softmax over the last dimension. Numbers stay what they are: the shortest digits that give
the float32 back.
"""

import collections
import json
import pathlib

import numpy
import onnx
from onnx import helper, numpy_helper

LARGEST = 7000  # numbers in a case; more would make the committed file large
DATA = pathlib.Path(onnx.__file__).parent / "backend/test/data"
FOLDERS = ["node", "pytorch-converted", "pytorch-operator"]


class Skip(Exception):
    """Why a case is left out."""


def need(condition, reason):
    if not condition:
        raise Skip(reason)


class Case:
    """A model of one operation, its inputs by the operation's order, and its outputs."""

    def __init__(self, folder):
        model = onnx.load(folder / "model.onnx")
        need(len(model.graph.node) == 1, "a graph of several operations")
        node = model.graph.node[0]
        self.op, self.opset = node.op_type, model.opset_import[0].version
        need(self.op in CONVERTERS, f"the engine has no {self.op}")
        self.attributes = {a.name: helper.get_attribute_value(a) for a in node.attribute}
        self.name = folder.name.removeprefix("test_")
        values = {t.name: numpy_helper.to_array(t) for t in model.graph.initializer}
        names = [v.name for v in model.graph.input if v.name not in values]
        self.inputs, self.outputs = self.read(folder, "input", names), {}
        self.inputs.update(values)
        self.inputs = [self.inputs.get(name) if name else None for name in node.input]
        outputs = self.read(folder, "output", [v.name for v in model.graph.output])
        self.outputs = [outputs.get(name) if name else None for name in node.output]

    def read(self, folder, kind, names):
        found = {}
        for i, name in enumerate(names):
            path = folder / "test_data_set_0" / f"{kind}_{i}.pb"
            if path.exists():
                tensor = onnx.TensorProto()
                tensor.ParseFromString(path.read_bytes())
                found[name] = numpy_helper.to_array(tensor)
        return found

    def get(self, name, default=None):
        return self.attributes.get(name, default)

    def input(self, i):
        return self.inputs[i] if i < len(self.inputs) else None

    def output(self, i):
        return self.outputs[i] if i < len(self.outputs) else None


def floats(*arrays):
    for a in arrays:
        need(a is None or a.dtype == numpy.float32, "not float32")


def elementwise(case):
    a, b, y = case.inputs[0], case.inputs[1], case.outputs[0]
    floats(a, b)
    row = case.op == "Add" and b.ndim == 1 and b.shape[0] == a.shape[-1]
    need(a.shape == b.shape or row, "broadcasting other than a bias's")
    return {}, {"a": a, "b": b, "y": y}


def unary(case):
    x = case.inputs[0]
    floats(x)
    need(case.get("approximate", b"none") == b"none", "GELU's approximation by tanh")
    attributes = {"slope": case.get("alpha", 0.01)} if case.op == "LeakyRelu" else {}
    return attributes, {"x": x, "y": case.outputs[0]}


def softmax(case):
    x, y = case.inputs[0], case.outputs[0]
    floats(x)
    axis = case.get("axis", -1 if case.opset >= 13 else 1) % x.ndim
    if case.opset < 13:  # everything from the axis on is one dimension
        rows = int(numpy.prod(x.shape[:axis]))
        return {}, {"x": x.reshape(rows, -1), "y": y.reshape(rows, -1)}
    return {}, {"x": numpy.moveaxis(x, axis, -1), "y": numpy.moveaxis(y, axis, -1)}


def gemm(case):
    a, b, c = case.inputs[0], case.inputs[1], case.input(2)
    floats(a, b, c)
    a = a.T if case.get("transA", 0) else a
    b = b.T if case.get("transB", 0) else b
    tensors = {"a": a, "b": b, "y": case.outputs[0]}
    if c is not None:
        shape = tensors["y"].shape
        small = c.ndim < 2 or c.shape[0] == 1 and shape[0] > 1
        tensors["c"] = numpy.broadcast_to(c, shape)[0] if small else numpy.broadcast_to(c, shape)
    return {"alpha": case.get("alpha", 1.0), "beta": case.get("beta", 1.0)}, tensors


def matmul(case):
    a, b, y = case.inputs[0], case.inputs[1], case.outputs[0]
    floats(a, b)
    need(b.ndim <= 2, "a batch of right factors")
    if b.ndim == 1:
        b, y = b[:, None], y[..., None]
    return {}, {"a": a, "b": b, "y": y}


def channels_last(x):
    """[N, C, L] as [N, L, C], [N, C, H, W] as [N, H, W, C]."""
    return numpy.moveaxis(x, 1, -1)


def window(case, x, kernel):
    """Stride and padding, the same in every direction as the engine has it."""
    need(x.ndim in (3, 4), "three spatial dimensions")
    dimensions = x.ndim - 2
    stride = case.get("strides", [1] * dimensions)
    need(set(case.get("dilations", [1])) == {1}, "dilation")
    need(not case.get("ceil_mode", 0), "ceil_mode")
    pads = list(case.get("pads", [0] * 2 * dimensions))
    auto = case.get("auto_pad", b"NOTSET")
    if auto in (b"SAME_UPPER", b"SAME_LOWER"):
        total = [max((-(-n // s) - 1) * s + k - n, 0)
                 for n, k, s in zip(x.shape[2:], kernel, stride)]
        need(all(t % 2 == 0 for t in total), "asymmetric padding")
        pads = [t // 2 for t in total] * 2
    need(pads[:dimensions] == pads[dimensions:], "asymmetric padding")
    need(len(set(stride)) == 1, "another stride down than across")
    need(len(set(pads)) == 1, "another padding above than beside")
    return {"stride": stride[0], "padding": pads[0]}


def convolution(case):
    x, w, b = case.inputs[0], case.inputs[1], case.input(2)
    floats(x, w, b)
    need(case.get("group", 1) == 1, "groups")
    attributes = window(case, x, w.shape[2:])
    weight = numpy.moveaxis(w, (0, 1), (-1, -2))
    tensors = {"x": channels_last(x), "weight": weight, "y": channels_last(case.outputs[0])}
    if b is not None:
        tensors["bias"] = b
    return attributes, tensors


def pool(case):
    x, kernel = case.inputs[0], case.get("kernel_shape")
    floats(x)
    attributes = window(case, x, kernel)
    need(attributes.pop("padding") == 0, "a pool with padding")
    need(len(set(kernel)) == 1, "a window that is not square")
    attributes["size"] = kernel[0]
    return attributes, {"x": channels_last(x), "y": channels_last(case.outputs[0])}


def global_pool(case):
    floats(case.inputs[0])
    y = case.outputs[0]
    return {}, {"x": channels_last(case.inputs[0]), "y": y.reshape(y.shape[:2])}


def batch_norm(case):
    x, scale, shift, mean, variance = case.inputs
    floats(x)
    need(x.ndim in (3, 4), "three spatial dimensions")
    training = bool(case.get("training_mode", 0))
    keep = case.get("momentum", 0.9)
    tensors = {"x": channels_last(x), "scale": scale, "shift": shift, "mean": mean,
               "variance": variance, "y": channels_last(case.outputs[0])}
    if training:
        # ONNX averages the population's variance, the engine (as PyTorch) the unbiased one.
        n = x.size // x.shape[1]
        batch = (case.outputs[2].astype("float64") - keep * variance) / (1 - keep)
        tensors["new mean"] = case.outputs[1]
        tensors["new variance"] = (keep * variance + (1 - keep) * batch * n / (n - 1)).astype("float32")
    return {"training": training, "epsilon": case.get("epsilon", 1e-5),
            "momentum": round(1 - keep, 7)}, tensors


def layer_norm(case):
    x, scale, shift = case.inputs
    floats(x)
    axis = case.get("axis", -1) % x.ndim
    rows = int(numpy.prod(x.shape[:axis]))
    return {"epsilon": case.get("epsilon", 1e-5)}, {
        "x": x.reshape(rows, -1), "scale": scale.reshape(-1), "shift": shift.reshape(-1),
        "y": case.outputs[0].reshape(rows, -1)}


def gather(case):
    table, positions, y = case.inputs[0], case.inputs[1], case.outputs[0]
    floats(table)
    need((positions >= 0).all(), "positions from the end")
    axis = case.get("axis", 0) % table.ndim
    rows = numpy.moveaxis(table, axis, 0).reshape(table.shape[axis], -1)
    for i in range(positions.ndim):
        y = numpy.moveaxis(y, axis + i, i)
    positions = positions.reshape(1, -1) if positions.ndim < 2 else positions
    return {}, {"table": rows, "positions": positions.astype("float32"),
                "y": y.reshape(*positions.shape, -1)}


def cross_entropy(case):
    logits, labels = case.inputs[0], case.inputs[1]
    floats(logits)
    need(case.input(2) is None, "class weights")
    need(case.get("reduction", b"mean") == b"mean", "another reduction than the mean")
    need("ignore_index" not in case.attributes or (labels != case.get("ignore_index")).all(),
         "labels to be ignored")
    need(len(case.outputs) == 1, "the same loss, with its log-probabilities")
    classes = logits.shape[1]
    return {}, {"logits": numpy.moveaxis(logits, 1, -1).reshape(-1, classes),
                "labels": labels.reshape(-1).astype("float32"), "y": case.outputs[0].reshape(())}


def dropout(case):
    x, ratio, training = case.inputs[0], case.input(1), case.input(2)
    floats(x)
    p = case.get("ratio", 0.5) if ratio is None else float(ratio)
    if training is None or not bool(training):
        return {"p": p}, {"x": x, "y": case.outputs[0]}
    need(case.output(1) is not None, "a random mask that is not shown")
    return {"p": p}, {"x": x, "mask": case.outputs[1].astype("float32"), "y": case.outputs[0]}


def recurrent(case):
    """LSTM, GRU and RNN in PyTorch's order of gates, weights transposed, batch first."""
    x, w, r, b = case.inputs[0], case.inputs[1], case.inputs[2], case.input(3)
    floats(x, w, r, b)
    need(case.get("direction", b"forward") == b"forward", "another direction than forward")
    need(not case.get("activations"), "other activations")
    need(case.input(7) is None, "peepholes")
    need(case.input(4) is None and case.input(5) is None, "lengths or first states given")
    hidden = case.get("hidden_size")
    order = {"LSTM": [0, 2, 3, 1], "GRU": [1, 0, 2], "RNN": [0]}[case.op]
    gates = lambda a: numpy.concatenate([a[g * hidden:(g + 1) * hidden] for g in order])
    batch_first = bool(case.get("layout", 0))
    x = x if batch_first else x.transpose(1, 0, 2)
    if case.op == "GRU" and not case.get("linear_before_reset", 0):
        recurrent_bias = b is not None and b[0, len(order) * hidden:].any()
        need(x.shape[1] == 1 and not recurrent_bias, "reset before the product, unlike PyTorch's")
    half = len(order) * hidden
    b = numpy.zeros((1, 2 * half), "float32") if b is None else b
    tensors = {"x": x, "weight_ih": gates(w[0]).T, "weight_hh": gates(r[0]).T,
               "bias_ih": gates(b[0, :half]), "bias_hh": gates(b[0, half:])}
    y, last = case.output(0), case.output(1)
    if y is not None:  # [time, directions, batch, hidden], or [batch, time, directions, hidden]
        tensors["y"] = y[:, :, 0] if batch_first else y[:, 0].transpose(1, 0, 2)
    if last is not None:
        tensors["last"] = last[:, 0] if batch_first else last[0]
    return {"hidden": hidden}, tensors


def attention(case):
    q, k, v = case.inputs[:3]
    floats(q, k, v)
    need(case.input(3) is None, "a mask")
    need(case.input(4) is None, "keys of the past")
    need("softcap" not in case.attributes, "a soft cap")
    need(case.output(1) is None and case.output(2) is None and case.output(3) is None,
         "more outputs")
    heads = case.get("q_num_heads", q.shape[1])
    need(case.get("kv_num_heads", k.shape[1]) == heads, "groups of heads")
    flat = lambda a: a.transpose(0, 2, 1, 3).reshape(a.shape[0], a.shape[2], -1) if a.ndim == 4 else a
    q, k, v, y = map(flat, (q, k, v, case.outputs[0]))
    need("scale" not in case.attributes, "another scale than 1/√d")
    need(k.shape == v.shape, "values of another size than the keys")
    causal = bool(case.get("is_causal", 0))
    need(not causal or q.shape == k.shape, "causal, with more keys than steps")
    return {"heads": heads, "causal": causal}, {
        "q": q, "k": k, "v": v, "y": y}


def optimizer(case):
    """One case for each of the parameters; R is the learning rate, T the number of earlier steps."""
    rate, step, rest = float(case.inputs[0]), int(case.inputs[1]), case.inputs[2:]
    slots = 2 if case.op == "Adam" else 1
    count = len(rest) // (2 + slots)
    attributes = {"learningRate": rate, "step": step, "penalty": case.get("norm_coefficient", 0.0)}
    if case.op == "Momentum":
        need(step == 0 or case.get("beta") == 1, "dampening")
        attributes |= {"momentum": case.get("alpha"), "nesterov": case.get("mode") == b"nesterov"}
    elif case.op == "Adagrad":
        attributes |= {"epsilon": case.get("epsilon"), "decay": case.get("decay_factor")}
    else:
        need(step == 0, "ONNX's bias correction, with ε beside the uncorrected root")
        need(case.get("norm_coefficient_post", 0.0) == 0, "a decay after the step")
        attributes |= {"epsilon": case.get("epsilon"), "beta1": case.get("alpha", 0.9),
                       "beta2": case.get("beta", 0.999)}
    for i in range(count):
        tensors = {"w": rest[i], "g": rest[count + i], "new w": case.outputs[i]}
        for s in range(slots):
            tensors[f"slot {s}"] = rest[(2 + s) * count + i]
            tensors[f"new slot {s}"] = case.outputs[(1 + s) * count + i]
        yield ("" if count == 1 else f"_{i + 1}"), attributes, tensors


def reshape(case):
    x, y = case.inputs[0], case.outputs[0]
    floats(x)
    need(x.size > 0, "an empty tensor")
    return {}, {"x": x, "y": y}


CONVERTERS = {
    "Add": elementwise, "Sub": elementwise, "Mul": elementwise, "Relu": unary, "LeakyRelu": unary,
    "Gelu": unary, "Sigmoid": unary, "Tanh": unary, "Softmax": softmax, "Gemm": gemm,
    "MatMul": matmul, "Conv": convolution, "MaxPool": pool, "AveragePool": pool,
    "GlobalAveragePool": global_pool, "BatchNormalization": batch_norm,
    "LayerNormalization": layer_norm, "Gather": gather, "SoftmaxCrossEntropyLoss": cross_entropy,
    "Dropout": dropout, "LSTM": recurrent, "GRU": recurrent, "RNN": recurrent,
    "Attention": attention, "Momentum": optimizer, "Adagrad": optimizer, "Adam": optimizer,
    "Flatten": reshape, "Reshape": reshape,
}


def number(x):
    text = numpy.format_float_positional(x, unique=True, trim="-")
    short = numpy.format_float_scientific(x, unique=True, trim="-")
    return short if len(short) < len(text) else text


def tensor(a):
    need(a.ndim <= 4, "more than four dimensions")
    return {"shape": list(a.shape), "values": numpy.ascontiguousarray(a).flatten()}


def line(name, op, attributes, tensors):
    tensors = {key: tensor(value) for key, value in tensors.items()}
    size = sum(len(t["values"]) for t in tensors.values())
    need(size <= LARGEST, f"more than {LARGEST} numbers")
    parts = []
    for key, t in tensors.items():
        values = ",".join(number(v) for v in t["values"].astype("float32"))
        parts.append(f'{json.dumps(key)}:{{"shape":{json.dumps(t["shape"])},"values":[{values}]}}')
    attributes = {k: float(v) for k, v in attributes.items()}
    return (f'{{"name":"{name}","operation":"{op}","attributes":{json.dumps(attributes)},'
            f'"tensors":{{{",".join(parts)}}}}}')


def main():
    lines, skipped = [], collections.defaultdict(list)
    for folder in [f for kind in FOLDERS for f in sorted((DATA / kind).iterdir())]:
        try:
            case = Case(folder)
            made = CONVERTERS[case.op](case)
            several = [("", *made)] if isinstance(made, tuple) else list(made)
            made = [line(case.name + end, case.op, a, t) for end, a, t in several]
            lines += made
        except Skip as skip:
            skipped[str(skip)].append(folder.name.removeprefix("test_"))
    here = pathlib.Path(__file__)
    here.with_suffix(".jsonl").write_text("\n".join(lines) + "\n")
    total = sum(len(names) for names in skipped.values())
    text = f"ONNX {onnx.__version__}: {len(lines)} cases taken, {total} left out.\n"
    for reason, names in sorted(skipped.items()):
        text += f"\n{reason} ({len(names)}): {', '.join(names)}\n"
    here.with_name("onnx_skipped.txt").write_text(text)


main()
