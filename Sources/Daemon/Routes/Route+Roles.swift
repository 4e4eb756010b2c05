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
                summary: "Gives a role other integrations, or with null what its file says",
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
    ]
}
