import DaemonAPI
import HTTPTypes
import JSON

extension Route {
    /// Who works with what.
    static let roles: [Route] = [
        Route(
            .get,
            "/api/roles",
            RouteFacts(
                name: "listRoles",
                summary: "Every role with its integrations, and whether it can do its job now",
                tag: "roles",
                answer: .json("RoleList", status: 200),
                hasTag: true
            )
        ) { _, service in .json(["roles": .array(try await service.roles().map(\.json))]) },
        Route(
            .put,
            "/api/roles/{id}",
            RouteFacts(
                name: "assignRole",
                summary: "Gives a role other integrations or rules, or with null what its file says",
                tag: "roles",
                body: "AssignRequest",
                answer: .json("Role", status: 200),
                problems: [
                    404: "there is no such role; the problem names the nearest",
                    422: "an integration of the list does not exist",
                ]
            )
        ) { request, service in
            .json(try await service.assign(request.id, AssignRequest(body: request.body)).json)
        },
        Route(
            .get,
            "/api/roles/{id}/readiness",
            RouteFacts(
                name: "getRoleReadiness",
                summary: "Whether a role can do its job now: what is listed at its endpoint, and can be called",
                tag: "roles",
                answer: .json("EndpointReadiness", status: 200),
                problems: unknownRole
            )
        ) { request, service in .json(try await service.readiness(of: request.id).json) },
        Route(
            .get,
            "/api/roles/{id}/clients",
            RouteFacts(
                name: "listRoleClients",
                summary: "What each client has to be told so that it finds the tools of a role",
                tag: "roles",
                answer: .json("ClientList", status: 200),
                problems: unknownRole
            )
        ) { request, service in .json(["clients": .array(try await service.clients(of: request.id).map(\.json))]) },
        Route(
            .get,
            "/api/roles/{id}/tokens",
            RouteFacts(
                name: "listRoleTokens",
                summary: "The tokens by which agents may use the endpoint of a role; nobody is told them again",
                tag: "roles",
                answer: .json("RoleTokenList", status: 200),
                problems: unknownRole
            )
        ) { request, service in .json(["tokens": .array(try await service.roleTokens(request.id).map(\.json))]) },
        Route(
            .post,
            "/api/roles/{id}/tokens",
            RouteFacts(
                name: "makeRoleToken",
                summary: "Makes a token for the endpoint of a role, and tells it this once",
                tag: "roles",
                body: "TokenRequest",
                answer: .json("RoleToken", status: 201),
                problems: unknownRole.merging([409: "the role has a token of this name"]) { $1 }
            )
        ) { request, service in
            let made = try await service.makeToken(request.id, TokenRequest(body: request.body))
            return .json(made.json, status: 201)
        },
        Route(
            .delete,
            "/api/roles/{id}/tokens/{token}",
            RouteFacts(
                name: "revokeRoleToken",
                summary: "Revokes a token: it is refused from the next request on",
                tag: "roles",
                answer: .nothing,
                problems: [404: "there is no such role, or no such token of it"]
            )
        ) { request, service in
            try await service.revokeToken(request.id, request.parameters["token"] ?? "")
            return .nothing
        },
    ]

    private static let unknownRole = [404: "there is no such role; the problem names the nearest"]
}
