// On the page of an article: j and k go to the next and the previous record, and the list beside the text follows.
(() => {
  const anchors = () => [...document.querySelectorAll(".text .note[id]")];
  const typing = (target) => target.closest("input, select, textarea, [contenteditable]");

  function follow(id) {
    const entry = document.getElementById(`entry-${id}`);
    if (!entry) return;
    for (const other of document.querySelectorAll(".notes li")) if (other !== entry) other.classList.remove("now", "lit");
    const list = entry.closest(".notes");
    if (!list) return;
    entry.classList.add("now");
    addSteps(entry);
    if (list.scrollHeight > list.clientHeight) list.scrollTop = entry.offsetTop - list.clientHeight / 3;
  }

  function addSteps(entry) {
    const finding = entry.querySelector(".finding");
    if (!finding || finding.querySelector(".steps")) return;
    const steps = Object.assign(document.createElement("span"), { className: "steps" });
    for (const [other, rel, words] of [[entry.previousElementSibling, "prev", "← Previous"], [entry.nextElementSibling, "next", "Next →"]]) {
      const note = other && other.querySelector(".note");
      if (note) steps.append(Object.assign(document.createElement("a"), { rel, href: note.getAttribute("href"), textContent: words }), " ");
    }
    finding.append(steps);
  }

  function go(step) {
    const all = anchors();
    if (!all.length) return;
    const here = all.findIndex((anchor) => `#${anchor.id}` === location.hash);
    const next = all[Math.min(Math.max(here + step, 0), all.length - 1)];
    location.hash = next.id;
    follow(next.id); // at once: a second key may come before the browser tells of the new address
    next.focus({ preventScroll: true });
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "j") go(1);
    if (event.key === "k") go(-1);
  });
  // A number that is pressed shows its record beside the text, or below it on a phone; with the keyboard it leads there.
  document.addEventListener("click", (event) => {
    const note = event.detail && event.target.closest(".text .note[id]");
    if (!note || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const place = window.scrollY;
    location.hash = note.id;
    window.scrollTo(0, place);
    follow(note.id);
  });
  window.addEventListener("hashchange", () => follow(location.hash.replace(/^#(entry-)?/, "")));
  document.addEventListener("DOMContentLoaded", () => follow(location.hash.slice(1)));
})();
