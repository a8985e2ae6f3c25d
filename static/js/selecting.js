// Words selected in an article, whose pieces say with data-start at which offset they begin. A button with data-take="ID" puts the words
// into that field and their place into the input behind it; a form with data-adding gets their place and comes into sight.
(() => {
  let chosen = null;
  const length = (text) => [...text].length;

  function within(piece, node, at) {
    const range = document.createRange();
    range.selectNodeContents(piece);
    range.setEnd(node, at);
    return range.toString();
  }

  // What of a piece is selected: [start, words], or null where nothing is.
  function part(piece, range) {
    const whole = piece.textContent;
    const before = piece.contains(range.startContainer) ? within(piece, range.startContainer, range.startOffset) : "";
    const until = piece.contains(range.endContainer) ? within(piece, range.endContainer, range.endOffset) : whole;
    const words = until.slice(before.length);
    return words.trim() ? [Number(piece.dataset.start) + length(before), words] : null;
  }

  function read() {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const pieces = [...document.querySelectorAll("[data-start]")].filter((piece) => range.intersectsNode(piece));
    const parts = pieces.map((piece) => part(piece, range)).filter(Boolean);
    if (!parts.length) return null;
    const [first, last] = [parts[0], parts.at(-1)];
    const start = first[0] + length(first[1]) - length(first[1].trimStart());
    const end = last[0] + length(last[1].trimEnd());
    return { mark: `${start}:${end}`, words: parts.map((each) => each[1]).join("\n").trim() };
  }

  function offer() {
    for (const form of document.querySelectorAll("[data-adding]")) {
      form.elements.span.value = chosen ? chosen.mark : "";
      form.classList.toggle("ready", Boolean(chosen) && !document.querySelector(".correction"));
      const words = chosen ? chosen.words : "";
      form.querySelector("output").textContent = words ? `“${words.length > 60 ? `${words.slice(0, 59)}…` : words}”` : "them";
    }
  }

  function say(button, message) {
    const label = button.dataset.label ||= button.textContent;
    button.textContent = message;
    setTimeout(() => { button.textContent = label; }, 2500);
  }

  document.addEventListener("selectionchange", () => {
    const now = read();
    if (!now && document.activeElement?.closest("form")) return;
    chosen = now;
    offer();
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-take]");
    if (!button) return;
    if (!chosen) return say(button, "Select words in the article first");
    const field = document.getElementById(button.dataset.take);
    field.value = chosen.words;
    field.nextElementSibling.value = chosen.mark;
    say(button, "Taken");
  });
  function reveal() {
    for (const button of document.querySelectorAll("[data-take]")) button.hidden = false;
    offer();
  }
  document.addEventListener("DOMContentLoaded", reveal);
  document.addEventListener("htmx:afterSettle", reveal);
})();
