import DaemonAPI
import HTTPTypes
import JSON

extension Route {
    /// Integrations out of documents.
    static let importing: [Route] = [
        Route(
            .post,
            "/api/documents",
            RouteFacts(
                name: "importDocument",
                summary: "Makes an integration of an OpenAPI document, or tells what would come of it",
                tag: "integrations",
                body: "DocumentRequest",
                answer: .json("DocumentReport", status: 200),
                problems: [
                    409: "the id belongs to an integration that came from no document",
                    422: "the document cannot be fetched or used", 507: "the file cannot be written",
                ],
                bodyLimitInBytes: 9 << 20
            )
        ) { request, service in
            .json(try await service.importDocument(DocumentRequest(body: request.body)).json)
        }
    ]
}
