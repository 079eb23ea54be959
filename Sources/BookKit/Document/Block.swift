/// A block of a chapter.
public indirect enum Block: Codable, Sendable, Equatable {
  /// A heading; `anchor` is its id on the page, unique in the chapter.
  case heading(level: Int, content: [Inline], anchor: String, span: SourceSpan)
  /// A paragraph.
  case paragraph(content: [Inline], span: SourceSpan)
  /// A block quotation.
  case quote(blocks: [Block], span: SourceSpan)
  /// A list; `start` is the first number of an ordered one, nil for bullets. A tight list's
  /// items are shown without paragraph spacing.
  case list(start: Int?, tight: Bool, items: [[Block]], span: SourceSpan)
  /// A pipe table.
  case table(PipeTable)
  /// A formula on lines of its own.
  case math(Formula)
  /// A paragraph that holds only one value's name: a figure or table is placed here.
  case placement(ValueReference)
  /// A fenced or indented code block that is shown and not run.
  case code(CodeBlock)
  /// `swift setup`: declarations for all experiments of the chapter.
  case setup(CodeBlock)
  /// `swift experiment`.
  case experiment(Experiment)
  /// A note that `[^label]` in the text refers to.
  case footnote(label: String, content: [Inline], span: SourceSpan)
  /// A thematic break.
  case rule(span: SourceSpan)
  /// Raw HTML, as written.
  case html(text: String, span: SourceSpan)
}

/// A piece of running text.
public indirect enum Inline: Codable, Sendable, Equatable {
  /// Words.
  case text(String)
  /// Emphasis.
  case emphasis([Inline])
  /// Strong emphasis.
  case strong([Inline])
  /// A code span.
  case code(String)
  /// A link.
  case link(destination: String, title: String, content: [Inline], span: SourceSpan)
  /// An image with its alternative text.
  case image(source: String, title: String, content: [Inline], span: SourceSpan)
  /// A formula in the line.
  case math(Formula)
  /// A recorded value.
  case value(ValueReference)
  /// `[^label]`: a reference to a note.
  case footnote(label: String, span: SourceSpan)
  /// A line end in the source.
  case softBreak
  /// A forced line end.
  case lineBreak
  /// Raw HTML, as written: one tag or comment.
  case html(String, span: SourceSpan)
}

/// A formula in TeX, without its dollar signs.
public struct Formula: Codable, Sendable, Equatable {
  /// The TeX as written, values' names in place. On further lines, what stands before the text (a quote's
  /// mark, a list's indentation) is blanks, so that a column here is a column of the file.
  public var tex: String
  /// Whether it was written between `$$`.
  public var display: Bool
  /// What `\label{…}` in it says, which numbers it; nil for a formula without.
  public var label: String?
  /// The values named in it, each with its `{{…}}` as written; spans are in the source.
  public var values: [ValueReference]
  /// The formula with its dollar signs. Its TeX begins after them.
  public var span: SourceSpan

  /// Creates a formula.
  public init(
    tex: String, display: Bool, label: String? = nil, values: [ValueReference], span: SourceSpan
  ) {
    self.tex = tex
    self.display = display
    self.label = label
    self.values = values
    self.span = span
  }
}

/// `{{experiment.name format}}` in prose.
public struct ValueReference: Codable, Sendable, Equatable {
  /// The experiment's id.
  public var experiment: String
  /// The value's, figure's or table's name.
  public var name: String
  /// The words after the name: `percent 1`; empty for the default.
  public var format: String
  /// As written, with the braces.
  public var source: String
  /// Where it stands, braces included.
  public var span: SourceSpan

  /// Creates a reference.
  public init(
    experiment: String, name: String, format: String, source: String, span: SourceSpan
  ) {
    self.experiment = experiment
    self.name = name
    self.format = format
    self.source = source
    self.span = span
  }
}

/// A table written with pipes.
public struct PipeTable: Codable, Sendable, Equatable {
  /// How a column's cells are set.
  public enum Alignment: String, Codable, Sendable {
    /// Ragged right.
    case leading
    /// Centred.
    case center
    /// Ragged left.
    case trailing
  }

  /// The alignment of each column, nil where none was asked for.
  public var alignments: [Alignment?]
  /// The cells of the head, one a column.
  public var head: [[Inline]]
  /// The rows, each with one cell a column.
  public var rows: [[[Inline]]]
  /// Where it stands.
  public var span: SourceSpan

  /// Creates a table.
  public init(
    alignments: [Alignment?], head: [[Inline]], rows: [[[Inline]]], span: SourceSpan
  ) {
    self.alignments = alignments
    self.head = head
    self.rows = rows
    self.span = span
  }
}

/// A code block that is not an experiment.
public struct CodeBlock: Codable, Sendable, Equatable {
  /// The first word after the fence; empty for none.
  public var language: String
  /// The text between the fences, each line ended by a newline.
  public var code: String
  /// From the opening fence to the closing one. The code begins on line `span.line + 1`.
  public var span: SourceSpan

  /// Creates a code block.
  public init(language: String, code: String, span: SourceSpan) {
    self.language = language
    self.code = code
    self.span = span
  }
}
