/// Something in the ledger that a person should look at; nothing is corrected by itself.
public struct EffectQuery: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        case declaredDiffers, cycle, notHeld, tooLate, beforeSource, beforeTarget, alreadyExpired
        case otherIssuer

        public var title: Bilingual {
            switch self {
            case .declaredDiffers:
                Bilingual(
                    vi: "Tình trạng công bố khác với tính toán", en: "Declared and computed differ")
            case .cycle:
                Bilingual(vi: "Các văn bản tác động vòng tròn", en: "Documents act in a circle")
            case .notHeld:
                Bilingual(vi: "Văn bản chưa có trong danh mục", en: "Document not held")
            case .tooLate:
                Bilingual(vi: "Tác động không còn giá trị", en: "Entry without effect")
            case .beforeSource:
                Bilingual(
                    vi: "Tác động trước khi văn bản có hiệu lực",
                    en: "Acts before it is in force")
            case .beforeTarget:
                Bilingual(
                    vi: "Tác động khi văn bản kia chưa có hiệu lực",
                    en: "Acts on what is not in force yet")
            case .alreadyExpired:
                Bilingual(
                    vi: "Tác động lên văn bản đã hết hiệu lực", en: "Acts on an expired document")
            case .otherIssuer:
                Bilingual(vi: "Khác cơ quan ban hành", en: "Another issuer")
            }
        }
    }

    public let kind: Kind
    /// The document to look at first.
    public let document: LegalDocument.ID
    public let message: Bilingual
}

extension EffectQuery {
    /// Says of these symbols that they act on each other in a circle.
    public static func circle(_ symbols: [String]) -> Bilingual {
        let names = symbols.joined(separator: ", ")
        return Bilingual(
            vi: "\(names) tác động lẫn nhau thành vòng; hãy kiểm tra chiều của từng tác động.",
            en: "\(names) act on each other in a circle; check the direction of each entry.")
    }
}

extension EffectLedger {
    /// Everything odd as seen on the day, in the order of the documents, then of the entries.
    public func queries(on day: Day) -> [EffectQuery] {
        documents.compactMap { declaredDiffers($0, on: day) } + cycles.map(circle)
            + effects.flatMap(queries)
    }

    private func declaredDiffers(_ document: Document, on day: Day) -> EffectQuery? {
        guard let declared = document.declared,
            let state = timeline(of: document.id)?.state(on: day), declared != state
        else { return nil }
        return EffectQuery(
            kind: .declaredDiffers, document: document.id,
            message: Bilingual(
                vi:
                    "\(document.symbol): công bố “\(declared.title.vi)”, nhưng theo các tác động đã ghi thì đến \(day.vi) là “\(state.title.vi)”.",
                en:
                    "\(document.symbol): declared “\(declared.title.en)”, but by the entries it is “\(state.title.en)” on \(day.en)."
            ))
    }

    private func circle(_ ids: [LegalDocument.ID]) -> EffectQuery {
        EffectQuery(
            kind: .cycle, document: ids[0], message: EffectQuery.circle(ids.map { symbol($0) }))
    }

    private func queries(_ effect: Effect) -> [EffectQuery] {
        let source = effect.source.held.flatMap(document)
        let target = effect.target.held.flatMap(document)
        guard let subject = target ?? source else { return [] }
        var queries: [EffectQuery] = []
        func ask(_ kind: EffectQuery.Kind, _ vi: String, _ en: String) {
            queries.append(
                EffectQuery(
                    kind: kind, document: subject.id, message: Bilingual(vi: vi, en: en)))
        }
        let names = [effect.source, effect.target].map { reference in
            reference.name ?? reference.held.map { symbol($0) } ?? ""
        }
        let vi = "\(names[0]) \(effect.kind.title.vi) \(names[1]) từ \(effect.from.vi)"
        let en = "\(names[0]) \(effect.kind.title.en) \(names[1]) from \(effect.from.en)"
        if source == nil || target == nil {
            let missing = source == nil ? names[0] : names[1]
            ask(
                .notHeld, "\(vi): \(missing) chưa có trong danh mục.",
                "\(en): \(missing) is not in the register.")
        }
        if idle.contains(effect.id) {
            ask(
                .tooLate,
                effect.kind == .extension_
                    ? "\(vi): lúc đó văn bản không còn thời hạn để kéo dài."
                    : "\(vi): lúc đó \(names[0]) đã hết hiệu lực toàn bộ.",
                effect.kind == .extension_
                    ? "\(en): there was no limit left to extend."
                    : "\(en): \(names[0]) had wholly expired by then.")
        } else if let end = effect.target.held.flatMap(timeline)?.end, end < effect.from,
            effect.kind != .transition, effect.kind != .limit
        {
            ask(
                .alreadyExpired, "\(vi): \(names[1]) đã hết hiệu lực từ \(end.vi).",
                "\(en): \(names[1]) had expired on \(end.en).")
        }
        if let inForce = source?.inForceOn, effect.from < inForce, effect.kind != .expiry {
            ask(
                .beforeSource, "\(vi): \(names[0]) có hiệu lực từ \(inForce.vi).",
                "\(en): \(names[0]) is in force from \(inForce.en).")
        }
        // A correction (đính chính) is often dated before the text it corrects comes into force.
        if let inForce = target?.inForceOn, effect.from < inForce, effect.kind != .correction,
            effect.kind != .limit
        {
            ask(
                .beforeTarget, "\(vi): \(names[1]) đến \(inForce.vi) mới có hiệu lực.",
                "\(en): \(names[1]) comes into force on \(inForce.en) only.")
        }
        if effect.kind.isOfSameIssuer, let one = source?.issuer, let other = target?.issuer,
            one != other
        {
            ask(
                .otherIssuer,
                "\(vi): chỉ cơ quan đã ban hành mới sửa đổi, bổ sung, thay thế văn bản của mình.",
                "\(en): only the issuer itself amends or replaces its document.")
        }
        return queries
    }

    private func symbol(_ id: LegalDocument.ID) -> String { document(id)?.symbol ?? "" }
}
