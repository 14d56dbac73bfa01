public import Scheduler0API

/// All rows of a list, fetched page by page as they are asked for.
///
/// Rows that come or go meanwhile shift the pages, so that one may be missed or seen twice; order by `id` ascending to
/// see at least every row that was there at the start and stayed.
public struct PagedItems<Item: Listed>: AsyncSequence, Sendable {
    public typealias Element = Item
    public typealias Failure = Scheduler0Error

    /// Fetches the page that begins at an offset.
    let page: @Sendable (_ offset: Int64) async throws(Scheduler0Error) -> Page<Item>
    let firstOffset: Int64

    public func makeAsyncIterator() -> Iterator { Iterator(page: page, offset: firstOffset) }

    public struct Iterator: AsyncIteratorProtocol {
        let page: @Sendable (_ offset: Int64) async throws(Scheduler0Error) -> Page<Item>
        var offset: Int64
        private var rows: ArraySlice<Item> = []
        private var isAtEnd = false

        init(page: @escaping @Sendable (_ offset: Int64) async throws(Scheduler0Error) -> Page<Item>, offset: Int64) {
            self.page = page
            self.offset = offset
        }

        public mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(Scheduler0Error) -> Item? {
            if rows.isEmpty, !isAtEnd {
                let fetched = try await page(offset)
                rows = fetched.items[...]
                offset += Int64(fetched.items.count)
                isAtEnd = fetched.items.isEmpty || offset >= fetched.total
            }
            return rows.popFirst()
        }

        public mutating func next() async throws(Scheduler0Error) -> Item? { try await next(isolation: nil) }
    }

    /// All of them at once.
    public func collected() async throws(Scheduler0Error) -> [Item] {
        var items: [Item] = []
        var iterator = makeAsyncIterator()
        while let item = try await iterator.next() { items.append(item) }
        return items
    }
}
