import HTTPTypes
import Hummingbird
import NIOCore

/// Takes down every request to the MCP server of a scene, with the head of its answer.
struct SceneMiddleware<Context: RequestContext>: RouterMiddleware {
    let log: ClientLog
    /// Called for each message with a token that was answered.
    let succeeded: @Sendable () -> Void

    private static var bodyLimit: Int { 16 << 20 }

    func handle(
        _ request: Request,
        context: Context,
        next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        var request = request
        let body = try await request.collectBody(upTo: Self.bodyLimit)
        let number = log.note(ClientTurn(request, Array(buffer: body), log.moment)).number
        let response: Response
        do {
            response = try await next(request, context)
        } catch {
            log.answer(number, (error as? any HTTPResponseError)?.status.code ?? 500, HTTPFields())
            throw error
        }
        log.answer(number, response.status.code, response.headers)
        if request.method == .post, request.headers[.authorization] != nil, response.status == .ok { succeeded() }
        return response
    }
}

extension ClientTurn {
    /// A request to the MCP server; the host it names is among the fields.
    init(_ request: Request, _ body: [UInt8], _ moment: Duration) {
        var fields = request.headers
        if let host = HTTPField.Name("Host") { fields[host] = request.head.authority }
        self.init(
            party: .server,
            method: request.method.rawValue,
            path: request.uri.path,
            query: request.uri.query ?? "",
            fields: fields,
            body: body,
            moment: moment
        )
    }
}
