package import MCP
package import MCPConnection
package import MCPHTTP
package import TestSupport
package import Testing

/// As `withHTTPClient`, and everything that our side sends has to match the schema of its revision.
package func withJudgedHTTPClient<Value, C: Clock<Duration>>(
    _ settings: HTTPClientSettings,
    exchanger: any HTTPExchanger,
    configuration: ClientConfiguration,
    remembered: HTTPEraRecord? = nil,
    handlers: ClientHandlers = .none,
    clock: C,
    excusing excuses: [WireExcuse] = [],
    sourceLocation: SourceLocation = #_sourceLocation,
    _ body: (Client, HTTPChannel) async throws -> Value
) async -> HTTPRun<Value> {
    let judge = WireJudge([.clientToServer], excusing: excuses)
    // Judged where it leaves, for the channel has messages of its own.
    let run = await withHTTPClient(
        settings,
        exchanger: JudgedExchanger(exchanger, judge: judge),
        configuration: configuration,
        remembered: remembered,
        handlers: handlers,
        clock: clock,
        body
    )
    judge.report(sourceLocation: sourceLocation)
    return run
}
