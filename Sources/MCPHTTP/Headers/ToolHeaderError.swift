package import JSON

/// Why the header annotations of a tool make its definition invalid; over HTTP such a tool is left out of the list.
package struct ToolHeaderError: Error, Sendable, Hashable {
    /// The rules an annotation can break.
    package enum Fault: Sendable, Hashable {
        case notAString
        case empty
        /// The characters allowed are those of an HTTP field name.
        case notAToken(String)
        /// Two annotations differ in nothing but case, if at all.
        case repeated(String)
        /// Only string, integer and boolean may be annotated; the type as written, or nothing.
        case type(String?)
        /// Only `properties` may lie between the root and the annotation.
        case unreachable
    }

    /// The first rule found broken.
    package let fault: Fault
    /// The subschema with the annotation.
    package let path: JSONPointer

    /// Names a broken rule and where.
    package init(_ fault: Fault, at path: JSONPointer) {
        self.fault = fault
        self.path = path
    }
}

extension ToolHeaderError: CustomStringConvertible {
    package var description: String {
        let place = path.text.isEmpty ? "the root of the input schema" : path.text
        let fix =
            switch fault {
            case .notAString: "is no string: give the part of the header's name after Mcp-Param-"
            case .empty: "is empty: give the part of the header's name after Mcp-Param-"
            case .notAToken(let text):
                "is \(text.debugDescription), which no header can be called: use letters, digits and hyphens"
            case .repeated(let text): "repeats \(text.debugDescription): names must differ in more than case"
            case .type(let type):
                "is on a parameter of type \(type ?? "unknown"): only string, integer and boolean can be in a header"
            case .unreachable:
                "cannot be reached by property names alone: move it out of the composition, array or $ref"
            }
        return "x-mcp-header at \(place) \(fix)"
    }
}
