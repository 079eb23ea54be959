"""The cases in JAX: `jit` compiles a step, `scan` a loop over all batches. `chapter` trains one with
compiled code that is kept on disk, and ends."""

import sys

import jax
import jax.numpy as jnp
from cases import answer_requests, batches, digits, fill


def dense(*sizes):
    return [{"w": fill(m, n), "b": jnp.zeros(n)} for m, n in zip(sizes, sizes[1:])]


def linear(p, x):
    return x @ p["w"] + p["b"]


def conv(p, x):
    y = jax.lax.conv_general_dilated(
        x, p["w"], (1, 1), "SAME", dimension_numbers=("NHWC", "HWIO", "NHWC")
    )
    return jax.nn.relu(y + p["b"])


def pool(x):
    return jax.lax.reduce_window(x, -jnp.inf, jax.lax.max, (1, 2, 2, 1), (1, 2, 2, 1), "VALID")


def normalised(p, x, axis):
    mean, variance = x.mean(axis, keepdims=True), x.var(axis, keepdims=True)
    return (x - mean) / jnp.sqrt(variance + 1e-5) * p["scale"] + p["b"]


def norm(n):
    return {"scale": jnp.ones(n), "b": jnp.zeros(n)}


def mlp(p, x, key):
    for layer in p[:-1]:
        x = jax.nn.relu(linear(layer, x))
    return linear(p[-1], x)


def mlp_dropout(p, x, key):
    for i, layer in enumerate(p[:-1]):
        x = jax.nn.relu(linear(layer, x))
        kept = jax.random.bernoulli(jax.random.fold_in(key, i), 0.5, x.shape)
        x = jnp.where(kept, x * 2, 0)
    return linear(p[-1], x)


def mlp_norm(p, x, key):
    layers, norms = p
    for layer, n in zip(layers, norms):
        x = jax.nn.relu(normalised(n, linear(layer, x), 0))
    return linear(layers[-1], x)


def small_images(p, x, key):
    x = pool(conv(p[1], conv(p[0], x.reshape(-1, 8, 8, 1))))
    return linear(p[2], x.reshape(len(x), -1))


def images(p, x, key):
    x = pool(conv(p[1], pool(conv(p[0], x.reshape(-1, 28, 28, 1)))))
    return linear(p[3], jax.nn.relu(linear(p[2], x.reshape(len(x), -1))))


def lstm(p, x, key):
    cell, out = p
    sums = x.reshape(-1, 20, 32) @ cell["ih"] + (cell["bih"] + cell["bhh"])

    def step(carry, now):
        h, c = carry
        i, f, g, o = jnp.split(now + h @ cell["hh"], 4, axis=1)
        c = jax.nn.sigmoid(f) * c + jax.nn.sigmoid(i) * jnp.tanh(g)
        return (jax.nn.sigmoid(o) * jnp.tanh(c), c), None

    zero = jnp.zeros((len(x), 64))
    (h, _), _ = jax.lax.scan(step, (zero, zero), jnp.moveaxis(sums, 1, 0))
    return linear(out, h)


def transformer(p, x, key):
    x = x.reshape(-1, 32, 64)
    qkv = linear(p["in"], normalised(p["norm1"], x, -1)).reshape(-1, 32, 3, 4, 16)
    q, k, v = qkv[:, :, 0], qkv[:, :, 1], qkv[:, :, 2]
    weights = jax.nn.softmax(jnp.einsum("bqhd,bkhd->bhqk", q, k) / 4)
    x = x + linear(p["out"], jnp.einsum("bhqk,bkhd->bqhd", weights, v).reshape(x.shape))
    inner = jax.nn.relu(linear(p["up"], normalised(p["norm2"], x, -1)))
    x = x + linear(p["down"], inner)
    return linear(p["head"], x.mean(1))


def filter(inputs, outputs):
    return {"w": fill(3, 3, inputs, outputs), "b": jnp.zeros(outputs)}


def model(case):
    """Parameters, the function of the network, and the optimizer's name."""
    small = dense(64, 64, 64, 10)
    if case == "a":
        return small, mlp, "sgd"
    if case.startswith("b"):
        return small, mlp_dropout, "adamw" if case == "b-adamw" else "adam"
    if case == "c":
        return (small, [norm(64), norm(64)]), mlp_norm, "sgd"
    if case == "d":
        return dense(784, 512, 512, 10), mlp, "adam"
    if case == "e":
        return [filter(1, 16), filter(16, 32)] + dense(512, 10), small_images, "adam"
    if case == "f":
        return [filter(1, 32), filter(32, 64)] + dense(3136, 128, 10), images, "adam"
    if case == "g":
        cell = {"ih": fill(32, 256), "hh": fill(64, 256)}
        cell |= {"bih": jnp.zeros(256), "bhh": jnp.zeros(256)}
        return (cell, dense(64, 10)[0]), lstm, "adam"
    if case == "h":
        p = {"in": dense(64, 192)[0], "out": dense(64, 64)[0], "up": dense(64, 256)[0]}
        p |= {"down": dense(256, 64)[0], "head": dense(64, 10)[0]}
        return p | {"norm1": norm(64), "norm2": norm(64)}, transformer, "adam"
    raise NotImplementedError


def stepper(function, rule, rate):
    """A step: parameters, memory, inputs and labels become parameters, memory and the loss."""

    def loss(p, x, y, key):
        logits = function(p, x, key)
        return -jnp.mean(jnp.take_along_axis(jax.nn.log_softmax(logits), y[:, None], 1))

    def step(p, memory, x, y):
        m, s, t = memory
        t = t + 1
        key = jax.random.fold_in(jax.random.key(0), t)
        value, g = jax.value_and_grad(loss)(p, x, y, key)
        if rule == "sgd":
            m = jax.tree.map(lambda m, g: 0.9 * m + g, m, g)
            return jax.tree.map(lambda p, m: p - rate * m, p, m), (m, s, t), value
        m = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, m, g)
        s = jax.tree.map(lambda s, g: 0.999 * s + 0.001 * g * g, s, g)
        size, root = 1e-3 / (1 - 0.9**t), 1 / jnp.sqrt(1 - 0.999**t)
        kept = 1 - 1e-3 * 0.01 if rule == "adamw" else 1
        move = lambda p, m, s: kept * p - size * m / (jnp.sqrt(s) * root + 1e-8)
        return jax.tree.map(move, p, m, s), (m, s, t), value

    return step


def beginning(p):
    p = jax.tree.map(jnp.array, p)
    zeros = lambda: jax.tree.map(jnp.zeros_like, p)
    return p, (zeros(), zeros(), jnp.float32(0))


def scan(step):
    def epoch(p, memory, x, y):
        def body(carry, batch):
            p, memory, loss = step(*carry, *batch)
            return (p, memory), loss

        (p, memory), losses = jax.lax.scan(body, (p, memory), (x, y))
        return p, memory, losses

    return jax.jit(epoch, donate_argnums=(0, 1))


def prepare(case):
    if case.startswith("product-"):
        if MODE == "scan":
            raise NotImplementedError  # the same as with jit
        n = int(case.split("-")[1])
        a, b = jnp.array(fill(n, n, size=1)), jnp.array(fill(n, n, size=1, salt=1))
        product = jax.jit(jnp.matmul)
        return None, lambda: product(a, b).block_until_ready(), 1
    if MODE == "scan" and case in ("e", "f"):
        raise NotImplementedError  # in a loop, XLA's convolutions are ten times slower than in a step
    start, function, rule = model(case)
    step = stepper(function, rule, 0.01)
    x, y = (jnp.array(part) for part in batches(case))
    state = list(beginning(start))
    if MODE == "scan":
        epoch = scan(step)

        def work():
            state[0], state[1], losses = epoch(state[0], state[1], x, y)
            return losses.block_until_ready()

        losses = jnp.concatenate([work() for _ in range(-(-10 // len(x)))])
        return float(losses[9]), work, len(x)
    jitted = jax.jit(step, donate_argnums=(0, 1))
    data = list(zip(x, y))

    def one(i):
        state[0], state[1], loss = jitted(state[0], state[1], *data[i % len(data)])
        return loss

    def work():
        for i in range(len(data)):
            loss = one(i)
        loss.block_until_ready()

    losses = [one(i) for i in range(10)]
    return float(losses[9]), work, len(data)


def chapter(cache):
    jax.config.update("jax_compilation_cache_dir", cache)
    jax.config.update("jax_persistent_cache_min_compile_time_secs", 0)
    x, y = (jnp.array(part) for part in digits())

    @jax.jit
    def train(p, memory, rate, key):
        order = jax.random.permutation(key, len(x))
        step = stepper(mlp, "sgd", rate)

        def epoch(carry, key):
            rows = jax.random.permutation(key, order[:1437])
            rows = jnp.resize(rows, (45, 32))

            def body(carry, rows):
                p, memory, _ = step(*carry, x[rows], y[rows])
                return (p, memory), None

            return jax.lax.scan(body, carry, rows)

        (p, _), _ = jax.lax.scan(epoch, (p, memory), jax.random.split(key, 50))
        test = order[1437:]
        return jnp.mean(jnp.argmax(mlp(p, x[test], None), 1) == y[test])

    start = dense(64, 64, 64, 10)
    right = [
        train(*beginning(start), 0.005 * (run // 5 + 1), jax.random.key(run % 5))
        for run in range(40)
    ]
    print(sum(float(r) for r in right) / 40)


MODE = sys.argv[1]
if MODE == "chapter":
    chapter(sys.argv[2])
else:
    answer_requests(prepare)
