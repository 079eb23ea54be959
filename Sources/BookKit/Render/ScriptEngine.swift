import CDuktape

/// A JavaScript program that runs inside the build: Duktape with the scripts it was given.
///
/// One heap, used from one thread; starting it costs some 0.1 s, so it is made when it is needed.
final class ScriptEngine {
  /// What a script threw, or why it could not be compiled.
  struct Failure: Error { var message: String }

  private let heap: OpaquePointer

  init() {
    guard let heap = duk_create_heap(nil, nil, nil, nil, nil) else {
      fatalError("No memory for a JavaScript heap.")
    }
    self.heap = heap
  }

  deinit { duk_destroy_heap(heap) }

  /// Runs a script at file scope.
  func load(_ source: String, name: String) throws {
    defer { duk_set_top(heap, 0) }
    push(source)
    push(name)
    // Two arguments: source and file name; caught errors instead of an abort.
    let flags = duk_uint_t(2 | 1 << 7)
    guard duk_compile_raw(heap, nil, 0, flags) == 0, duk_pcall(heap, 0) == 0 else {
      throw Failure(message: "\(name): \(top())")
    }
  }

  /// Calls a function of the loaded scripts; its answer as a string.
  func call(_ function: String, _ arguments: [String]) throws -> String {
    defer { duk_set_top(heap, 0) }
    duk_get_global_string(heap, function)
    for argument in arguments { push(argument) }
    let status = duk_pcall(heap, duk_idx_t(arguments.count))
    let answer = top()
    if status != 0 { throw Failure(message: answer) }
    return answer
  }

  private func push(_ text: String) {
    let bytes = ScriptText.encode(text)
    bytes.withUnsafeBytes { buffer in
      _ = duk_push_lstring(
        heap, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
  }

  private func top() -> String {
    var length = 0
    guard let bytes = duk_safe_to_lstring(heap, -1, &length) else { return "" }
    return ScriptText.decode(UnsafeRawBufferPointer(start: bytes, count: length))
  }
}

/// Duktape's strings: CESU-8, in which a character beyond U+FFFF is two surrogates of three bytes,
/// so that scripts see the UTF-16 units that they expect.
enum ScriptText {
  static func encode(_ text: String) -> [UInt8] {
    if text.utf8.allSatisfy({ $0 < 0xF0 }) { return Array(text.utf8) }
    var bytes: [UInt8] = []
    for unit in text.utf16 {
      if UTF16.isSurrogate(unit) {
        bytes += [0xE0 | UInt8(unit >> 12), 0x80 | UInt8(unit >> 6 & 63), 0x80 | UInt8(unit & 63)]
      } else {
        bytes += Array(String(decoding: [unit], as: UTF16.self).utf8)
      }
    }
    return bytes
  }

  static func decode(_ bytes: UnsafeRawBufferPointer) -> String {
    guard bytes.contains(0xED) else { return String(decoding: bytes, as: UTF8.self) }
    var units: [UInt16] = []
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      let end = min(index + length, bytes.count)
      if length == 3 && end - index == 3 {
        units.append(
          UInt16(lead & 15) << 12 | UInt16(bytes[index + 1] & 63) << 6
            | UInt16(bytes[index + 2] & 63))
      } else {
        units += Array(String(decoding: bytes[index..<end], as: UTF8.self).utf16)
      }
      index = end
    }
    return String(decoding: units, as: UTF16.self)
  }
}
