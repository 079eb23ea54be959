import Foundation
import Testing

/// A real Chromium, spoken to in its DevTools protocol through two named pipes. One page at a time.
final class Browser {
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// What the page has done that it should not: errors, words on the console, requests to other hosts.
  private(set) var problems: [String] = []

  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "browser-\(UUID().uuidString)")
  private let process = Process()
  private let input: FileHandle
  private let output: FileHandle
  private var buffer: [UInt8] = []
  private var lastID = 0
  private var session: String?
  private var events: [String] = []

  init() throws {
    let folder = folder
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let pipes = ["in", "out"].map { folder.appending(path: $0).path }
    for pipe in pipes where mkfifo(pipe, 0o600) != 0 { throw Failure(description: "mkfifo") }
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      "-c", "exec /usr/bin/chromium \"$@\" 3< '\(pipes[0])' 4> '\(pipes[1])'", "chromium",
      "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
      "--remote-debugging-pipe", "--user-data-dir=\(folder.path)/profile",
      "--allow-file-access-from-files", "--disable-background-networking", "about:blank",
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    input = try FileHandle(forWritingTo: URL(filePath: pipes[0]))
    output = try FileHandle(forReadingFrom: URL(filePath: pipes[1]))
    let target = try call("Target.createTarget", ["url": "about:blank"])
    let attached = try call(
      "Target.attachToTarget", ["targetId": target["targetId"] as Any, "flatten": true])
    session = attached["sessionId"] as? String
    for domain in ["Page", "Runtime", "Network", "Log"] { try call("\(domain).enable") }
  }

  deinit {
    try? input.close()
    process.terminate()
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  /// Opens a page and waits until all of it is there.
  func open(_ address: String) throws {
    problems = []
    events = []
    try call("Page.navigate", ["url": address])
    try wait(for: "Page.loadEventFired")
  }

  /// Loads the page again.
  func reload() throws {
    events = []
    try call("Page.reload")
    try wait(for: "Page.loadEventFired")
  }

  func resize(width: Int, height: Int = 900) throws {
    try call(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": false])
  }

  /// What the reader's system prefers.
  func prefer(dark: Bool) throws {
    let feature = ["name": "prefers-color-scheme", "value": dark ? "dark" : "light"]
    try call("Emulation.setEmulatedMedia", ["features": [feature]])
  }

  /// Shows the page as it would be printed.
  func print(dark: Bool = false) throws {
    let feature = ["name": "prefers-color-scheme", "value": dark ? "dark" : "light"]
    try call("Emulation.setEmulatedMedia", ["media": "print", "features": [feature]])
  }

  func allowScripts(_ allowed: Bool) throws {
    try call("Emulation.setScriptExecutionDisabled", ["value": !allowed])
  }

  /// Presses a key, with the text that it types.
  func press(_ key: String, text: String? = nil, control: Bool = false) throws {
    let codes = [
      "Enter": 13, "Escape": 27, "Tab": 9, "ArrowDown": 40, "ArrowRight": 39, "ArrowLeft": 37,
      " ": 32,
    ]
    var event: [String: Any] = [
      "key": key, "code": key == " " ? "Space" : key, "modifiers": control ? 2 : 0,
      "windowsVirtualKeyCode": codes[key] ?? Int(key.uppercased().unicodeScalars.first!.value),
    ]
    event["text"] = text ?? (key == "Enter" ? "\r" : nil)
    event["type"] = "keyDown"
    try call("Input.dispatchKeyEvent", event)
    event["type"] = "keyUp"
    try call("Input.dispatchKeyEvent", event)
  }

  func type(_ text: String) throws { try call("Input.insertText", ["text": text]) }

  /// Clicks the middle of an element, as a mouse does.
  func click(_ selector: String) throws {
    let place = try middle(of: selector)
    try mouse("mousePressed", place)
    try mouse("mouseReleased", place)
  }

  /// Draws from the middle of an element to that of another in ten steps.
  func drag(from start: String, to end: String) throws {
    let first = try middle(of: start)
    let last = try middle(of: end)
    try mouse("mousePressed", first)
    for step in 1...10 {
      let part = Double(step) / 10
      try mouse("mouseMoved", zip(first, last).map { $0 + part * ($1 - $0) })
    }
    try mouse("mouseReleased", last)
  }

  private func mouse(_ type: String, _ place: [Double]) throws {
    try call(
      "Input.dispatchMouseEvent",
      [
        "type": type, "x": place[0], "y": place[1], "button": "left", "buttons": 1,
        "clickCount": type == "mouseMoved" ? 0 : 1,
      ])
  }

  private func middle(of selector: String) throws -> [Double] {
    let script = """
      (() => {
        const element = document.querySelector("\(selector)");
        element.scrollIntoView({ block: "center", behavior: "instant" });
        const box = element.getBoundingClientRect();
        return [box.x + box.width / 2, box.y + box.height / 2];
      })()
      """
    guard let place = try evaluate(script) as? [Double] else {
      throw Failure(description: "There is no \(selector).")
    }
    return place
  }

  /// The value of an expression of the page; a promise's is waited for.
  @discardableResult
  func evaluate(_ expression: String) throws -> Any? {
    let answer = try call(
      "Runtime.evaluate",
      ["expression": expression, "returnByValue": true, "awaitPromise": true])
    if let mistake = answer["exceptionDetails"] as? [String: Any] {
      let exception = mistake["exception"] as? [String: Any]
      throw Failure(description: "\(exception?["description"] ?? mistake)")
    }
    return (answer["result"] as? [String: Any])?["value"]
  }

  /// Waits until an expression is true.
  func waits(until expression: String) throws -> Bool {
    for _ in 0..<200 {
      // A page that is on its way to another answers with an error.
      if (try? evaluate(expression)) as? Bool == true { return true }
      usleep(20_000)
    }
    return try evaluate(expression) as? Bool == true
  }

  /// The page as a picture, to its end.
  func screenshot() throws -> Data {
    let answer = try call("Page.captureScreenshot", ["captureBeyondViewport": true])
    guard let text = answer["data"] as? String, let data = Data(base64Encoded: text) else {
      throw Failure(description: "no picture")
    }
    return data
  }
}

// MARK: - The protocol

extension Browser {
  @discardableResult
  private func call(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    lastID += 1
    var message: [String: Any] = ["id": lastID, "method": method, "params": parameters]
    message["sessionId"] = session
    try input.write(contentsOf: JSONSerialization.data(withJSONObject: message) + [0])
    while true {
      let answer = try read()
      if answer["id"] as? Int == lastID {
        if let error = answer["error"] { throw Failure(description: "\(method): \(error)") }
        return answer["result"] as? [String: Any] ?? [:]
      }
      note(answer)
    }
  }

  private func wait(for event: String) throws {
    while !events.contains(event) { note(try read()) }
  }

  private func note(_ message: [String: Any]) {
    guard let event = message["method"] as? String else { return }
    events.append(event)
    let parameters = message["params"] as? [String: Any] ?? [:]
    switch event {
    case "Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded":
      problems.append("\(event): \(parameters)")
    case "Network.requestWillBeSent":
      let address = (parameters["request"] as? [String: Any])?["url"] as? String ?? ""
      let own = ["file:", "data:", "about:", "blob:", "http://127.0.0.1", "http://localhost"]
      if !own.contains(where: address.hasPrefix) { problems.append("asks for \(address)") }
    default: break
    }
  }

  /// The next message; they are ended by a zero byte.
  private func read() throws -> [String: Any] {
    while true {
      if let end = buffer.firstIndex(of: 0) {
        let message = Data(buffer[..<end])
        buffer.removeSubrange(...end)
        return try JSONSerialization.jsonObject(with: message) as? [String: Any] ?? [:]
      }
      var waiting = pollfd(fd: output.fileDescriptor, events: Int16(POLLIN), revents: 0)
      // Looking for barriers in the largest page takes a minute where others are at work, too.
      guard poll(&waiting, 1, 600_000) > 0 else {
        throw Failure(description: "Chromium is silent.")
      }
      let data = output.availableData
      guard !data.isEmpty else { throw Failure(description: "Chromium has ended.") }
      buffer += data
    }
  }
}
