/// What a sentence does.
enum Mood: Hashable, Sendable {
    /// "What time is it?"
    case question
    /// "Can you explain …", "tell me about …"
    case informationRequest
    /// "Send …", "please …", "can you …", "let's …"
    case request
    /// "The meeting is …": a subject with its verb; also a question that only yes or no answers.
    case statement
    /// No verb that counts: "every Monday", "lunch with Bob"
    case fragment
}
