"""Alternates the engine and its peers, prints a table of ratios, and writes Benchmarks/latest.json and
chapters/data/peers.csv; then the engine beside the machine's bounds, in latest.json alone. Times are processor time on one core; `k` is the time of a whole process."""

import csv
import datetime
import json
import os
import pathlib
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
HERE = ROOT / "Benchmarks"
PYTHON = HERE / ".venv/bin/python"
ENGINE = ROOT / ".build-bench/release/benchmark"
PEERS = {
    "PyTorch": ["torch_peer.py", "eager"],
    "PyTorch, compiled": ["torch_peer.py", "compile"],
    "JAX, jit": ["jax_peer.py", "jit"],
    "JAX, scan": ["jax_peer.py", "scan"],
    "NumPy": ["numpy_peer.py"],
}
CASES = {
    "a": "dense 64-64-64-10, batch 32, SGD with momentum",
    "b": "dense 64-64-64-10, dropout, Adam",
    "b-adamw": "dense 64-64-64-10, dropout, AdamW",
    "c": "dense 64-64-64-10, batch normalization, SGD",
    "d": "dense 784-512-512-10, batch 128, Adam",
    "e": "convolutions on 8×8, batch 32, Adam",
    "f": "convolutions on 28×28, batch 64, Adam",
    "g": "LSTM 32→64, 20 steps, batch 32, Adam",
    "h": "transformer block of 64, 32 steps, batch 16, Adam",
    "product-64": "matrix product 64×64×64",
    "product-128": "matrix product 128×128×128",
    "product-256": "matrix product 256×256×256",
    "product-512": "matrix product 512×512×512",
}
KERNELS = {
    "exp": "exp, in the first cache, beside its instructions",
    "tanh": "tanh, in the first cache, beside its instructions",
    "softmax": "softmax of rows of 64, in the first cache, beside its instructions",
    "sum": "sum, in the first cache, beside its instructions",
    "rectify": "rectifier, in memory, beside a copy of as many bytes",
    "momentum": "update with momentum, in memory, beside a copy of as many bytes",
    "adam": "update of Adam, in memory, beside a copy of as many bytes",
}
CHAPTER = "40 trainings on the digits, 50 epochs each"


class Worker:
    """A program that answers a case a line and sleeps in between."""

    def __init__(self, command):
        # One core, one thread, and the kernels that the library chooses itself.
        environment = {k: v for k, v in os.environ.items() if not k.startswith("OPENBLAS")}
        for name in ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
            environment[name] = "1"
        self.process = subprocess.Popen(
            ["taskset", "-c", str(max(os.sched_getaffinity(0)))] + [str(c) for c in command],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            cwd=ROOT, env=environment)

    def ask(self, request):
        self.process.stdin.write(request + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            return {"error": "the program ended"}
        return json.loads(line)


def python(script, *arguments):
    return [PYTHON, HERE / "peers" / script, *arguments]


def machine():
    with open("/proc/cpuinfo") as info:
        lines = info.read()
    model = next(l.split(":")[1].strip() for l in lines.splitlines() if l.startswith("model name"))
    vector = "AVX-512" if "avx512f" in lines else "AVX2" if "avx2" in lines else "SSE2"
    return f"{model}, {os.cpu_count()} cores, {vector}"


def compare(case, rounds, engine, peers, peak):
    """Rows of one case: the median over the rounds of each time and of each ratio."""
    ours, theirs, loss = [], {}, None
    answers = {name: peer.ask(case) for name, peer in peers.items()}
    for name, answer in answers.items():
        if "error" not in answer:
            theirs[name] = []
        elif answer["error"] != "not compared":
            print(f"{case}: {name}: {answer['error']}", file=sys.stderr)
    for _ in range(rounds):
        answer = engine.ask(case)
        ours.append(answer["us"])
        for name in theirs:
            theirs[name].append(peers[name].ask(case)["us"])
    for name in theirs:
        loss = answers[name]["loss"]
        same = loss is None or abs(loss - answer["loss"]) <= 1e-3 * abs(loss)
        if not same and not case.startswith("b"):
            sys.exit(f"{case}: {name} finds the loss {loss}, the engine {answer['loss']}: not the same work")
    for name, times in theirs.items():
        yield {
            "case": case, "what": CASES[case], "ours_us": statistics.median(ours), "peer": name,
            "peer_us": statistics.median(times),
            "ratio": statistics.median(o / t for o, t in zip(ours, times)),
            "bound_us": answer["flops"] / peak / 1000,
        }


def bounds(rounds, engine):
    """Rows of what has no peer: beside the bound that was measured in the same run."""
    def row(case, what, request):
        # The peak follows the processor's clock.
        peak = engine.ask("peak")["gigaflops"]
        answers = [engine.ask(request) for _ in range(rounds)]
        ours = min(answer["us"] for answer in answers)
        # An operation has no bound but the goal of 20 ns.
        bound = min(answer.get("bound") or answer["flops"] / peak / 1000 or 0.02 for answer in answers)
        return {"case": case, "what": what, "ours_us": ours, "peer": "bound", "peer_us": bound,
                "ratio": ours / bound, "bound_us": bound}

    for n in (64, 128, 256, 512):
        yield row(f"product-{n}", CASES[f"product-{n}"], f"product-{n}")
        yield row(f"transposed-{n}", f"gradient of the second factor {n}×{n}×{n}", f"transposed-{n}")
        yield row(f"gradient-{n}", f"gradient of the first factor {n}×{n}×{n}", f"gradient-{n}")
    for case, what in KERNELS.items():
        yield row(case, what, case)
    yield row("operation", "recording an operation, forward and backward", "operation")
    factor = float(subprocess.run([ENGINE, "scaling"], capture_output=True, check=True, text=True).stdout)
    yield {"case": "scaling", "what": "two trainings at once beside one", "ours_us": None, "peer": "one core",
           "peer_us": None, "ratio": factor, "bound_us": None}


def chapter(rounds):
    """Seconds of whole processes, as microseconds."""
    commands = {
        "PyTorch": python("torch_peer.py", "chapter"),
        "JAX, scan": python("jax_peer.py", "chapter", HERE / ".cache"),
    }
    times = {name: [] for name in ["ours", *commands]}
    subprocess.run(commands["JAX, scan"], cwd=ROOT, check=True, capture_output=True)
    for _ in range(rounds):
        for name, command in {"ours": [ENGINE, "chapter"], **commands}.items():
            start = time.perf_counter()
            subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
            times[name].append(1e6 * (time.perf_counter() - start))
    for name in commands:
        yield {
            "case": "k", "what": CHAPTER, "ours_us": statistics.median(times["ours"]), "peer": name,
            "peer_us": statistics.median(times[name]),
            "ratio": statistics.median(o / t for o, t in zip(times["ours"], times[name])),
            "bound_us": None,
        }


def show(row):
    def number(x, digits):
        return "" if x is None else f"{x:.{digits}f}"

    print(f"{row['case']:14} {number(row['ours_us'], 3):>13} {row['peer']:18} {number(row['peer_us'], 3):>13} {number(row['ratio'], 3):>6}", flush=True)


def main(arguments):
    rounds = int(os.environ.get("ROUNDS", 9))
    cases = arguments or [*CASES, "k"]
    engine = Worker([ENGINE])
    peers = {name: Worker(python(*script)) for name, script in PEERS.items()}
    peak = engine.ask("peak")["gigaflops"]
    stamp = {"machine": machine(), "date": datetime.date.today().isoformat()}
    rows = []
    for case in cases:
        found = chapter(3) if case == "k" else compare(case, rounds, engine, peers, peak)
        found = sorted(({**row, **stamp} for row in found), key=lambda row: row["peer_us"])
        for row in found:
            show(row)
        rows += found
    if arguments:
        return
    limits = []
    for row in bounds(rounds, engine):
        show(row)
        limits.append({**row, **stamp})
    (HERE / "latest.json").write_text(json.dumps(rows + limits, indent=1, ensure_ascii=False) + "\n")
    with open(ROOT / "chapters/data/peers.csv", "w", newline="") as file:
        table = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


main(sys.argv[1:])
