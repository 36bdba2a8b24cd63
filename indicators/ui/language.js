// A change of language: what was seen stands still until all of the page is in the other one.

/** Return a copy of what is seen, down to what is scrolled, typed and drawn in shadows. */
function copyOf(view) {
  const copy = view.cloneNode(true);
  const scrolled = [];
  const same = (one, other) => {
    if (one.shadowRoot && !other.shadowRoot) {
      const root = other.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [...one.shadowRoot.adoptedStyleSheets];
      root.append(...[...one.shadowRoot.childNodes].map((node) => node.cloneNode(true)));
    }
    if (one.scrollTop || one.scrollLeft) scrolled.push([other, one.scrollTop, one.scrollLeft]);
    if ("value" in one && "value" in other && one.tagName !== "LI") other.value = one.value;
    for (let at = 0; at < one.children.length; at += 1) same(one.children[at], other.children[at]);
  };
  same(view, copy);
  copy.classList.add("ix-still");
  copy.inert = true;
  copy.setAttribute("aria-hidden", "true");
  return { copy, scrolled };
}

/** Tell whether nothing of what is seen of the page is left to come. */
function isWhole(view) {
  const isSeen = (node) => {
    const { top, bottom } = node.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };
  return !view.querySelector('[data-testid="stSkeleton"], [data-stale="true"]')
    && [...view.querySelectorAll('[data-testid="stPlotlyChart"]')].every(
      (chart) => chart.querySelector(".main-svg") || !isSeen(chart));
}

function holdStill() {
  const page = document.documentElement;
  const app = document.querySelector('[data-testid="stApp"]');
  const view = document.querySelector('[data-testid="stAppViewContainer"]');
  if (!app || !view || page.classList.contains("changing")) return;
  const { copy, scrolled } = copyOf(view);
  view.after(copy);
  for (const [node, top, left] of scrolled) node.scrollTo(left, top);
  page.classList.add("changing");
  const [begun, before] = [performance.now(), page.lang];
  let began = false;
  let calm = 0;
  const look = () => {
    const running = app.dataset.testScriptState !== "notRunning";
    const taken = performance.now() - begun;
    began ||= running || page.lang !== before;
    calm = page.lang !== before && !running && isWhole(view) ? calm + 1 : 0;
    if (calm > 1 || taken > 4000 || (!began && taken > 600)) {
      copy.remove();
      page.classList.remove("changing");
    } else {
      requestAnimationFrame(look);
    }
  };
  requestAnimationFrame(look);
}

/** Hold still when the switch is about to change the language, by a click or by the keyboard. */
function heed(event) {
  if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
  const button = event.target.closest?.(".st-key-lang button");
  if (button && button.getAttribute("aria-checked") !== "true") holdStill();
}

document.addEventListener("click", heed, true);
document.addEventListener("keydown", heed, true);
