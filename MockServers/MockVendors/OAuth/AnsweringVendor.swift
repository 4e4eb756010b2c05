import HTTPTypes
import Hummingbird
import MCPAuthorization
import NIOCore

/// Turns requests into calls of an authorization server, whatever their path, but for one that is somebody else's.
struct AnsweringVendor<Context: RequestContext>: RouterMiddleware {
    let server: Later<OAuthVendorServer>
    var excepting: String?

    func handle(
        _ request: Request,
        context: Context,
        next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard request.uri.path != excepting else { return try await next(request, context) }
        guard let server = server.value else { return Response(status: .serviceUnavailable) }
        let body = try await request.body.collect(upTo: 64 << 10)
        let call = OAuthCall(
            request.method.rawValue,
            request.uri.path,
            query: FormFields(decoding: request.uri.query ?? ""),
            authorization: request.headers[.authorization],
            proof: request.headers[.possessionProof],
            body: Array(buffer: body)
        )
        return Response(await server.answer(call))
    }
}
