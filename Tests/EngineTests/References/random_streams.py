"""The engine's random streams, computed apart from it; run, it prints the first words of two.

Run: python3 Tests/EngineTests/References/random_streams.py
The numbers are in RandomTests.streamsAreTheSameForEver.
"""

import math

MASK32, MASK64 = (1 << 32) - 1, (1 << 64) - 1


def philox(counter, key):
    c, k = list(counter), list(key)
    for turn in range(10):
        if turn:
            k = [(k[0] + 0x9E3779B9) & MASK32, (k[1] + 0xBB67AE85) & MASK32]
        a, b = c[0] * 0xD2511F53, c[2] * 0xCD9E8D57
        c = [(b >> 32) ^ c[1] ^ k[0], b & MASK32, (a >> 32) ^ c[3] ^ k[1], a & MASK32]
    return c


def stream(seed, name, step, count):
    z = 0xCBF29CE484222325
    for byte in name.encode():
        z = ((z ^ byte) * 0x100000001B3) & MASK64
    z = (z + seed % (1 << 64) * 0x9E3779B97F4A7C15) & MASK64
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK64
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK64
    z ^= z >> 31
    words = []
    for i in range((count + 3) // 4):
        words += philox([i & MASK32, i >> 32, step, 0], [z & MASK32, z >> 32])
    return words[:count]


def normals(seed, name, step, count):
    """Box & Muller's normal numbers of a stream, two for each block of four words."""
    return box_muller(stream(seed, name, step, 2 * count + 3))[:count]


def box_muller(words):
    """The normal numbers that a stream makes of words: two of each four."""
    out = []
    for i in range(0, len(words) - 3, 4):
        u, v = (((words[i + k] << 21) ^ (words[i + k + 1] >> 11)) * 2.0**-53 for k in (0, 2))
        radius, angle = math.sqrt(-2 * math.log(1 - u)), 2 * math.pi * v
        out += [radius * math.cos(angle), radius * math.sin(angle)]
    return out


if __name__ == "__main__":
    print(stream(1, "weights", 0, 6))
    print(stream(-3, "noise", 7, 6))
