@_exported import Datasets
@_exported import Numerics
@_exported import Training
