// On a narrow screen the filter lies above the list: its button stays in sight, says how many records are left, folds the
// filter away and leads to them.
(() => {
  const folds = () => document.querySelector(".fold > summary")?.checkVisibility();

  document.addEventListener("htmx:afterSettle", () => {
    const button = document.querySelector(".fold > button"), count = document.getElementById("count");
    if (button && count && folds()) button.textContent = `Show ${count.textContent}`;
  });
  document.addEventListener("submit", (event) => {
    const fold = event.target.querySelector(".fold");
    if (!fold || !folds()) return;
    fold.open = false;
    document.getElementById("count")?.focus();
  });
})();
