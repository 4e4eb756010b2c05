import JSON

extension VendorServer {
    /// The path below which a served vendor takes orders instead of playing; no real vendor has it.
    package static let controlPath = "/_mock/"

    /// What can be ordered, with what it does.
    package static let orders: [(name: String, summary: String)] = [
        ("well", "everything works again, and the credentials that were good at the start are good again"),
        ("throttled", "everybody is told that there were too many calls"),
        ("down", "everybody gets a fault of the vendor"),
        ("revoke", "no credential is good any more"),
        ("expire", "every good credential becomes an old one"),
        ("narrow", "every good credential becomes one without the right"),
    ]

    /// Performs an order; false for one that is not known.
    func obey(_ order: String) -> Bool {
        let first = firstMood
        switch order {
        case "well": change { $0 = first }
        case "throttled": change { $0.plight = .throttled }
        case "down": change { $0.plight = .down }
        case "revoke": change { $0.good = [] }
        case "expire":
            change { mood in
                mood.expired.formUnion(mood.good)
                mood.good = []
            }
        case "narrow":
            change { mood in
                mood.narrow.formUnion(mood.good)
                mood.good = []
            }
        default: return false
        }
        return true
    }

    /// What was asked so far, as JSON.
    var eventList: JSONValue {
        .array(
            events.map { event in
                var object: JSONObject = [
                    "method": .string(event.method), "path": .string(event.path), "status": JSONValue(event.status),
                ]
                object["refusal"] = event.refusal.map { .string($0.rawValue) }
                return .object(object)
            }
        )
    }
}
