"""What all peers share: the numbers, the batches, the clock, and the loop that answers requests."""

import json
import sys
import time

import numpy as np

# name: (numbers of an example, batch, batches)
SIZES = {
    "a": (64, 32, 45),
    "b": (64, 32, 45),
    "b-adamw": (64, 32, 45),
    "c": (64, 32, 45),
    "d": (784, 128, 4),
    "e": (64, 32, 4),
    "f": (784, 64, 2),
    "g": (640, 32, 4),
    "h": (2048, 16, 4),
}


def hashes(count, salt):
    h = (np.arange(count, dtype=np.uint64) + 1 + (salt << 24)).astype(np.uint32)
    h *= np.uint32(2654435761)
    h ^= h >> np.uint32(15)
    h *= np.uint32(0x2C1B3C6D)
    return h ^ (h >> np.uint32(12))


def fill(*shape, size=None, salt=0):
    """Numbers between ±size that Swift makes alike; ±1/√inputs for a matrix."""
    count = int(np.prod(shape))
    if size is None:
        size = 1 / np.sqrt(count // shape[-1])
    numbers = hashes(count, salt).astype(np.float64) / 2**32 * 2 - 1
    return (numbers * size).astype(np.float32).reshape(shape)


def batches(case):
    features, batch, count = SIZES[case]
    x = fill(count, batch, features, size=1, salt=3)
    y = ((hashes(count * batch, 7) >> np.uint32(16)) % 10).astype(np.int64)
    return x, y.reshape(count, batch)


def digits():
    table = np.loadtxt("chapters/data/digits.csv", delimiter=",", skiprows=1, dtype=np.float32)
    return table[:, :64] / 16, table[:, 64].astype(np.int64)


def measure(work, per=1, seconds=0.1):
    """Microseconds of processor time a step, where `work` does `per` steps."""
    for _ in range(3):
        work()
    start = time.process_time()
    work()
    repeats = max(1, int(0.001 / max(time.process_time() - start, 1e-9)))
    times = []
    end = time.process_time() + seconds
    while len(times) < 5 or time.process_time() < end:
        start = time.process_time()
        for _ in range(repeats):
            work()
        times.append(1e6 * (time.process_time() - start) / repeats / per)
    return min(times)


def answer_requests(prepare):
    """Answers one case a line. `prepare(case)` gives the loss of the tenth step, a function that
    does some steps, and how many; it is kept for the next time."""
    ready = {}
    for line in sys.stdin:
        case = line.strip()
        try:
            if case not in ready:
                ready[case] = prepare(case)
            loss, work, per = ready[case]
            answer = {"us": measure(work, per), "loss": loss}
        except NotImplementedError:
            answer = {"error": "not compared"}
        print(json.dumps(answer), flush=True)
