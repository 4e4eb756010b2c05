import DaemonAPI
import HTTPTypes
import JSON

extension Route {
    /// Which definitions of tools agents may have.
    static let review: [Route] = [
        Route(
            .get,
            "/api/tools/review",
            RouteFacts(
                name: "listToolReviews",
                summary: "Tools that agents do not get until somebody has looked at them, with what has changed",
                tag: "agents",
                query: [QueryParameter("integration", .id, "only those of one integration")],
                answer: .json("ToolReviewList", status: 200),
                problems: unknownIntegration
            )
        ) { request, service in list(try await service.toolReviews(request.query["integration"])) },
        Route(
            .post,
            "/api/integrations/{id}/tools/approve",
            RouteFacts(
                name: "approveTools",
                summary: "Lets agents have tools as they are defined now, and answers with what still waits",
                tag: "agents",
                body: "ApproveRequest",
                answer: .json("ToolReviewList", status: 200),
                problems: unknownIntegration.merging([409: "a definition is not the one that was looked at"]) { $1 }
            )
        ) { request, service in
            list(try await service.approve(request.id, ApproveRequest(body: request.body)))
        },
        Route(
            .post,
            "/api/integrations/{id}/tools/refuse",
            RouteFacts(
                name: "refuseTools",
                summary: "Keeps tools from agents as they are defined now, and answers with what still waits",
                tag: "agents",
                body: "ApproveRequest",
                answer: .json("ToolReviewList", status: 200),
                problems: unknownIntegration.merging([409: "a definition is not the one that was looked at"]) { $1 }
            )
        ) { request, service in
            list(try await service.refuse(request.id, ApproveRequest(body: request.body)))
        },
    ]

    private static func list(_ reviews: [ToolReview]) -> APIAnswer {
        .json(["tools": .array(reviews.map(\.json))])
    }
}
