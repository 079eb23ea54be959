import Foundation

/// How results are written to files: sorted keys, and names for the numbers that JSON lacks.
public enum ResultCoding {
  /// JSON of any result value. The same value always gives the same bytes.
  public static func encode(_ value: some Encodable, pretty: Bool = false) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting =
      pretty
      ? [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
      : [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return try encoder.encode(value)
  }

  /// The same as text on many lines, for people and other programs.
  public static func text(of value: some Encodable) throws -> String {
    String(decoding: try encode(value, pretty: true), as: UTF8.self)
  }

  /// Reads what `encode` wrote.
  public static func decode<T: Decodable>(_ type: T.Type, from data: Data) throws -> T {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return try decoder.decode(type, from: data)
  }
}
