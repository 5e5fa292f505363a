#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The number of the signal that came while signals were held, or 0.
///
/// Global, since a signal handler can reach nothing else; a pointer, since reaching it must not run
/// any code that is not safe in a handler. Written by the handler and by `HeldSignals` alone.
nonisolated(unsafe) private let arrivedSignal: UnsafeMutablePointer<sig_atomic_t> = {
  let cell = UnsafeMutablePointer<sig_atomic_t>.allocate(capacity: 1)
  cell.pointee = 0
  return cell
}()

/// Keeps Ctrl-C and its like from ending the program as long as it has something to clear away.
///
/// A signal that comes meanwhile is noted, and ends the program as it would have when released.
struct HeldSignals {
  private static let held = [SIGINT, SIGTERM, SIGHUP]
  /// Whether each was ignored already, as `nohup` and background jobs have it.
  private let actions: [sigaction]

  /// Holds the signals; `release` must follow.
  init() {
    arrivedSignal.pointee = 0
    actions = Self.held.map { number in
      var (old, new) = (sigaction(), sigaction())
      sigaction(number, nil, &old)
      if !Self.isIgnored(old) {
        Self.setHandler(&new)
        sigaction(number, &new, nil)
      }
      return old
    }
  }

  /// The signal that came, if one has.
  var arrived: Int32? {
    arrivedSignal.pointee == 0 ? nil : Int32(arrivedSignal.pointee)
  }

  /// Puts back what was, and lets a signal that came do its work.
  func release() {
    for (number, action) in zip(Self.held, actions) {
      var action = action
      sigaction(number, &action, nil)
    }
    if let arrived { raise(arrived) }
  }

  /// Lets an action note the signal and do nothing else.
  private static func setHandler(_ action: inout sigaction) {
    let note: @convention(c) (Int32) -> Void = { arrivedSignal.pointee = sig_atomic_t($0) }
    #if canImport(Darwin)
      action.__sigaction_u.__sa_handler = note
    #elseif canImport(Musl)
      action.__sa_handler.sa_handler = note
    #else
      action.__sigaction_handler.sa_handler = note
    #endif
    action.sa_flags = Int32(SA_RESTART)
  }

  /// Whether whoever started the program wants the signal ignored.
  private static func isIgnored(_ action: sigaction) -> Bool {
    #if canImport(Darwin)
      let handler = action.__sigaction_u.__sa_handler
    #elseif canImport(Musl)
      let handler = action.__sa_handler.sa_handler
    #else
      let handler = action.__sigaction_handler.sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
