/// The dated records that measures count; in each, a body is its position in the day's tree.
///
/// `recordedOn` is the day the record was entered: one entered after the day asked is still counted,
/// and marked "ghi nhận sau".
public enum Facts {
    /// That an agency issued its plan.
    public struct AgencyPlan: Hashable, Sendable {
        public let body: Int
        public let symbol: String
        public let issuedOn: Day
        public let recordedOn: Day

        public init(body: Int, symbol: String, issuedOn: Day, recordedOn: Day) {
            self.body = body
            self.symbol = symbol
            self.issuedOn = issuedOn
            self.recordedOn = recordedOn
        }
    }

    /// How far the tasks of one agency's plan are, as of the day asked.
    public struct AgencyTasks: Hashable, Sendable {
        public let body: Int
        public let total: Int
        /// Tasks whose last day is the day asked or before it.
        public let due: Int
        /// Of those due, the ones done by the end of the day asked.
        public let dueDone: Int
        public let done: Int
        public let lastDoneOn: Day?

        public init(body: Int, total: Int, due: Int, dueDone: Int, done: Int, lastDoneOn: Day?) {
            self.body = body
            self.total = total
            self.due = due
            self.dueDone = dueDone
            self.done = done
            self.lastDoneOn = lastDoneOn
        }
    }

    public struct Inspection: Hashable, Sendable {
        public let number: Int
        public let inspector: Int
        public let body: Int
        public let plannedOn: Day?
        public let heldOn: Day?
        public let concludedOn: Day?
        public let symbol: String
        public let cancelledOn: Day?
        public let recordedOn: Day

        public init(
            number: Int, inspector: Int, body: Int, plannedOn: Day?, heldOn: Day?,
            concludedOn: Day?,
            symbol: String, cancelledOn: Day?, recordedOn: Day
        ) {
            self.number = number
            self.inspector = inspector
            self.body = body
            self.plannedOn = plannedOn
            self.heldOn = heldOn
            self.concludedOn = concludedOn
            self.symbol = symbol
            self.cancelledOn = cancelledOn
            self.recordedOn = recordedOn
        }
    }

    public struct SelfInspection: Hashable, Sendable {
        public let number: Int
        public let body: Int
        public let plannedOn: Day?
        public let heldOn: Day?
        public let symbol: String
        public let recordedOn: Day

        public init(
            number: Int, body: Int, plannedOn: Day?, heldOn: Day?, symbol: String, recordedOn: Day
        ) {
            self.number = number
            self.body = body
            self.plannedOn = plannedOn
            self.heldOn = heldOn
            self.symbol = symbol
            self.recordedOn = recordedOn
        }
    }

    public struct Finding: Hashable, Sendable {
        public let number: Int
        public let body: Int
        public let foundOn: Day
        public let dueOn: Day
        public let closedOn: Day?
        public let recordedOn: Day

        public init(
            number: Int, body: Int, foundOn: Day, dueOn: Day, closedOn: Day?, recordedOn: Day
        ) {
            self.number = number
            self.body = body
            self.foundOn = foundOn
            self.dueOn = dueOn
            self.closedOn = closedOn
            self.recordedOn = recordedOn
        }
    }

    public struct Document: Hashable, Sendable {
        public let number: Int
        public let issuer: Int?
        public let symbol: String
        public let signedOn: Day
        public let answers: [LegalDocument.Condition: LegalDocument.Answer]
        public let judgedOn: Day?
        /// The first day on which a check found something after that judgement.
        public let questionedOn: Day?
        public let recordedOn: Day

        public init(
            number: Int, issuer: Int?, symbol: String, signedOn: Day,
            answers: [LegalDocument.Condition: LegalDocument.Answer], judgedOn: Day?,
            questionedOn: Day? = nil, recordedOn: Day
        ) {
            self.number = number
            self.issuer = issuer
            self.symbol = symbol
            self.signedOn = signedOn
            self.answers = answers
            self.judgedOn = judgedOn
            self.questionedOn = questionedOn
            self.recordedOn = recordedOn
        }
    }

    /// One record of a register, and what it adds to a figure.
    public struct Registered: Hashable, Sendable {
        /// `nil` when its body is not in the tree.
        public let body: Int?
        public let number: Int
        public let day: Day?
        public let words: String
        public let value: Int
        /// The day it was entered or last corrected.
        public let recordedOn: Day

        public init(
            body: Int?, number: Int, day: Day?, words: String, value: Int, recordedOn: Day
        ) {
            self.recordedOn = recordedOn
            self.body = body
            self.number = number
            self.day = day
            self.words = words
            self.value = value
        }
    }

    /// A result that somebody published, and when it was entered here.
    public struct Published: Hashable, Sendable {
        public let result: OutsideIndex
        public let recordedOn: Day

        public init(_ result: OutsideIndex, recordedOn: Day) {
            self.result = result
            self.recordedOn = recordedOn
        }
    }

    /// What a register says for one measure: by the day asked, and by the last day the verdict counts.
    public struct Register: Hashable, Sendable {
        public let part: [Registered]
        /// `nil` for a plain count.
        public let whole: [Registered]?
        public let judgedPart: Int
        public let judgedWhole: Int?

        public init(
            part: [Registered], whole: [Registered]?, judgedPart: Int, judgedWhole: Int?
        ) {
            self.part = part
            self.whole = whole
            self.judgedPart = judgedPart
            self.judgedWhole = judgedWhole
        }
    }

    /// A figure typed by hand for one target: the newest by the day asked holds.
    public struct Figure: Hashable, Sendable, Codable {
        public let day: Day
        public let numerator: Int
        /// `nil` for a plain number such as a rank.
        public let denominator: Int?
        public let source: String
        public let note: String
        public let recordedOn: Day

        public init(
            day: Day, numerator: Int, denominator: Int?, source: String, note: String,
            recordedOn: Day
        ) {
            self.day = day
            self.numerator = numerator
            self.denominator = denominator
            self.source = source
            self.note = note
            self.recordedOn = recordedOn
        }
    }
}
