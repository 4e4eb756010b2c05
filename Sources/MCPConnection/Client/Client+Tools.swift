package import JSON
package import MCP

extension Client {
    /// All tools of the server, from as many pages as it gives.
    ///
    /// Pages that are known are not read again.
    /// - Throws: `ListingFailure`, also for listings that never end.
    package func listTools(
        limitInPages: Int = 1000,
        known: KnownToolPages? = nil,
        options: RequestOptions = RequestOptions()
    ) async throws(ListingFailure) -> [Tool] {
        try await pages(of: "tools/list", limitInPages: limitInPages, options: options) { page throws(ShapeError) in
            if let known { return try known.page(page) }
            return try Page<Tool>(json: page.value)
        }
    }

    /// All items of any listing, unconverted.
    ///
    /// They are in the member `items` of each result: `tools`, `resources`, `resourceTemplates`, `prompts`.
    /// - Throws: `ListingFailure`, also for listings that never end.
    package func list(
        _ method: String,
        items: String,
        limitInPages: Int = 1000,
        options: RequestOptions = RequestOptions()
    ) async throws(ListingFailure) -> [JSONValue] {
        try await pages(of: method, limitInPages: limitInPages, options: options) { page throws(ShapeError) in
            try Page<JSONValue>(json: page.value, items: items)
        }
    }

    /// Calls a tool; where the answer is a task, that is followed to its end.
    /// - Throws: `RequestFailure`; a result with `isError` set is a result.
    package func callTool(
        _ name: String,
        arguments: JSONObject = [:],
        options: RequestOptions = RequestOptions(),
        onProgress: (@Sendable (Progress) -> Void)? = nil
    ) async throws(RequestFailure) -> Payload {
        let outcome = await outcome(
            of: "tools/call",
            params: ["name": .string(name), "arguments": .object(arguments)],
            options: options,
            onProgress: onProgress
        )
        let final = await outcomeAfterTask(outcome, of: "tools/call", options: options)
        guard case .result(let payload) = final else { throw failure("tools/call", final) }
        return payload
    }

    private func pages<Item>(
        of method: String,
        limitInPages: Int,
        options: RequestOptions,
        read: (Payload) throws(ShapeError) -> Page<Item>
    ) async throws(ListingFailure) -> [Item] {
        var walk = PageWalk(limitInPages: limitInPages)
        var items: [Item] = []
        var cursor: String?
        while true {
            let page = try await page(of: method, cursor: cursor, number: walk.pages + 1, options: options, read: read)
            items += page.items
            switch walk.next(page.nextCursor) {
            case .done: return items
            case .fetch(let next): cursor = next
            case .loop(let cursor): throw .loop(method: method, cursor: cursor, page: walk.pages)
            case .tooMany(let limit): throw .tooManyPages(method: method, limit: limit)
            }
        }
    }

    private func page<Item>(
        of method: String,
        cursor: String?,
        number: Int,
        options: RequestOptions,
        read: (Payload) throws(ShapeError) -> Page<Item>
    ) async throws(ListingFailure) -> Page<Item> {
        let result: Payload
        do throws(RequestFailure) {
            let params: Members? = cursor.map { ["cursor": .string($0)] }
            result = try await request(method, params: params, options: options)
        } catch {
            throw .request(error)
        }
        do throws(ShapeError) {
            return try read(result)
        } catch {
            throw .shape(method: method, page: number, reason: "\(error)")
        }
    }
}
