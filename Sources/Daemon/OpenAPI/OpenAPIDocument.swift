import HTTPTypes
import JSON

/// The interface as an OpenAPI 3.1 document: paths from the routes themselves, schemas from one place.
enum OpenAPIDocument {
    /// The document.
    static let whole: JSONValue = {
        var paths = JSONObject()
        for route in RouteTable.all.routes {
            var item = paths[route.path]?.objectValue ?? [:]
            item[route.method.rawValue.lowercased()] = operation(route)
            paths[route.path] = .object(item)
        }
        return [
            "openapi": "3.1.0",
            "info": [
                "title": "OpenWork",
                "version": "1",
                "summary": "Install, configure and watch integrations, and ask how they are",
                "description": .string(introduction),
            ],
            "servers": [["url": "http://localhost:18800"]],
            "tags": .array(
                tags.map { ["name": .string($0.0), "description": .string($0.1)] }
            ),
            "security": [[:], ["token": []]],
            "paths": .object(paths),
            "components": [
                "schemas": .object(OpenAPISchemas.all),
                "securitySchemes": ["token": ["type": "http", "scheme": "bearer"]],
            ],
        ]
    }()

    private static let introduction = """
        On loopback the daemon answers the user who runs it, and nobody else, without a token; bound elsewhere it wants \
        one. Requests that change something need Content-Type: application/json. Whatever goes wrong is told as \
        application/problem+json with a code for programs and a fix for people.
        """

    private static let tags = [
        ("status", "What is going on"), ("integrations", "What there is"), ("actions", "What can be done to it"),
        ("logins", "Logging in at vendors"), ("hooks", "What vendors send by themselves"),
        ("roles", "Who works with what"), ("agents", "Where agents connect"), ("upkeep", "What is done now and then"),
        ("records", "What was done, measured and proven"), ("service", "What machines ask that look after the daemon"),
        ("dashboard", "What people look at"),
    ]

    private static func operation(_ route: Route) -> JSONValue {
        let facts = route.facts
        var operation: JSONObject = [
            "operationId": .string(facts.name), "summary": .string(facts.summary), "tags": [.string(facts.tag)],
        ]
        let parameters = route.parameterNames.map(pathParameter) + facts.query.map(queryParameter)
        if !parameters.isEmpty { operation["parameters"] = .array(parameters) }
        if let body = facts.body {
            operation["requestBody"] = [
                "required": .bool(!facts.isBodyOptional),
                "content": .object([facts.bodyForm.type: ["schema": reference(body)]]),
            ]
        }
        var responses = answer(facts)
        for (status, words) in problems(of: route).sorted(by: { $0.key < $1.key }) {
            // A page may be refused as a page too: both are told of.
            var content = responses[String(status)]?["content"]?.objectValue ?? [:]
            content["application/problem+json"] = ["schema": reference("Problem")]
            responses[String(status)] = ["description": .string(words), "content": .object(content)]
        }
        operation["responses"] = .object(responses)
        return .object(operation)
    }

    private static func answer(_ facts: RouteFacts) -> JSONObject {
        switch facts.answer {
        case .json(let schema, let status):
            var responses: JSONObject = [
                String(status): [
                    "description": .string(facts.summary),
                    "content": ["application/json": ["schema": reference(schema)]],
                ]
            ]
            if facts.hasTag { responses["304"] = ["description": "it is as If-None-Match says"] }
            return responses
        case .events(let schema):
            return [
                "200": [
                    "description": .string("events whose data is \(schema)"),
                    "content": ["text/event-stream": ["schema": ["type": "string"]]],
                ]
            ]
        case .text(let type):
            return [
                "200": [
                    "description": .string(facts.summary),
                    "content": .object([type: ["schema": ["type": "string"]]]),
                ]
            ]
        case .protocolMessages:
            let message: JSONValue = ["type": "object", "description": "a message of JSON-RPC 2.0"]
            return [
                "200": [
                    "description": "what the revision of the protocol says that was agreed on",
                    "content": [
                        "application/json": ["schema": message], "text/event-stream": ["schema": ["type": "string"]],
                    ],
                ],
                "202": ["description": "the message wants no answer"],
            ]
        case .nothing:
            return ["204": ["description": "it is done"]]
        case .file:
            let content: JSONValue = ["*/*": ["schema": ["type": "string"]]]
            return [
                "200": ["description": .string(facts.summary), "content": content],
                "304": ["description": "it is as If-None-Match says"],
            ]
        case .elsewhere:
            return ["303": ["description": .string(facts.summary)]]
        case .page(let statuses):
            let content: JSONValue = ["text/html": ["schema": ["type": "string"]]]
            var responses = JSONObject()
            for status in [200] + statuses {
                responses[String(status)] = ["description": "a page that says how it ended", "content": content]
            }
            return responses
        }
    }

    /// What a route may be refused with, its own reasons included.
    static func problems(of route: Route) -> [Int: String] {
        var problems = [
            400: "a parameter or the body cannot be read", 403: "the caller is none that may call",
            405: "the address does not take the method", 406: "Accept excludes the answer",
            429: "there were too many requests; Retry-After says how long to wait",
            500: "the daemon failed; its log has the request's name",
        ]
        if route.facts.doorway == .closed { problems[401] = "the daemon wants a token" }
        if !route.parameterNames.isEmpty { problems[404] = "there is nothing of that name" }
        if route.facts.body != nil {
            problems[408] = "the body did not come in time"
            problems[413] = "the body is too long"
            if let type = route.facts.bodyForm.name {
                problems[415] = "the body is not declared as \(type)"
                problems[422] = "the body does not fit; every fault is listed"
            }
        }
        return problems.merging(route.facts.problems) { $1 }
    }

    private static func reference(_ schema: String) -> JSONValue {
        ["$ref": .string("#/components/schemas/\(schema)")]
    }

    private static func pathParameter(_ name: String) -> JSONValue {
        [
            "name": .string(name), "in": "path", "required": true,
            "schema": ["type": "string", "pattern": .string(QueryParameter.idPattern)],
        ]
    }

    private static func queryParameter(_ parameter: QueryParameter) -> JSONValue {
        [
            "name": .string(parameter.name), "in": "query", "required": false,
            "description": .string(parameter.summary), "schema": parameter.schema,
        ]
    }
}
