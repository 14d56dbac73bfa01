import Testing

@testable import Suggestions

@Suite("Forms of verbs")
struct VerbFormsTests {
    @Test(
        "written forms lead to the dictionary form",
        arguments: [
            ("sent", "send"), ("sending", "send"), ("submitted", "submit"), ("submitting", "submit"),
            ("making", "make"), ("using", "use"), ("running", "run"), ("closes", "close"), ("closed", "close"),
            ("finished", "finish"), ("finishes", "finish"), ("reviewed", "review"), ("copied", "copy"),
            ("replies", "reply"), ("wrote", "write"), ("is", "be"), ("coordinating", "coordinate"),
            ("monitoring", "monitor"), ("planned", "plan"), ("approves", "approve"), ("paid", "pay"),
            ("thing", "thing"), ("bring", "bring"), ("press", "press"), ("process", "process"), ("goes", "go"),
            ("catches", "catch"), ("focus", "focus"), ("proceed", "proceed"), ("embed", "embed"), ("string", "string"),
            ("paris", "paris"), ("reviews", "review"), ("visualizing", "visualize"),
        ])
    func lemmas(form: String, lemma: String) {
        #expect(VerbForms.lemma(form) == lemma)
    }

    @Test(
        "-ing forms are spelled as English does",
        arguments: [
            ("send", "sending"), ("make", "making"), ("submit", "submitting"), ("run", "running"), ("see", "seeing"),
            ("tie", "tying"), ("fix", "fixing"), ("review", "reviewing"), ("visit", "visiting"), ("get", "getting"),
            ("read", "reading"), ("be", "being"), ("ship", "shipping"), ("email", "emailing"),
        ])
    func gerunds(lemma: String, gerund: String) {
        #expect(VerbForms.gerund(lemma) == gerund)
    }
}
