import HTTPTypes

extension Route {
    /// Where agents connect: one address for each role, in every revision of the protocol.
    static let endpoints: [Route] = [
        endpoint(.post, "postToRole", "Takes a message of an agent, and answers as the Model Context Protocol says"),
        endpoint(.get, "listenToRole", "Opens the stream on which a session is told what belongs to no call"),
        endpoint(.delete, "leaveRole", "Ends a session"),
    ]

    private static func endpoint(_ method: HTTPRequest.Method, _ name: String, _ summary: String) -> Route {
        Route(
            method,
            "/mcp/{id}",
            RouteFacts(
                name: name,
                summary: summary,
                tag: "agents",
                answer: .protocolMessages,
                problems: [404: "there is no such role, and the problem names the nearest; or no such session"]
            )
        ) { request, service in .endpoint(try await service.endpoint(of: request.id)) }
    }
}
