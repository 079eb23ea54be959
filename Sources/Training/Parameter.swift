import Autograd

/// A learned array of a network: its name, shape and first values, and where its numbers stand among
/// all the network's.
public struct Parameter: Sendable {
  /// What a parameter does in its layer.
  public enum Role: Sendable {
    /// It multiplies its layer's inputs: penalties apply to it by default.
    case weight
    /// It is added, or scales what a normalisation made: penalties leave it alone by default.
    case bias
  }

  /// `0.weight`: the layer's position in the network, then the name in the layer, as in PyTorch.
  public let name: String
  /// The extents.
  public let shape: Shape
  /// What it does.
  public let role: Role
  /// The numbers' place among all parameters of the network.
  public let range: Range<Int>
  /// The position in the network's list of parameters.
  let index: Int
  let initializer: Initializer
}
