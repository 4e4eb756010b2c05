@preconcurrency import Dispatch
import Glibc
import Synchronization

/// Ctrl-C and SIGTERM as cancellation: what runs is cancelled, its clean-up is awaited, and its result is kept.
enum Interrupts {
    /// Runs the operation, and cancels it at the first of these signals.
    static func cancelling<Value: Sendable>(
        _ operation: @escaping @Sendable () async -> Value
    ) async -> Value {
        let signals = signals()
        return await withTaskGroup(of: Value?.self) { group in
            group.addTask { await operation() }
            group.addTask {
                for await _ in signals {
                    break
                }
                return nil
            }
            while let outcome = await group.next() {
                group.cancelAll()
                if let outcome {
                    return outcome
                }
            }
            preconditionFailure("the operation ended without a value")
        }
    }

    /// Where a byte lies once a signal came; it stays there, so that whatever is begun after it is cancelled, too.
    ///
    /// Nil when there is no pipe: then the signals end the process, as they would without us.
    private static let input: Int32? = {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for descriptor in ends {
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        }
        signalPipe.store(ends[1], ordering: .releasing)
        for number in [SIGINT, SIGTERM] {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { _ in
                var byte: UInt8 = 0
                _ = write(signalPipe.load(ordering: .acquiring), &byte, 1)
            }
            sigaction(number, &action, nil)
        }
        return ends[0]
    }()

    /// One element at the first signal; ends with it.
    private static func signals() -> AsyncStream<Void> {
        guard let input else { return AsyncStream { $0.finish() } }
        return AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
            // Not a thread that blocks in read: there are few, and all work of the run needs them.
            let source = DispatchSource.makeReadSource(fileDescriptor: input, queue: .global())
            source.setEventHandler {
                continuation.yield()
                continuation.finish()
            }
            continuation.onTermination = { _ in source.cancel() }
            source.activate()
        }
    }
}

/// Where the handler of a signal, which may touch nothing else, leaves word.
private let signalPipe = Atomic<Int32>(-1)
