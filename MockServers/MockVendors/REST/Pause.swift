import Dates
import JSON
import Registry

/// When those who were throttled may come again, in the spelling of a vendor.
struct Pause {
    let seconds: Int64
    /// Since 1970.
    let now: Int64

    /// An answer with the time in it, where this vendor says it.
    func filled(into answer: VendorAnswer, at place: RetryAfter?) -> VendorAnswer {
        var answer = answer
        guard let place else {
            // An entry that does not say where still has the header in its answer: what stands there is replaced.
            let name = answer.headers.keys.first { $0.lowercased() == "retry-after" }
            if let name { answer.headers[name] = "\(seconds)" }
            return answer
        }
        if let name = place.header {
            let known = answer.headers.keys.first { $0.lowercased() == name.lowercased() }
            answer.headers[known ?? name] = written(place.notation)
        }
        if let tokens = place.path?.tokens, tokens.count == 1, let key = tokens.first,
            var object = answer.body?.objectValue
        {
            object[key] = number(place.notation)
            answer.body = .object(object)
        }
        return answer
    }

    private func written(_ notation: RetryAfter.Notation) -> String {
        switch notation {
        case .date: HTTPDate(seconds: now + seconds).text
        case .seconds, .secondsOrDate, .milliseconds, .epochSeconds, .epochMilliseconds: number(notation).text()
        }
    }

    private func number(_ notation: RetryAfter.Notation) -> JSONValue {
        switch notation {
        case .seconds, .secondsOrDate, .date: JSONValue(Int(seconds))
        case .milliseconds: JSONValue(Int(seconds * 1_000))
        case .epochSeconds: JSONValue(Int(now + seconds))
        case .epochMilliseconds: JSONValue(Int((now + seconds) * 1_000))
        }
    }
}
