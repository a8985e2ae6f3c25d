// For editors: a key presses what carries it as data-key; in an article that of the record one is at. A form that was opened in place
// is closed by Escape or by what carries data-cancel, and the focus goes back to what opened it.
(() => {
  const typing = (target) => target.closest("input, select, textarea, [contenteditable]");
  const opener = (slot) => document.querySelector(`[hx-target="#${slot.id}"]`);

  function close(form) {
    const slot = form?.closest("[data-slot]");
    if (!slot) return false;
    slot.replaceChildren();
    opener(slot)?.focus();
    return true;
  }

  function scope() {
    if (!document.querySelector(".notes")) return document;
    return document.getElementById(`entry-${location.hash.slice(1)}`) || document.querySelector(".notes li.lit");
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && close(event.target.closest(".correction"))) return;
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const control = /^[a-z]$/.test(event.key) && scope()?.querySelector(`[data-key="${event.key}"]`);
    if (!control) return;
    event.preventDefault();
    control.click();
  });
  // A browser takes `autofocus` from what comes later only where nothing has the focus, and says so in its console.
  document.addEventListener("htmx:afterSettle", (event) => event.target.querySelector("[data-first]")?.focus());
  document.addEventListener("click", (event) => {
    const cancel = event.target.closest("[data-cancel]");
    if (cancel && close(cancel.closest(".correction"))) event.preventDefault();
  });
})();
