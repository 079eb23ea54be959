// A chapter imports this one module: the engine, the data sets and the vocabulary of an experiment.

@_exported import Autograd
@_exported import Datasets
@_exported import Numerics
@_exported import Results
@_exported import Training
