/// What a chart shows: marks and data, never pixels.
public struct Chart: Codable, Sendable, Equatable {
  /// The horizontal axis.
  public var x: Axis
  /// The vertical axis.
  public var y: Axis
  /// The marks, drawn in order; those beside panels are drawn in each of them.
  public var marks: [Mark]
  /// The parts of a chart of several: small multiples with the same axes or, with `slider`, frames
  /// of which one is seen at a time. Nil for a chart of one part.
  public var panels: [Panel]?
  /// What varies from frame to frame, the name of a parameter; nil where all panels are seen.
  public var slider: String?

  /// Creates a chart.
  public init(
    x: Axis, y: Axis, marks: [Mark], panels: [Panel]? = nil, slider: String? = nil
  ) {
    self.x = x
    self.y = y
    self.marks = marks
    self.panels = panels
    self.slider = slider
  }

  /// A part of a chart.
  public struct Panel: Codable, Sendable, Equatable {
    /// What is shown here; a frame's is the parameter's value.
    public var title: String
    /// The marks, drawn in order.
    public var marks: [Mark]

    /// Creates a panel.
    public init(title: String, marks: [Mark]) {
      self.title = title
      self.marks = marks
    }
  }
}
