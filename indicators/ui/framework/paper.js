// A page on paper: as it stands on the screen, as wide, made smaller as a whole until it fits.

/** The width of A4 within its margins. */
const PAPER = 700;

window.addEventListener("beforeprint", () => {
  const content = document.querySelector(OWN.content);
  const root = document.documentElement;
  if (!content || document.querySelector(".ix-stage")) return;
  // What is laid out for the paper's own width would no longer fit the places that charts were drawn for.
  const width = content.clientWidth;
  root.style.setProperty("--paper-width", `${width}px`);
  root.style.setProperty("--paper-zoom", Math.min(1, PAPER / width));
  root.classList.add("on-paper");
});
window.addEventListener("afterprint", () => document.documentElement.classList.remove("on-paper"));
