import Numerics

/// A layer's own source of randomness while it trains: a stream named for the layer's place.
public struct Noise: Sendable {
  let name: StreamName
}
