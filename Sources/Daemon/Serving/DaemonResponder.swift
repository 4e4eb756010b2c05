import DaemonAPI
import HTTPTypes
package import Hummingbird
import JSON
package import Logging
package import MCPConnection
package import MCPHTTP
import Store

/// Answers every request: who may call, which route, what it holds, what becomes of it, and a line in the log.
package struct DaemonResponder: HTTPResponder {
    /// Keeps the connection, whose user is asked for.
    package typealias Context = MCPRequestContext

    private let service: any DaemonService
    private let doorkeeper: Doorkeeper
    private let bounds: ServingBounds
    private let time: Timekeeper
    private let logger: Logger
    private let makeID: @Sendable () -> String
    private let table = RouteTable.all
    private let peers = PeerTable()
    private let tally = RequestTally()
    private let admission: Admission

    /// Answers with what a service says.
    /// - Parameters:
    ///   - service: does what is asked.
    ///   - doorkeeper: who may call.
    ///   - bounds: what is borne from callers.
    ///   - time: measures and bounds.
    ///   - logger: gets a line for each request, without bodies, values of parameters and secrets.
    ///   - makeID: names for requests that have none.
    package init(
        _ service: any DaemonService,
        doorkeeper: Doorkeeper,
        bounds: ServingBounds = ServingBounds(),
        time: Timekeeper,
        logger: Logger,
        makeID: @escaping @Sendable () -> String = { RequestName.random() }
    ) {
        self.service = service
        self.doorkeeper = doorkeeper
        self.bounds = bounds
        self.time = time
        self.logger = logger
        self.makeID = makeID
        admission = Admission(
            reading: Pace(burst: max(1, bounds.readsPerSecond * 4), rate: bounds.readsPerSecond),
            changing: Pace(burst: max(1, bounds.changesPerSecond * 4), rate: bounds.changesPerSecond)
        )
    }

    /// The answer, whatever happens: nothing is thrown but the end of the connection.
    package func respond(to request: Request, context: MCPRequestContext) async throws -> Response {
        let start = time.elapsed
        let name = request.headers[RequestName.field].flatMap(RequestName.valid) ?? makeID()
        var route: Route?
        var response: Response
        do {
            response = try await answer(request, context, name: name, route: &route)
        } catch let problem as Problem {
            response = Response(problem, request: name)
        } catch let refusal as Refusal {
            response = Response(refusal.problem, request: name)
            response.headers.append(contentsOf: refusal.fields)
        } catch let error as StoreError where error.code == .full {
            logger.error("there is no room", metadata: ["request": "\(name)", "error": "\(error)"])
            response = Response(.noRoom(error), request: name)
        } catch {
            logger.error("a request failed", metadata: ["request": "\(name)", "error": "\(error)"])
            let problem = Problem(
                500,
                "internal",
                "the daemon failed at this request",
                fix: "look for the request's name in the daemon's log, and report what it says"
            )
            response = Response(problem, request: name)
        }
        finish(&response, request, name: name, route: route, took: time.elapsed - start)
        return response
    }

    // MARK: Steps

    private func answer(
        _ request: Request,
        _ context: MCPRequestContext,
        name: String,
        route found: inout Route?
    ) async throws -> Response {
        let path = String((request.head.path ?? "/").prefix { $0 != "?" })
        let known = Result { () throws(RouteFault) in try table.find(request.method, path) }
        // Who may not call learns nothing, not even which addresses there are.
        let problem = doorkeeper.refusal(
            authority: request.head.authority,
            fields: request.headers,
            peer: peers.user(of: context.channel),
            grant: grant(request, path),
            at: (try? known.get())?.0.facts.doorway ?? .closed
        )
        if let problem { throw problem }
        let (route, parameters) = try known.mapError { Refusal($0) }.get()
        found = route
        if !route.isEndpoint, let pause = admission.refusal(isMutation: route.isMutation, at: time.elapsed) {
            throw Refusal.tooMany(pause: pause)
        }
        try check(route.facts.answer, request.headers)
        // What agents put behind their address is no business of ours.
        let query = route.isEndpoint ? [:] : try query(of: request, route)
        var call = APIRequest(parameters: parameters, query: query, fields: request.headers)
        if let id = parameters["id"], !QueryParameter.isID(id) { throw Refusal.badID(path) }
        if route.isEndpoint, case .endpoint(let endpoint) = try await route.answer(call, service) {
            return try await endpoint.respond(to: request, context: context)
        }
        if route.facts.takesAnyQuery { call.rawQuery = request.uri.query ?? "" }
        switch route.facts.bodyForm {
        case .json: call.body = try await body(of: request, route)
        case .bytes: call.bytes = try await bytes(of: request, route)
        case .fields: call.body = try await fields(of: request, route)
        }
        let asked = call
        let answer = try await AuditParty.$current.withValue(doorkeeper.party(request.headers)) {
            try await route.answer(asked, service)
        }
        return response(answer, route, request)
    }

    /// Whether the token of a role opens the address; nil for a request without one.
    private func grant(_ request: Request, _ path: String) -> Bool? {
        guard let token = RoleTokens.bearer(in: request.headers[.authorization]) else { return nil }
        let segments = path.split(separator: "/")
        guard segments.count == 2, segments[0] == "mcp" else { return false }
        return service.admits(token, to: String(segments[1]))
    }

    private func check(_ answer: RouteFacts.Answer, _ fields: HTTPFields) throws {
        let type: String
        switch answer {
        case .json: type = "application/json"
        case .events: type = "text/event-stream"
        case .text(let text): type = text
        case .page: type = "text/html"
        case .nothing, .file, .elsewhere, .protocolMessages: return
        }
        guard MediaTypes.accepts(type, fields) else { throw Refusal.unacceptable(type) }
    }

    private func query(of request: Request, _ route: Route) throws -> [String: String] {
        var values: [String: String] = [:]
        var faults: [Problem.Fault] = []
        for (key, value) in request.uri.queryParameters {
            let (key, value) = (String(key), String(value))
            guard let parameter = route.facts.query.first(where: { $0.name == key }) else {
                if route.facts.takesAnyQuery { continue }
                let known = route.facts.query.map(\.name).joined(separator: ", ")
                let fix = known.isEmpty ? "leave it out" : "leave it out; known are \(known)"
                faults.append(Problem.Fault(field: String(key.prefix(64)), message: "is not known", fix: fix))
                continue
            }
            if let fault = parameter.fault(in: value) { faults.append(fault) }
            values[key] = value
        }
        guard let first = faults.first else { return values }
        throw Problem(400, "invalid_parameter", "the parameters cannot be used", fix: first.fix, faults: faults)
    }

    private func body(of request: Request, _ route: Route) async throws -> JSONValue {
        guard route.facts.body != nil else { return .null }
        guard MediaTypes.isJSON(request.headers) else { throw Refusal.mediaType }
        let bytes = try await bytes(of: request, route)
        if bytes.isEmpty, route.facts.isBodyOptional { return .null }
        do throws(JSONError) {
            return try JSONValue(parsing: bytes)
        } catch {
            throw Problem(400, "invalid_json", "the body is no JSON: \(error)", fix: "send a JSON object")
        }
    }

    /// Any page of the world can send a form: only our own may.
    private func fields(of request: Request, _ route: Route) async throws -> JSONValue {
        guard MediaTypes.isForm(request.headers) else { throw Refusal.formType }
        guard SameOrigin.holds(authority: request.head.authority, request.headers) else { throw Refusal.otherPage }
        return FormFields.read(try await bytes(of: request, route))
    }

    private func bytes(of request: Request, _ route: Route) async throws -> [UInt8] {
        let limit = route.facts.bodyLimitInBytes ?? bounds.bodyLimitInBytes
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw Refusal.tooLarge(limitInBytes: limit)
        }
        let collected = await time.limit(to: bounds.bodyBound) {
            do {
                return Result<[UInt8], any Error>.success(Array(buffer: try await request.body.collect(upTo: limit)))
            } catch {
                return .failure(error)
            }
        }
        guard let collected else { throw Refusal.tooSlow }
        do {
            return try collected.get()
        } catch let error as any HTTPResponseError where error.status == .contentTooLarge {
            throw Refusal.tooLarge(limitInBytes: limit)
        }
    }

    private func response(_ answer: APIAnswer, _ route: Route, _ request: Request) -> Response {
        switch answer {
        case .json(let value, let status):
            let bytes = value.utf8()
            guard route.facts.hasTag else { return Response(bytes, type: "application/json", status: status) }
            return .tagged(bytes, type: "application/json", known: request.headers[.ifNoneMatch])
        case .told(let text, let moment):
            return .told(text, at: moment, known: request.headers[.ifNoneMatch])
        case .page(let value, let next):
            var response = Response.tagged(
                value.utf8(),
                type: "application/json",
                known: request.headers[.ifNoneMatch]
            )
            response.headers[RequestName.link] = next.map { "<\($0)>; rel=\"next\"" }
            return response
        case .text(var text, let type):
            if type == MetricsText.type { text += MetricsText.write(tally.measurements) }
            return Response(Array(text.utf8), type: type)
        case .nothing, .endpoint:
            return Response(status: .noContent)
        case .web(let document):
            return document.response(known: request.headers[.ifNoneMatch])
        case .document(let page, let status):
            return Response(page, status: status)
        case .events(let source):
            return EventWriting.response(source, keepAlive: bounds.keepAlive, time: time)
        }
    }

    private func finish(
        _ response: inout Response,
        _ request: Request,
        name: String,
        route: Route?,
        took duration: Duration
    ) {
        response.headers[RequestName.field] = name
        WebDocument.harden(&response.headers)
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-cache" }
        if request.method == .head {
            let length = response.body.contentLength
            response.body = ResponseBody()
            response.headers[.contentLength] = length.map { String($0) }
        }
        let status = response.status.code
        tally.add(route: route?.path ?? "none", status: status, took: duration)
        logger.log(
            // Agents make many calls, and each has a row in the audit.
            level: route?.isEndpoint == true ? .debug : .info,
            "answered",
            metadata: [
                "request": "\(name)", "method": "\(request.method.rawValue)", "route": "\(route?.path ?? "none")",
                "status": "\(status)", "ms": "\(Int(duration / .milliseconds(1)))",
            ]
        )
    }
}
