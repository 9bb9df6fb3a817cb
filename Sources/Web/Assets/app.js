// Only what makes a page quicker; each page works without it.
document.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-send]");
    if (form && event.target.matches("select")) form.requestSubmit();
});
document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) window.print();
});
for (const button of document.querySelectorAll("[data-print]")) button.hidden = false;
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
