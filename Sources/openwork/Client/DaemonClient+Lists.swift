import DaemonAPI
import HTTPTypes
import JSON

extension DaemonClient {
    /// Every integration with its settings by name.
    func integrations() async throws -> [IntegrationReport] {
        try AnswerReader(try await send(.get, "/api/integrations"))
            .list("integrations") { json throws(AnswerError) in try IntegrationReport(json: json) }
    }

    /// Sets values, and answers with what the server made of them.
    func configure(_ id: String, _ values: [String: String?], server: String? = nil) async throws -> Verdict {
        let request = ConfigureRequest(environment: values, server: server)
        return try Verdict(json: try await send(.post, try Path.integration(id, "configure"), request.json))
    }
}
