/// Something is not as it must be.
struct Mismatch: Error {
    let expected: String
    let found: String
}
