package import JSON

/// Where a subschema stands: the document it was written in, and the place inside that.
package struct SchemaLocation: Sendable, Hashable, CustomStringConvertible {
    /// URI of the document, empty for the schema that was given to be compiled.
    package let document: String

    /// Place inside the document.
    package let pointer: JSONPointer

    /// Names a place; the document is empty for the schema that was given to be compiled.
    package init(document: String, pointer: JSONPointer) {
        self.document = document
        self.pointer = pointer
    }

    package var description: String {
        "\(document)#\(pointer.text)"
    }
}
