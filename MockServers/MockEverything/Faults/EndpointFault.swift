package import Hummingbird

/// One rule of HTTP, broken: stands before a sound endpoint and changes what goes in or what comes out.
package protocol EndpointFault: Sendable {
    /// The name on the command line.
    static var name: String { get }
    /// What it does, in a few words.
    static var summary: String { get }

    /// A fault that has seen nothing yet.
    init()

    /// Answers one request with the help of the sound endpoint.
    func respond(
        to request: Request,
        _ sound: (Request) async throws -> Response
    ) async throws -> Response
}
