import Domain

/// A reminder as the journal keeps it: its list by the ids of what it asks after.
struct ReminderRecord: Encodable {
    let number: Int
    let year: Int
    let madeOn: Day
    let answerBy: Day
    let message: String
    let items: [String]
    let notices: [String]
    let withdrawnOn: Day?

    init(_ reminder: Reminder) {
        number = reminder.number
        year = reminder.year
        madeOn = reminder.madeOn
        answerBy = reminder.answerBy
        message = reminder.message
        items = reminder.items.map { "\($0.kind) \($0.record)" }
        notices = reminder.notices.map { notice in
            [notice.channel.rawValue, notice.day?.text, notice.reference].compactMap(\.self)
                .filter { !$0.isEmpty }.joined(separator: " ")
        }
        withdrawnOn = reminder.withdrawnOn
    }
}
