"""Writes data.json, and two compressed files: data sets, augmentations and random numbers as numpy,
scipy, scikit-learn and PyTorch have them. Run: python3 Tests/EngineTests/References/data.py"""

import gzip
import pathlib
import struct

import numpy
import scipy
import scipy.ndimage
import scipy.stats
import sklearn
import sklearn.datasets
import sklearn.neighbors
import torch
import torch.nn.functional as F

from random_streams import box_muller, stream
from reference import numbers, tensor, write

cases = []


def case(name, **tensors):
    cases.append({"name": name, "tensors": {k.replace("_", " "): tensor(v) for k, v in tensors.items()}})


# Images, [height, width, channels].
image = numbers(6, 7, 2, seed=1)
pixels = image.numpy()


def each_channel(change):
    return numpy.stack([change(pixels[:, :, c]) for c in range(2)], axis=2)


case("image", x=image)
for angle in [17, -40, 90]:
    for order, name in [(0, "nearest"), (1, "bilinear")]:
        if angle == 90 and order == 0:
            continue  # All sources lie halfway between two pixels of this image.
        turned = each_channel(lambda x: scipy.ndimage.rotate(
            x, angle, reshape=False, order=order, mode="grid-constant", cval=0.5))
        case(f"rotation {angle} {name}", y=turned)


def grid_sample(matrix, mode):
    """PyTorch's sampling; `matrix` takes (x, y) of the result, from the centre, to the source."""
    height, width = pixels.shape[:2]
    size = numpy.diag([width / 2, height / 2])
    theta = numpy.hstack([numpy.linalg.inv(size) @ matrix @ size, numpy.zeros((2, 1))])
    x = image.permute(2, 0, 1)[None]
    grid = F.affine_grid(torch.from_numpy(theta)[None], x.shape, align_corners=False)
    return F.grid_sample(x, grid, mode=mode, align_corners=False)[0].permute(1, 2, 0)


for factor in [0.7, 1.35]:
    for mode in ["nearest", "bilinear"]:
        case(f"scale {factor} {mode}", y=grid_sample(numpy.eye(2) / factor, mode))
a = numpy.deg2rad(25)
case("rotation 25 PyTorch", y=grid_sample(
    numpy.array([[numpy.cos(a), -numpy.sin(a)], [numpy.sin(a), numpy.cos(a)]]), "bilinear"))
for down, right in [(1, -2), (-3, 0), (5, 6)]:
    case(f"shift {down} {right}", y=scipy.ndimage.shift(
        pixels, (down, right, 0), order=0, mode="grid-constant", cval=-1))
case("flip", y=torch.flip(image, [1]))

# torchvision's adjust_brightness and adjust_contrast (_blend), on pixels from 0 to 1.
bright = torch.sigmoid(numbers(4, 5, 3, seed=2)).float().double()
gray = 0.2989 * bright[:, :, 0] + 0.587 * bright[:, :, 1] + 0.114 * bright[:, :, 2]
case("colour", x=bright, brighter=(1.6 * bright).clamp(0, 1), darker=(0.4 * bright).clamp(0, 1),
     contrast=(1.7 * bright + (1 - 1.7) * gray.mean()).clamp(0, 1))

# Mixup and CutMix of a batch of 4 images of 6 × 7 × 2 with 3 classes.
batch = numbers(4, 6, 7, 2, seed=3)
labels = torch.tensor([2, 0, 1, 1])
hot = F.one_hot(labels, 3).double()
kept = 0.375
case("mixup", x=batch, labels=labels, y=kept * batch + (1 - kept) * batch.roll(1, 0),
     targets=kept * hot + (1 - kept) * hot.roll(1, 0))
pasted = batch.clone()
pasted[:, 1:4, 2:7] = batch.roll(1, 0)[:, 1:4, 2:7]
share = 1 - 15 / 42


def rectangle(lam, r_y, r_x, H, W):
    """torchvision's `CutMix.make_params`: rows and columns, ends excluded, and the part kept."""
    r = 0.5 * (1.0 - lam) ** 0.5
    r_w_half, r_h_half = int(r * W), int(r * H)
    x1, y1 = max(r_x - r_w_half, 0), max(r_y - r_h_half, 0)
    x2, y2 = min(r_x + r_w_half, W), min(r_y + r_h_half, H)
    return y1, y2, x1, x2


given = [
    (0.0, 3, 5, 6, 11), (0.0, 0, 0, 11, 6), (1.0, 2, 2, 5, 9), (0.75, 4, 8, 8, 16),
    (0.75, 15, 0, 16, 8), (0.5, 1, 18, 10, 20), (0.5, 18, 1, 20, 10), (0.3, 6, 3, 7, 13),
    (0.3, 12, 3, 13, 7), (0.9, 0, 16, 9, 17), (0.999, 5, 50, 40, 100), (0.11, 27, 31, 28, 32),
    (0.11, 1, 30, 2, 31)]
case("rectangles", given=torch.tensor(given), edges=[rectangle(*g) for g in given])
case("cutmix", y=pasted, targets=share * hot + (1 - share) * hot.roll(1, 0))

# Measured data, as scikit-learn carries them.
digits = sklearn.datasets.load_digits()
case("digits", mean=digits.data.mean(axis=0) / 16, labels=digits.target[:100],
     sums=digits.data.sum(axis=1)[:100] / 16)
diabetes = sklearn.datasets.load_diabetes(scaled=False)
x = (diabetes.data - diabetes.data.mean(axis=0)) / diabetes.data.std(axis=0)
y = diabetes.target - diabetes.target.mean()
case("diabetes", correlations=x.T @ x / len(y), slopes=x.T @ y / len(y), mean=diabetes.data.mean(axis=0))

# Points.
x, y = sklearn.datasets.make_moons(11, shuffle=False)
case("moons", x=x, labels=y)
t = numpy.linspace(0, 1, 5)
arms = [numpy.stack([t * numpy.cos(2 * numpy.pi * (1.5 * t + c / 3)),
                     t * numpy.sin(2 * numpy.pi * (1.5 * t + c / 3))], axis=1) for c in range(3)]
case("spirals", x=numpy.concatenate(arms))

# Digits of seven segments, drawn by hand.
GLYPHS = """
#### ...# #### #### #..# #### #### #### #### ####
#..# ...# ...# ...# #..# #... #... ...# #..# #..#
#..# ...# ...# ...# #..# #... #... ...# #..# #..#
#..# ...# #### #### #### #### #### ...# #### ####
#..# ...# #... ...# ...# ...# #..# ...# #..# ...#
#..# ...# #... ...# ...# ...# #..# ...# #..# ...#
#### ...# #### #### ...# #### #### ...# #### ####
"""
rows = [line.split() for line in GLYPHS.split("\n") if line]
case("glyphs", x=[[[float(p == "#") for p in row[digit]] for row in rows] for digit in range(10)])

# Distributions: quantiles at 0.02, 0.04, …, 0.98.
levels = numpy.arange(1, 50) / 50
for a, b in [(0.2, 0.2), (0.5, 0.5), (1, 1), (3, 3), (2, 0.7)]:
    case(f"beta {a:g} {b:g}", quantiles=scipy.stats.beta.ppf(levels, a, b))
for shape in [0.3, 1, 4.5]:
    case(f"gamma {shape:g}", quantiles=scipy.stats.gamma.ppf(levels, shape))

# Neighbours of a class in a space of 3 features.
points = numbers(14, 3, seed=4)
classes = numpy.array([0, 1] * 7)
nearest = []
for j in range(14):
    same = numpy.flatnonzero(classes == classes[j])
    search = sklearn.neighbors.NearestNeighbors(n_neighbors=4).fit(points[same])
    nearest += [(j, same[i]) for i in search.kneighbors(points[j:j + 1])[1][0][1:]]
j, k = numpy.array(nearest).T
case("neighbours", x=points, labels=classes, interpolated=(points[k] - points[j]) * 0.25 + points[j],
     extrapolated=(points[j] - points[k]) * 0.5 + points[j], classes=classes[j])

# Polynomials on 20 points, judged at 9 others.
x = numbers(20, seed=5).clamp(-2, 2).numpy() / 2
y = numpy.sin(numpy.pi * x) + 0.3 * numbers(20, seed=6).numpy()
at = numpy.linspace(x.min(), x.max(), 9)
case("polynomials", x=x, y=y, at=at, **{
    f"degree_{d}": numpy.polynomial.legendre.Legendre.fit(x, y, d, domain=[-1, 1])(at)
    for d in [0, 1, 3, 7, 11]})

# A file of each type, written by numpy, and one compressed by Python.
TYPES = {8: "u1", 9: "i1", 11: ">i2", 12: ">i4", 13: ">f4", 14: ">f8"}
for code, kind in TYPES.items():
    values = numpy.array([[1, 2, 3], [250, -7 if code > 8 else 7, 0]])
    values = (values * (0.375 if code > 12 else 0.5 if code == 9 else 1)).astype(kind)
    data = struct.pack(">BBBBII", 0, 0, code, 2, 2, 3) + values.tobytes()
    case(f"idx {code}", bytes=list(data), values=values.astype("f8"))
data = struct.pack(">BBBBIII", 0, 0, 8, 3, 2, 3, 4) + bytes(range(0, 240, 10))
case("idx gzip", bytes=list(gzip.compress(data, mtime=0)), plain=list(data))

folder = pathlib.Path(__file__).parent
(folder / "data_images.idx.gz").write_bytes(gzip.compress(data, mtime=0))
(folder / "data_table.csv.gz").write_bytes(gzip.compress(b"a,b\n1,2.5\n-3,4e-2\n", mtime=0))

# A file that expands to a thousand times its size.
case("bomb", bytes=list(gzip.compress(bytes(1_000_000), mtime=0)))

# Two steps of a generative adversarial network, seed 3: a batch of 5 of 6 examples, noise of 3, two
# classes, SGD with momentum. A step's stream gives the rows, then the discriminator's noise, then the
# generator's.
examples, labels = numbers(6, 3, seed=6), torch.tensor([0, 1, 1, 0, 1, 0])
SHAPES = {"0.weight": (5, 6), "0.bias": (6,), "2.weight": (6, 3), "2.bias": (3,)}
g = [numbers(*s, seed=7 + i).requires_grad_() for i, s in enumerate(SHAPES.values())]
SHAPES |= {"2.weight": (6, 2), "2.bias": (2,)}
d = [numbers(*s, seed=11 + i).requires_grad_() for i, s in enumerate(SHAPES.values())]
start = {f"{n} {k}": p.detach().clone() for n, ps in {"g": g, "d": d}.items()
         for k, p in zip(SHAPES, ps)}


def network(p, x):
    return torch.tanh(x @ p[0] + p[1]) @ p[2] + p[3]


def discriminated(x, condition):
    """The logit of "real": the difference of the two outputs."""
    made, real = network(d, torch.cat([x, condition], 1)).unbind(1)
    return real - made


bce = F.binary_cross_entropy_with_logits
optimizers = [torch.optim.SGD(p, lr=0.25, momentum=0.5) for p in (g, d)]
losses = []
for step in range(2):
    words = stream(3, "gan", step, 4 * 20)
    # Lemire's draw of a number below 6; a word that he would reject does not come up.
    assert all(w * 6 % 2**32 >= 6 for w in words[:5])
    rows = torch.tensor([w * 6 >> 32 for w in words[:5]])
    condition = F.one_hot(labels[rows], 2).double()
    noise = torch.tensor(box_muller(words[5:])[:30]).reshape(2, 5, 3)
    made = network(g, torch.cat([noise[0], condition], 1)).detach()
    loss_d = bce(discriminated(examples[rows], condition), torch.ones(5)) + bce(
        discriminated(made, condition), torch.zeros(5))
    optimizers[1].zero_grad()
    loss_d.backward()
    optimizers[1].step()
    made = network(g, torch.cat([noise[1], condition], 1))
    # −log D(G(z)) with D the sigmoid of the logits' difference.
    loss_g = bce(discriminated(made, condition), torch.ones(5))
    optimizers[0].zero_grad()
    loss_g.backward()
    optimizers[0].step()
    losses.append([loss_d.item(), loss_g.item()])
end = {f"trained {n} {k}": p for n, ps in {"g": g, "d": d}.items() for k, p in zip(SHAPES, ps)}
case("gan", x=examples, labels=labels, losses=losses, **start, **end)

write(__file__, cases, NumPy=numpy.__version__, SciPy=scipy.__version__, **{
    "scikit-learn": sklearn.__version__})
