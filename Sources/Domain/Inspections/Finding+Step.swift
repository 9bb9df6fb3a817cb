extension Finding {
    /// One thing that happened to a finding; steps follow one another and are never changed.
    public struct Step: Hashable, Sendable, Codable {
        public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
            /// The body was told in the conclusion notice.
            case notified
            /// It said how and when it will remedy it.
            case planned
            /// It reported the remedy with what proves it.
            case evidenced
            /// It says that the remedy is beyond its power.
            case referred
            /// The evidence was not enough.
            case returned
            /// The remedy was accepted: the finding is closed.
            case accepted
            /// Somebody looked again and the remedy holds.
            case checked
            /// Somebody looked again and it does not.
            case reopened

            public var title: Bilingual {
                switch self {
                case .notified: Bilingual(vi: "Thông báo cho đơn vị", en: "Notified")
                case .planned: Bilingual(vi: "Kế hoạch khắc phục", en: "Remedy planned")
                case .evidenced: Bilingual(vi: "Báo cáo kết quả khắc phục", en: "Evidence sent")
                case .referred: Bilingual(vi: "Chuyển cấp trên xem xét", en: "Referred upward")
                case .returned: Bilingual(vi: "Trả lại", en: "Returned")
                case .accepted: Bilingual(vi: "Chấp nhận, đóng vấn đề", en: "Accepted and closed")
                case .checked: Bilingual(vi: "Kiểm tra lại: đã khắc phục", en: "Checked: it holds")
                case .reopened: Bilingual(vi: "Mở lại", en: "Reopened")
                }
            }

            /// Who may do it, before the rule on who stands where.
            public var permission: Permission {
                switch self {
                case .notified: .recordFindings
                case .planned, .evidenced, .referred: .answerFindings
                case .returned, .accepted, .checked, .reopened: .verifyFindings
                }
            }
        }

        public let kind: Kind
        public let on: Day
        /// What was found, will be done, was done; why it goes back.
        public let text: String
        /// Symbol and date of the document: notice, remedy plan, report.
        public let document: String
        /// A new last day; `nil` leaves it, or takes the usual one after a notice.
        public let dueOn: Day?
        /// The day on which somebody looks again; only with an acceptance.
        public let recheckOn: Day?

        public init(
            _ kind: Kind, on: Day, text: String = "", document: String = "", dueOn: Day? = nil,
            recheckOn: Day? = nil
        ) {
            self.kind = kind
            self.on = on
            self.text = text
            self.document = document
            self.dueOn = dueOn
            self.recheckOn = recheckOn
        }
    }

    /// How whoever takes a step stands to the body.
    public struct Standpoint: Hashable, Sendable {
        /// Holds a post in the body or in what answers to it.
        public let isOfBody: Bool
        /// Holds a post in the body itself, not only in what answers to it.
        public let isInBody: Bool
        /// Is the body's head or deputy.
        public let headsBody: Bool
        /// Sent in the evidence that waits to be judged.
        public let sentEvidence: Bool

        public init(
            isOfBody: Bool, isInBody: Bool? = nil, headsBody: Bool = false,
            sentEvidence: Bool = false
        ) {
            self.isOfBody = isOfBody
            self.isInBody = isInBody ?? isOfBody
            self.headsBody = headsBody
            self.sentEvidence = sentEvidence
        }
    }

    /// What is known beside the finding when a step is taken.
    public struct Ground: Hashable, Sendable {
        public let today: Day
        /// The usual last day of a remedy told on the step's day.
        public let usualDue: Day
        /// The day of the last step; `nil` before the first.
        public let lastStepOn: Day?
        /// Whether a file was given as evidence.
        public let hasFiles: Bool
        /// Whether this closure is among the own ones that are checked from above.
        public let isSampled: Bool

        public init(
            today: Day, usualDue: Day, lastStepOn: Day? = nil, hasFiles: Bool = false,
            isSampled: Bool = false
        ) {
            self.today = today
            self.usualDue = usualDue
            self.lastStepOn = lastStepOn
            self.hasFiles = hasFiles
            self.isSampled = isSampled
        }
    }

    /// The steps that may follow, whoever takes them.
    public var possibleSteps: [Step.Kind] {
        switch state {
        case .found: isOwn ? [.planned, .evidenced, .referred] : [.notified]
        case .notified, .planned, .returned: [.planned, .evidenced, .referred]
        case .evidenced: [.accepted, .returned, .evidenced]
        case .referred: [.accepted, .returned, .evidenced]
        case .closed: recheckOn != nil || isSampled ? [.checked, .reopened] : [.reopened]
        }
    }

    /// Whether somebody who stands there may take such a step.
    public func allows(_ kind: Step.Kind, _ standpoint: Standpoint) -> Bool {
        possibleSteps.contains(kind) && refusal(of: kind, standpoint) == nil
    }

    /// Returns the finding after the step.
    ///
    /// - Throws: ``FindingError``, ``InvalidInput``.
    public func taking(_ step: Step, by standpoint: Standpoint, _ ground: Ground) throws -> Finding
    {
        guard possibleSteps.contains(step.kind) else {
            throw FindingError.notNow(step.kind, state)
        }
        if let refusal = refusal(of: step.kind, standpoint) { throw refusal }
        let problems = problems(of: step, ground)
        if !problems.isEmpty { throw InvalidInput(problems) }
        return with { parts in
            switch step.kind {
            case .notified:
                parts.state = .notified
                parts.notifiedOn = step.on
                parts.dueOn = step.dueOn ?? ground.usualDue
            case .planned: parts.state = .planned
            case .evidenced:
                parts.state = .evidenced
                parts.evidence = step.document.isEmpty ? evidence : step.document
            case .referred: parts.state = .referred
            case .returned:
                parts.state = .returned
                parts.dueOn = step.dueOn ?? dueOn
            case .accepted:
                parts.state = .closed
                parts.closedOn = step.on
                parts.recheckOn = step.recheckOn
                parts.isSampled = isOwn && ground.isSampled
                if !step.document.isEmpty { parts.evidence = step.document }
            case .checked:
                parts.checkedOn = step.on
                parts.recheckOn = nil
                parts.isSampled = false
            case .reopened:
                parts.state = .returned
                parts.closedOn = nil
                parts.checkedOn = nil
                parts.recheckOn = nil
                parts.isSampled = false
                parts.dueOn = step.dueOn ?? ground.usualDue
            }
        }
    }

    /// Whether somebody stands too near to the body to judge its remedy.
    ///
    /// Nobody of the body or of what answers to it may. A committee's documents are checked by its own
    /// department of justice, though, so there only a post in the body itself bars. Ours.
    public func bars(_ standpoint: Standpoint) -> Bool {
        source == .documentCheck ? standpoint.isInBody : standpoint.isOfBody
    }

    /// Why somebody who stands there may not take such a step; `nil` when they may.
    private func refusal(of kind: Step.Kind, _ standpoint: Standpoint) -> FindingError? {
        switch kind {
        case .notified: bars(standpoint) ? .verifierOfBody : nil
        case .planned, .evidenced, .referred: standpoint.isOfBody ? nil : .notOfBody
        case .accepted, .returned:
            if isOwn {
                standpoint.headsBody ? nil : .headNeeded
            } else if bars(standpoint) {
                .verifierOfBody
            } else {
                standpoint.sentEvidence ? .sameHands : nil
            }
        case .checked, .reopened: bars(standpoint) ? .verifierOfBody : nil
        }
    }

    private func problems(of step: Step, _ ground: Ground) -> [Problem] {
        var problems: [Problem] = []
        if step.on > ground.today {
            problems.append(
                Problem(
                    "on", vi: "Ngày \(step.on.vi) chưa đến; hãy ghi ngày đã diễn ra.",
                    en: "\(step.on.en) is still to come; give the day it happened."))
        }
        let earliest = max(foundOn, ground.lastStepOn ?? foundOn)
        if step.on < earliest {
            problems.append(
                Problem(
                    "on", vi: "Không thể trước bước trước đó, ngày \(earliest.vi).",
                    en: "It cannot come before the step of \(earliest.en)."))
        }
        problems += missing(in: step, ground)
        if let dueOn = step.dueOn, dueOn < step.on {
            problems.append(
                Problem(
                    "due_on", vi: "Hạn khắc phục không thể trước ngày \(step.on.vi).",
                    en: "The remedy cannot be due before \(step.on.en)."))
        }
        if let recheckOn = step.recheckOn, recheckOn <= step.on {
            problems.append(
                Problem(
                    "recheck_on", vi: "Ngày kiểm tra lại phải sau ngày \(step.on.vi).",
                    en: "The check must come after \(step.on.en)."))
        }
        return problems
    }

    /// What each kind of step has to say.
    private func missing(in step: Step, _ ground: Ground) -> [Problem] {
        switch step.kind {
        case .notified where step.document.isEmpty:
            [
                Problem(
                    "document", vi: "Hãy ghi số, ngày của Thông báo kết luận.",
                    en: "Give the symbol and date of the conclusion notice.")
            ]
        case .planned where step.text.isEmpty:
            [
                Problem(
                    "text", vi: "Hãy ghi biện pháp, người thực hiện và thời gian khắc phục.",
                    en: "Say what will be done, by whom and when.")
            ]
        case .evidenced where step.document.isEmpty && !ground.hasFiles:
            [
                Problem(
                    "document",
                    vi: "Hãy ghi số, ngày báo cáo khắc phục hoặc đính kèm tài liệu kiểm chứng.",
                    en: "Give the symbol and date of the remedy's report, or attach evidence.")
            ]
        case .accepted where step.document.isEmpty && evidence.isEmpty && !ground.hasFiles:
            [
                Problem(
                    "document",
                    vi: "Đóng vấn đề phải có tài liệu kiểm chứng; hãy ghi số, ngày văn bản.",
                    en: "A finding closes only on proof; give the document's symbol and date.")
            ]
        case .referred where step.text.isEmpty, .returned where step.text.isEmpty,
            .reopened where step.text.isEmpty:
            [
                Problem(
                    "text", vi: "Hãy ghi lý do.", en: "Give the reason.")
            ]
        default: []
        }
    }
}

/// What findings refuse.
public enum FindingError: UserFacingError, Hashable {
    case notNow(Finding.Step.Kind, Finding.State)
    case verifierOfBody
    case notOfBody
    case headNeeded
    case sameHands

    public var code: String {
        switch self {
        case .notNow: "finding.not-now"
        case .verifierOfBody: "finding.verifier-of-body"
        case .notOfBody: "finding.not-of-body"
        case .headNeeded: "finding.head-needed"
        case .sameHands: "finding.same-hands"
        }
    }

    public var kind: ErrorKind {
        if case .notNow = self { return .conflict }
        return .forbidden
    }

    public var message: Bilingual {
        switch self {
        case .notNow(let step, let state):
            Bilingual(
                vi:
                    "Vấn đề đang ở bước “\(state.title.vi)”, chưa thực hiện được việc “\(step.title.vi)”; hãy tải lại trang để xem bước tiếp theo.",
                en:
                    "The finding is “\(state.title.en)”, so “\(step.title.en)” is not its next step; load the page again."
            )
        case .verifierOfBody:
            Bilingual(
                vi:
                    "Vấn đề do cấp trên phát hiện chỉ được người ngoài đơn vị thẩm tra; hãy đề nghị cơ quan kiểm tra xem xét.",
                en:
                    "What a superior found is judged by somebody outside the body; ask the inspecting body."
            )
        case .notOfBody:
            Bilingual(
                vi: "Chỉ đơn vị được kiểm tra báo cáo việc khắc phục của mình.",
                en: "Only the inspected body reports on its own remedy.")
        case .headNeeded:
            Bilingual(
                vi:
                    "Vấn đề do đơn vị tự phát hiện được người đứng đầu hoặc cấp phó của đơn vị chấp nhận.",
                en: "What a body found itself is accepted by its own head or deputy.")
        case .sameHands:
            Bilingual(
                vi:
                    "Người đã gửi tài liệu khắc phục không tự chấp nhận; hãy để người khác thẩm tra.",
                en: "Whoever sent the evidence cannot judge it; let somebody else.")
        }
    }
}
