import DaemonAPI
import HTTPTypes
import JSON

extension Route {
    /// What vendors send by themselves.
    static let hooks: [Route] = [
        hook(.slack, "receiveSlack", "X-Slack-Request-Timestamp", "X-Slack-Signature"),
        hook(.discord, "receiveDiscord", "X-Signature-Timestamp", "X-Signature-Ed25519"),
    ]

    private static func hook(
        _ vendor: HookDelivery.Vendor,
        _ name: String,
        _ timestamp: String,
        _ signature: String
    ) -> Route {
        let (time, sign) = (HTTPField.Name(timestamp), HTTPField.Name(signature))
        return Route(
            .post,
            "/hooks/\(vendor.rawValue)",
            RouteFacts(
                name: name,
                summary: "Takes what somebody did with a message, signed by \(vendor.name)",
                tag: "hooks",
                body: "Delivery",
                answer: .json("DeliveryAnswer", status: 200),
                problems: [
                    400: "it is signed, and not what the vendor documents", 401: "it is not signed, or not now",
                    404: "no key to check signatures with is set", 409: "it came before",
                    503: "the key that is set is none",
                ],
                doorway: .signed,
                bodyForm: .bytes,
                takesAnyQuery: true
            )
        ) { request, service in
            let delivery = HookDelivery(
                vendor,
                body: request.bytes,
                timestamp: time.flatMap { request.fields[$0] },
                signature: sign.flatMap { request.fields[$0] }
            )
            return .json(try await service.receive(delivery) ?? [:])
        }
    }
}
