import MCP
import MCPConnection

/// What an integration says during a call, on its way to the client: in order, and before the answer.
struct CallReports: Sendable {
    private enum Report: Sendable {
        case progress(Progress)
        case notification(MCP.Notification)
    }

    /// A client that does not keep up loses the oldest reports, never the answer.
    private static let unreadLimit = 256

    private let sink: AsyncStream<Report>.Continuation

    func progress(_ progress: Progress) { sink.yield(.progress(progress)) }

    func notification(_ notification: MCP.Notification) { sink.yield(.notification(notification)) }

    /// Works with somebody who passes reports on, and returns when the last is on its way.
    static func during<Value: Sendable>(
        _ call: ServerCall,
        _ work: (CallReports) async -> Value
    ) async -> Value {
        let (stream, sink) = AsyncStream.makeStream(of: Report.self, bufferingPolicy: .bufferingNewest(unreadLimit))
        return await withTaskGroup { group in
            group.addTask {
                for await report in stream {
                    switch report {
                    case .progress(let report):
                        await call.progress(report.progress, total: report.total, message: report.message)
                    case .notification(let notification):
                        await call.notify(notification)
                    }
                }
            }
            let value = await work(CallReports(sink: sink))
            sink.finish()
            await group.waitForAll()
            return value
        }
    }
}
