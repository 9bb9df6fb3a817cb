import Domain
import Store

// What agencies' own officers do: draw up plans here, enter their self-inspections; and how the office
// chases those who don't.
extension SampleLoader {
    /// The reform officers by the codes of their bodies; nobody who hands over within the year.
    func officers() async throws -> [String: User.ID] {
        let (last, leaver) = (year.today, predecessor)
        return try await store.read { db in
            let tree = try db.agencyTree(on: last)
            let posts = try db.posts(on: last, for: .system).filter { $0.role == .officer }
            let names = try db.userNames(Set(posts.map(\.person)))
            var found: [String: User.ID] = [:]
            for post in posts where names[post.person] != leaver {
                guard let code = post.agency.flatMap({ tree.body($0)?.code }) else { continue }
                found[code] = found[code] ?? post.person
            }
            return found
        }
    }

    /// Whether the body draws its plan up here: every third of those that have an officer.
    func draftsHere(_ code: String?, _ officers: [String: User.ID]) -> Bool {
        guard let code, officers[code] != nil else { return false }
        return officers.keys.sorted().firstIndex(of: code).map { $0 % 3 == 0 } ?? false
    }

    /// The plan drafted from the province's, changed a little, and declared when it was issued.
    ///
    /// One body in four leaves a target out, one promises less, one later; the rest promise it all.
    func drawUp(_ row: AgencyPlanRow, on day: Day, by officer: User.ID) async throws {
        guard let code = row.agencyCode, let symbol = row.symbol, let issuedOn = row.issuedOn
        else { return }
        let (number, last) = (year.year, year.period.upperBound)
        let lot = code.utf8.reduce(0) { ($0 * 31 + Int($1)) % 1_000 } % 4
        try await store.write(at: morning(day)) { db in
            guard let body = try db.agencies(coded: code, on: issuedOn).first?.agency else {
                return
            }
            let plan = try db.draftAgencyPlan(of: body, year: number, by: officer, on: day)
            let targets = try db.targets(of: plan)
            let changed = targets.first { lot == 2 ? $0.terms.deadline != nil : true }
            if lot < 3, let target = lot == 0 ? targets.last : changed {
                var terms = target.terms
                if lot == 1 { terms.value = .number(hundredths: 9_000) }
                if lot == 2 { terms.deadline = last }
                try db.decideTarget(
                    target.id, lot == 0 ? .rejected : .accepted, terms: terms,
                    version: target.version, by: officer)
            }
            // The list of its tasks follows in a file of its own.
            let tasks = try db.tasks(of: plan).map(\.number)
            try db.decideTasks(tasks, of: plan, .rejected, by: officer)
        }
        try await store.write(at: morning(day) + 3_600) { db in
            guard let body = try db.agencies(coded: code, on: issuedOn).first?.agency else {
                return
            }
            try db.declareAgencyPlan(
                of: body, year: number, symbol: symbol, issuedOn: issuedOn, by: officer, on: day)
        }
    }

    /// The days on which the office chases, and how.
    var chasing: [(day: Day, channels: Set<Reminder.Channel>, kind: InboxItem.Kind?)] {
        [
            ("10/03", [.message], .agencyPlan), ("12/07", [.message, .letter], .finding),
            ("06/09", [.message, .letter], nil), ("04/10", [.message], nil),
        ].compactMap { text, channels, kind in
            Day("\(text)/\(year.year)").map { ($0, channels, kind) }
        }
    }

    /// Asks after all that is late on the day; letters are signed two days later.
    func chase(
        _ day: Day, _ channels: Set<Reminder.Channel>, _ kind: InboxItem.Kind?
    ) async throws {
        let (number, user) = (year.year, user)
        let made = try await store.write(at: morning(day)) { db -> Reminder? in
            let question = InboxQuestion(bodies: .all, today: day, year: number)
            let late = try db.inboxItems(
                question, InboxFilter(boxes: [.late], kind: kind),
                limit: ReminderRequest.mostItems
            ).filter(\.kind.isChased)
            guard !late.isEmpty else { return nil }
            return try db.remind(
                ReminderRequest(
                    year: number, keys: Set(late.map { "\($0.kind.rawValue) \($0.record)" }),
                    channels: channels, answerBy: day + 7,
                    pageAddress: { "https://cchc.example/\(number)/reminders/\($0)" },
                    linkAddress: nil), by: user, on: day)
        }
        guard let made, channels.contains(.letter) else { return }
        try await store.write(at: morning(day + 2)) { db in
            try db.signReminderLetter(
                made.number, symbol: "\(1_100 + made.number * 37)/SNV-CCHC", on: day + 2,
                version: made.version, by: user)
        }
    }
}
