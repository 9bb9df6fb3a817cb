import Domain
import Markup

/// The card that a record's page shows; nothing when there is nothing to see and nothing to do.
func evidencePartView(_ part: EvidencePart) -> HTML? {
    guard !part.isEmpty else { return nil }
    let words = Words("Evidence", part.language)
    return """
        <section class="card evidence" id="evidence" aria-labelledby="evidence-heading">
        <h2 id="evidence-heading">\(words["heading"]) \(if: part.state, badgeView)</h2>
        \(when: !part.items.isEmpty, "<ul class=\"files\">\(each: part.items, { evidenceItem($0, words) })</ul>")
        \(if: part.explanation, { "<p class=\"explained\"><b>\(words["explained"])</b> \($0)</p>" })
        \(if: part.form, evidenceForms)</section>

        """
}

func evidenceItem(_ item: EvidencePart.Item, _ words: Words) -> HTML {
    """
    <li><div><p class="name">\(linkView(item.title))</p>\
    <p class="small">\(item.facts.joined(separator: " · "))</p>\
    \(when: !item.note.isEmpty, "<p>\(item.note)</p>")</div>\
    <div class="tools"><a class="button" href="\(item.download.path)">\(item.download.text)\
    <span class="unseen"> \(item.title.text)</span></a>\
    \(if: item.withdrawal, { withdrawal($0, words) })</div></li>

    """
}

private func withdrawal(_ withdrawal: EvidencePart.Withdrawal, _ words: Words) -> HTML {
    let reason = Field(
        name: "reason", label: words["withdraw-reason"], isRequired: true,
        idPrefix: "w\(withdrawal.number)-", isWide: true)
    return """
        <details class="noprint"><summary>\(words["withdraw"])…</summary>
        <form method="post" action="\(Paths.evidenceWithdrawals)">\(tokenField(withdrawal.token))\
        \(hiddenField(HiddenField(name: "link", value: withdrawal.link)))<div class="form">\(fieldView(reason))
        <div class="actions"><button class="refuse">\(words["withdraw"])</button></div></div></form></details>
        """
}

/// The form for files, the one for a document on file already, and the one for an explanation.
func evidenceForms(_ form: EvidenceForm) -> HTML {
    let words = Words("Evidence", form.language)
    return """
        \(problemSummary(form.problems, heading: words["refused"]))
        <form class="noprint drop" method="post" action="\(Paths.evidence)" enctype="multipart/form-data" data-drop="">
        \(subjectFields(form))
        <div class="form">
        <div class="field wide"><label for="evidence-files">\(words["files"])</label>
        <input type="file" id="evidence-files" name="files" accept="\(FileType.accepted)" multiple="" \
        aria-describedby="evidence-hint">
        <p class="hint" id="evidence-hint">\(words("files-hint", ["largest": form.largest]))</p></div>
        <div class="field wide camera"><label for="evidence-camera">\(words["camera"])</label>
        <input type="file" id="evidence-camera" name="files" accept="image/*" capture="environment"></div>
        \(fieldView(Field(name: "note", label: words["note"], value: form.note, idPrefix: "evidence-", isWide: true)))
        <p class="secret wide" role="note">\(words["secret"])</p>
        <div class="actions"><button class="send">\(words["send"])</button></div></div></form>
        \(citation(form, words))
        \(if: form.explanation, { explanation($0, form, words) })
        """
}

private func subjectFields(_ form: EvidenceForm) -> HTML {
    """
    \(tokenField(form.token))\(hiddenField(HiddenField(name: "kind", value: form.subject.kind.rawValue)))\
    \(hiddenField(HiddenField(name: "record", value: form.subject.record)))\
    \(if: form.returnPath, { hiddenField(HiddenField(name: "return", value: $0)) })
    """
}

private func citation(_ form: EvidenceForm, _ words: Words) -> HTML {
    let number = Field(
        name: "number", label: words["cite-number"], kind: .suggested(form.documents),
        hint: words["cite-hint"],
        isRequired: true, idPrefix: "cite-")
    return """
        <details class="noprint"><summary>\(words["cite"])…</summary>
        <form method="post" action="\(Paths.evidenceCitations)">\(subjectFields(form))<div class="form">\(fieldView(number))
        <div class="actions"><button>\(words["cite"])</button></div></div></form></details>
        """
}

private func explanation(
    _ explanation: (text: String, version: Int), _ form: EvidenceForm, _ words: Words
) -> HTML {
    let text = Field(
        name: "explanation", label: words["explanation"], kind: .longText(rows: 3),
        value: explanation.text, hint: words["explanation-hint"],
        problems: form.explanationProblems, isWide: true)
    return """
        <details class="noprint"\(attribute: "open", when: !form.explanationProblems.isEmpty)>\
        <summary>\(words["explain"])…</summary>
        <form method="post" action="\(Paths.evidenceExplanations)">\(subjectFields(form))\
        \(hiddenField(HiddenField(name: "version", value: String(explanation.version))))
        <div class="form">\(fieldView(text))
        <div class="actions"><button>\(words["explain-save"])</button></div></div></form></details>
        """
}
