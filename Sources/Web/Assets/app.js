// Only what makes a page quicker; each page works without it.
document.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-send]");
    if (form && event.target.matches("select")) form.requestSubmit();
});
document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) window.print();
});
for (const button of document.querySelectorAll("[data-print]")) button.hidden = false;

// A form that keeps its draft while one types; "Save draft" does the same by hand.
for (const form of document.querySelectorAll("form[data-autosave]")) {
    const said = document.querySelector("[data-state] span") || document.createElement("span");
    let waiting;
    let sending = false;
    const save = async () => {
        if (sending) return later();
        sending = true;
        // Files are sent by themselves, at once.
        const fields = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
        fields.set("autosave", "1");
        try {
            const answer = await fetch(form.dataset.autosave, { method: "POST", body: fields, redirect: "error" });
            const kept = answer.ok ? await answer.json() : null;
            if (!kept) throw new Error(answer.status);
            form.elements.draft_version.value = kept.version;
            said.textContent = form.dataset.saved.replace("{time}", kept.time);
        } catch {
            said.textContent = form.dataset.failed;
        }
        sending = false;
    };
    const later = () => {
        clearTimeout(waiting);
        waiting = setTimeout(save, 2000);
    };
    form.addEventListener("input", later);
    form.addEventListener("change", (event) => {
        const button = event.target.closest(".give")?.querySelector("button");
        if (button && event.target.matches("[data-attach]") && event.target.files.length) form.requestSubmit(button);
    });
    form.addEventListener("submit", (event) => {
        clearTimeout(waiting);
        if (sending) {
            event.preventDefault();
            setTimeout(() => form.requestSubmit(event.submitter), 200);
        }
    });
}

// Files dropped anywhere on the form, not only on its field.
for (const form of document.querySelectorAll("form[data-drop]")) {
    const field = form.querySelector("input[type=file]");
    form.addEventListener("dragover", (event) => {
        if (![...event.dataTransfer.types].includes("Files")) return;
        event.preventDefault();
        form.classList.add("over");
    });
    form.addEventListener("dragleave", () => form.classList.remove("over"));
    form.addEventListener("drop", (event) => {
        form.classList.remove("over");
        if (event.target === field || !event.dataTransfer.files.length) return;
        event.preventDefault();
        field.files = event.dataTransfer.files;
    });
}
