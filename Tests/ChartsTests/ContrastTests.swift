import Foundation
import Testing

@testable import Charts

/// The page's colors, as the charts' classes use them.
@Suite("Colors can be told apart and read")
struct ContrastTests {
  /// The tokens of both themes: `--name: light-dark(a, b)`, or a value for each.
  private static let themes: [[String: Colour]] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/BookKit/Theme/styles/10-tokens.css")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    var light: [String: Colour] = [:]
    var dark: [String: Colour] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let name = parts.first?.trimmingCharacters(in: .whitespaces),
        name.hasPrefix("--")
      else { continue }
      let colours = parts[1].split(separator: "#").dropFirst().compactMap { Colour($0) }
      guard let first = colours.first else { continue }
      if colours.count > 1 {
        (light[name], dark[name]) = (first, colours[1])
      } else if light[name] == nil {
        (light[name], dark[name]) = (first, first)
      } else {
        dark[name] = first
      }
    }
    return [light, dark]
  }()

  @Test("Series and their labels have a contrast of 4.5 on the page", arguments: [0, 1])
  func series(_ theme: Int) throws {
    let paper = try #require(Self.themes[theme]["--paper"])
    for name in (1...4).map({ "--series-\($0)" }) + ["--reference", "--ink", "--ink-2"] {
      let colour = try #require(Self.themes[theme][name])
      #expect(colour.contrast(with: paper) >= 4.5, "\(name)")
    }
  }

  @Test("Numbers in a heat map have a contrast of 4.5 on every shade", arguments: [0, 1])
  func heat(_ theme: Int) throws {
    let tokens = Self.themes[theme]
    let (paper, heat) = (try #require(tokens["--paper"]), try #require(tokens["--heat"]))
    for level in 1...20 {
      let shade = Shade(Double(level - 1) / 19, in: 0...1)
      #expect(shade.level == level)
      let words = try #require(tokens[shade.isDark ? "--on-dark" : "--on-light"])
      let ground = paper.covered(by: heat, opacity: shade.opacity)
      #expect(words.contrast(with: ground) >= 4.5, "level \(level)")
    }
  }

  @Test("Colors of series differ for readers who see no red or no green", arguments: [0, 1])
  func colourVision(_ theme: Int) throws {
    let series = try (1...4).map { try #require(Self.themes[theme]["--series-\($0)"]) }
    for sight in Colour.Sight.allCases {
      for (i, a) in series.enumerated() {
        for b in series[..<i] {
          #expect(a.seen(by: sight).distance(to: b.seen(by: sight)) >= 0.12, "\(sight)")
        }
      }
    }
  }
}

/// An sRGB color in linear light.
struct Colour {
  var channels: [Double]

  /// `08437a…`
  init?(_ digits: Substring) {
    let hex = digits.prefix { $0.isHexDigit }
    let wide = hex.count == 3 ? String(hex.flatMap { [$0, $0] }) : String(hex.prefix(6))
    guard wide.count == 6, let value = Int(wide, radix: 16) else { return nil }
    channels = [value >> 16, value >> 8 & 255, value & 255].map { Self.linear(Double($0) / 255) }
  }

  init(linear channels: [Double]) { self.channels = channels.map { min(max($0, 0), 1) } }

  private static func linear(_ x: Double) -> Double {
    x <= 0.04045 ? x / 12.92 : pow((x + 0.055) / 1.055, 2.4)
  }

  private static func encoded(_ x: Double) -> Double {
    x <= 0.0031308 ? x * 12.92 : 1.055 * pow(x, 1 / 2.4) - 0.055
  }

  private var luminance: Double {
    0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }

  /// The contrast ratio of WCAG 2.
  func contrast(with other: Colour) -> Double {
    let (a, b) = (luminance + 0.05, other.luminance + 0.05)
    return max(a, b) / min(a, b)
  }

  /// This ground under a translucent color; browsers mix the encoded channels.
  func covered(by other: Colour, opacity: Double) -> Colour {
    Colour(
      linear: zip(channels, other.channels).map {
        Self.linear(Self.encoded($0) * (1 - opacity) + Self.encoded($1) * opacity)
      })
  }

  enum Sight: CaseIterable { case all, noRed, noGreen }

  /// The color as a dichromat sees it (Viénot, Brettel and Mollon, 1999).
  func seen(by sight: Sight) -> Colour {
    let (r, g, b) = (channels[0], channels[1], channels[2])
    return switch sight {
    case .all: self
    case .noRed:
      Colour(linear: [
        0.11238 * r + 0.88762 * g, 0.11238 * r + 0.88762 * g, 0.00401 * r - 0.00401 * g + b,
      ])
    case .noGreen:
      Colour(linear: [
        0.29275 * r + 0.70725 * g, 0.29275 * r + 0.70725 * g, -0.02234 * r + 0.02234 * g + b,
      ])
    }
  }

  /// The distance in OKLab (Ottosson, 2020).
  func distance(to other: Colour) -> Double {
    zip(lab, other.lab).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  private var lab: [Double] {
    let (r, g, b) = (channels[0], channels[1], channels[2])
    let l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    let m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    let s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return [
      0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
    ]
  }
}
