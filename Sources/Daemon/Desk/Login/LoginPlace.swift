import MCPHTTP
import Registry

/// The server of an integration that a log-in is for, and where it listens.
struct LoginPlace: Sendable {
    let entry: Integration
    let server: IntegrationServer
    let address: HTTPAddress
}
