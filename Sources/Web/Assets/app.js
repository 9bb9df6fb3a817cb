// Only what makes a page quicker; each page works without it.
document.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-send]");
    if (form && event.target.matches("select")) form.requestSubmit();
});
document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) window.print();
});
for (const button of document.querySelectorAll("[data-print]")) button.hidden = false;
