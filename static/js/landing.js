// Where htmx swapped away what had the focus (a choice taken back, the next page), the focus goes to what the new part
// marks with data-landing, so that the keyboard and a screen reader go on from there.
document.addEventListener("htmx:afterSettle", (event) => {
  if (document.activeElement && document.activeElement !== document.body) return;
  const place = event.target.querySelector("[data-landing]");
  if (place) place.focus();
});
