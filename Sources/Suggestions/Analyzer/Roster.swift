internal import CivilTime

/// One who takes part in a conversation.
struct Participant: Hashable, Sendable {
    let id: String?
    let displayName: String
    let zone: Zone?
}

/// Everyone in a conversation, each once; a place in it stands for the person everywhere else.
struct Roster: Sendable {
    private(set) var people: [Participant] = []
    /// The participants are the first so many people; those after them only speak.
    private(set) var participantCount = 0
    private var placesByID: [String: Int] = [:]
    private var placesByName: [String: Int] = [:]

    var participants: ArraySlice<Participant> { people.prefix(participantCount) }

    /// The place of a person already known: the one of the same id, or where one of the two has none, of the same name
    /// (upper and lower case alike).
    func place(of person: Participant) -> Int? {
        if let id = person.id, let place = placesByID[id] { return place }
        guard let place = placesByName[person.displayName.lowercased()] else { return nil }
        return person.id == nil || people[place].id == nil ? place : nil
    }

    /// The place of a person, added at the end if new.
    mutating func add(_ person: Participant) -> Int {
        if let place = place(of: person) { return place }
        people.append(person)
        let place = people.count - 1
        if let id = person.id { placesByID[id] = place }
        let name = person.displayName.lowercased()
        if placesByName[name] == nil { placesByName[name] = place }
        return place
    }

    /// Declares everyone so far to be the participants.
    mutating func closeParticipants() { participantCount = people.count }
}
