import MCP

/// What is left to do after a session's actions were taken in: everything that must not happen under the lock.
enum ClientEffect: Sendable {
    case resume(CheckedContinuation<RequestOutcome, Never>, RequestOutcome)
    case setTimer(ClientTimer, Duration)
    case cancelTimer(ClientTimer)
    case report(ClientPhase)
    case deliver(MCP.Notification)
    case progress(@Sendable (Progress) -> Void, Progress)
    case serve(Request)
    case stopServing(OneShot<Void>)
    case closeChannel(any MessageChannel)
}

/// How far a session has come with one connection.
enum ClientPhase: Sendable {
    case ready(ServerDescription)
    case failed(ClientFailure)
    case needsRespawn
}
