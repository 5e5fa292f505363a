import Dispatch

/// The line on a terminal that says what a long run is doing.
///
/// A class, since the run writes the stage and a timer reads it; both only ever on `queue`, which
/// is why the compiler may take it for sendable.
final class ProgressLine: @unchecked Sendable {
  private let console: Console
  private let queue = DispatchQueue(label: "progress")
  private let timer: any DispatchSourceTimer
  private var stage = ""
  private var isVisible = false
  private var ticks = 0

  /// Shows nothing for the first second: most runs are over by then.
  init(_ console: Console) {
    self.console = console
    timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(deadline: .now() + .seconds(1), repeating: .seconds(1))
    timer.setEventHandler { [unowned self] in tick() }
    timer.resume()
  }

  deinit { timer.cancel() }

  /// Names what is being done.
  func show(_ stage: String) {
    queue.sync { self.stage = stage }
  }

  /// Takes the line away for good.
  func end() {
    queue.sync {
      timer.cancel()
      if isVisible { write("") }
      isVisible = false
    }
  }

  private func tick() {
    ticks += 1
    isVisible = true
    write("collate: \(stage), \(ticks) s")
  }

  /// Writes over the line: back to its start, then away with the rest of it.
  private func write(_ text: String) {
    try? Console.write(Array("\r\(text)\u{1B}[K".utf8)[...], to: console.errors)
  }
}
