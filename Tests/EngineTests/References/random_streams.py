"""Prints the first words of two random streams, computed apart from the engine.

Run: python3 Tests/EngineTests/References/random_streams.py
The numbers are in RandomTests.streamsAreTheSameForEver.
"""

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


print(stream(1, "weights", 0, 6))
print(stream(-3, "noise", 7, 6))
