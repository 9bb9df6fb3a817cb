import Documents
import Domain
import Store

/// What was typed into one of the forms about effects, and why it was refused.
struct EffectTyped {
    enum Which: Sendable { case entry, withdrawal, alert }

    let form: Form
    let which: Which
    let refusal: any UserFacingError
}

/// Makes the part of a document's page about its effect on a day.
struct EffectPartBuilder {
    let document: LegalDocument
    let language: Language
    let chosen: Day?
    let day: Day
    let token: String
    let mayRecord: Bool
    let mayReview: Bool
    let typed: EffectTyped?
    /// For everybody: without notes, queries and alerts, and with public addresses.
    let isPublic: Bool
    private let ledger: EffectLedger
    private let names: [LegalDocument.ID: LegalDocument]
    private let alerts: [ListedBasisAlert]
    /// A circle through the document that its own entries don't show.
    private let circle: [String]
    var openAlerts: [ListedBasisAlert] { alerts }

    init?(
        _ document: LegalDocument, language: Language, chosen: Day?, day: Day, token: String,
        mayRecord: Bool, mayReview: Bool, typed: EffectTyped?, isPublic: Bool = false,
        _ db: ReadableDatabase
    ) throws {
        guard let ledger = try db.ledger(around: document.id) else { return nil }
        self.document = document
        self.language = language
        self.chosen = chosen
        self.day = day
        self.token = token
        self.mayRecord = mayRecord
        self.mayReview = mayReview
        self.typed = typed
        self.isPublic = isPublic
        self.ledger = ledger
        var names: [LegalDocument.ID: LegalDocument] = [:]
        for other in ledger.documents { names[other.id] = try db.legalDocument(other.id) }
        self.names = names
        circle =
            isPublic || !ledger.cycles.isEmpty
            ? []
            : try db.effectCircle(through: document.id).compactMap {
                try db.legalDocument($0)?.symbol
            }
        alerts = isPublic ? [] : try db.basisAlerts(of: document.id)
    }

    func text(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }

    private var acting: [Effect] { ledger.effects.filter { $0.target.held == document.id } }
    private var actedOn: [Effect] {
        ledger.effects.filter { $0.source.held == document.id && $0.target.held != document.id }
    }

    func part() -> EffectPart? {
        guard let status = ledger.timeline(of: document.id)?.status(on: day) else { return nil }
        return EffectPart(
            language: language,
            heading: text("Hiệu lực ngày \(day.vi)", "Effect on \(day.en)"),
            badge: Badge(status.state, language), sentences: sentences(status),
            graph: graph(status),
            tables: [
                table(
                    text("Văn bản tác động lên văn bản này", "What acts on it"), acting,
                    other: \.source),
                table(
                    text("Văn bản này tác động lên", "What it acts on"), actedOn, other: \.target),
                alertTable,
            ].compactMap(\.self),
            forms: [
                mayReview && !alerts.isEmpty ? alertForm : nil, mayRecord ? entryForm : nil,
                mayRecord && !(acting + actedOn).isEmpty ? withdrawalForm : nil,
            ].compactMap(\.self))
    }

    private func sentences(_ status: EffectStatus) -> [String] {
        var sentences: [String] = []
        if let since = status.since {
            sentences.append(
                text(
                    "\(status.state.title.vi) từ ngày \(since.vi).",
                    "\(status.state.title.en) since \(since.en)."))
        }
        func list(_ vi: String, _ en: String, _ parts: [Provision]) {
            guard !parts.isEmpty, status.state != .expired else { return }
            sentences.append(
                text(vi, en) + parts.map { $0.title[language] }.joined(separator: "; ") + ".")
        }
        list("Phần không còn hiệu lực: ", "No longer in force: ", status.expired)
        list("Phần đang ngưng hiệu lực: ", "Suspended: ", status.suspended)
        for transition in status.transitions {
            let until = transition.until.map {
                text(" đến hết \(($0 - 1).vi)", " until \(($0 - 1).en)")
            }
            sentences.append(
                text("Vẫn áp dụng chuyển tiếp", "Still applied in transition") + (until ?? "")
                    + (isPublic || transition.note.isEmpty ? "" : ": \(transition.note)") + ".")
        }
        guard !isPublic else { return sentences }
        let queries = ledger.queries(on: day).filter { query in
            query.document == document.id || query.kind != .declaredDiffers
        }
        let messages =
            queries.map(\.message) + (circle.isEmpty ? [] : [EffectQuery.circle(circle)])
        return sentences + messages.map { "⚠ \($0[language])" }
    }

    private func graph(_ status: EffectStatus) -> EffectGraph? {
        guard !acting.isEmpty || !actedOn.isEmpty else { return nil }
        return EffectGraph(
            name: document.symbol, state: status.state.title[language],
            acting: nodes(acting, \.source),
            actedOn: nodes(actedOn, \.target),
            label: text(
                "\(acting.count) tác động lên \(document.symbol), \(actedOn.count) tác động của nó; danh sách ở dưới",
                "\(acting.count) entries act on \(document.symbol), it acts in \(actedOn.count); listed below"
            ))
    }

    /// At most eight a side; the list beside has all.
    private func nodes(_ effects: [Effect], _ other: KeyPath<Effect, Effect.Reference>)
        -> [EffectGraph.Node]
    {
        let most = 8
        let shown = effects.prefix(effects.count > most ? most - 1 : most).map { effect in
            EffectGraph.Node(
                name: name(of: effect[keyPath: other]),
                verb:
                    "\(effect.kind.title[language]) \(text("từ", "from")) \(effect.from[language])",
                isIdle: ledger.idle.contains(effect.id) || effect.from > day)
        }
        guard effects.count > most else { return Array(shown) }
        let rest = effects.count - shown.count
        return shown + [
            EffectGraph.Node(
                name: text("và \(rest) tác động khác", "and \(rest) more"),
                verb: text("xem danh sách", "see the list"), isIdle: true)
        ]
    }

    /// Where the other document's page is; `nil` for one that this reader may not open.
    private func path(_ document: LegalDocument) -> String? {
        guard isPublic else { return Paths.legalDocument(document.number, on: chosen) }
        return document.isPublic ? Paths.publicDocument(document.number, on: chosen) : nil
    }

    private func name(of reference: Effect.Reference) -> String {
        reference.name ?? reference.held.flatMap { names[$0]?.symbol } ?? ""
    }

    private func table(
        _ caption: String, _ effects: [Effect], other: KeyPath<Effect, Effect.Reference>
    ) -> TaskPage.Table? {
        guard !effects.isEmpty else { return nil }
        let isSource = other == \Effect.source
        return TaskPage.Table(
            caption: caption,
            headings: [
                text("Số", "No."), text("Tác động", "What"), text("Văn bản", "Document"),
                text("Từ ngày", "From"), text("Đến trước ngày", "Until before"),
                text("Phạm vi", "Parts"), text("Ghi chú", "Note"),
            ],
            rows: effects.map { effect in
                let held = effect[keyPath: other].held.flatMap { names[$0] }
                let isIdle = ledger.idle.contains(effect.id)
                let verb = (isSource ? effect.kind.passive : effect.kind.title)[language]
                return [
                    TaskPage.Cell(link: Link(String(effect.number))),
                    TaskPage.Cell(
                        link: Link(
                            verb + (isIdle ? text(" (không có giá trị)", " (without effect)") : "")
                        )),
                    TaskPage.Cell(
                        link: Link(
                            name(of: effect[keyPath: other]),
                            held.flatMap(path))),
                    TaskPage.Cell(link: Link(effect.from[language])),
                    TaskPage.Cell(link: Link(effect.until?[language] ?? "")),
                    TaskPage.Cell(
                        link: Link(
                            effect.parts.isEmpty
                                ? text("toàn bộ", "all of it")
                                : effect.parts.map { $0.title[language] }.joined(separator: "; "))),
                    TaskPage.Cell(link: Link(isPublic ? "" : effect.note)),
                ]
            }, none: "")
    }

    private var alertTable: TaskPage.Table? {
        guard !alerts.isEmpty else { return nil }
        return TaskPage.Table(
            caption: text("Căn cứ đã thay đổi, cần rà soát", "Its bases changed: to be reviewed"),
            headings: [
                text("Căn cứ", "Basis"), text("Đã", "What happened"), text("Từ ngày", "From"),
                text("Báo ngày", "Noticed"),
            ],
            rows: alerts.map { alert in
                [
                    TaskPage.Cell(
                        link: Link(
                            alert.basisSymbol,
                            Paths.legalDocument(alert.basisNumber, on: chosen))),
                    TaskPage.Cell(link: Link(alert.effect.title[language])),
                    TaskPage.Cell(link: Link(alert.from[language])),
                    TaskPage.Cell(link: Link(alert.alert.raisedOn[language])),
                ]
            }, none: "")
    }
}
