// A change of language: what was seen stands still until all of the page is in the other one.

/** Return a copy of what is seen, down to what is scrolled, typed and drawn in shadows. */
function copyOf(view) {
  const scrolled = [];
  // What is out of sight is copied as an empty box of its size. A table's columns depend on all rows.
  const isOutOfSight = (node) => {
    if (node.tagName !== "DIV") return false;
    const { top, bottom, height } = node.getBoundingClientRect();
    return height > 0 && (bottom <= 0 || top >= innerHeight);
  };
  const boxOf = (node) => {
    const box = node.cloneNode(false);
    const { width, height } = node.getBoundingClientRect();
    box.style.cssText = `box-sizing: border-box; flex: none; width: ${width}px; height: ${height}px; visibility: hidden`;
    return box;
  };
  const copyInto = (one, other, whole) => {
    if (one.shadowRoot && !other.shadowRoot) {
      const root = other.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [...one.shadowRoot.adoptedStyleSheets];
      root.append(...[...one.shadowRoot.childNodes].map((node) => node.cloneNode(true)));
    }
    if (one.scrollTop || one.scrollLeft) scrolled.push([other, one.scrollTop, one.scrollLeft]);
    for (const node of one.childNodes) {
      if (!whole && node.nodeType === Node.ELEMENT_NODE && isOutOfSight(node)) other.append(boxOf(node));
      else other.append(copyInto(node, node.cloneNode(false), whole || node.tagName === "TABLE"));
    }
    if ("value" in one && "value" in other && one.tagName !== "LI") other.value = one.value;
    return other;
  };
  const copy = copyInto(view, view.cloneNode(false), false);
  copy.classList.add("ix-still");
  copy.inert = true;
  copy.lang = document.documentElement.lang; // Some signs look otherwise in the other language.
  copy.setAttribute("aria-hidden", "true");
  return { copy, scrolled };
}

/** Tell whether nothing of what is seen of the page is left to come. */
function isWhole(view) {
  const isSeen = (node) => {
    const { top, bottom } = node.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };
  // The charts of the other language stay for a moment after the script has ended: their keys say theirs.
  const own = new RegExp(`st-key-plot-\\S*-${document.documentElement.lang === "en" ? "en" : "zh"}(\\s|$)`);
  return !view.querySelector(OWN.toCome)
    && [...view.querySelectorAll('[class*="st-key-plot-"]')].every(
      (chart) => own.test(chart.className) && (chart.querySelector(".annotation-text") || !isSeen(chart)));
}

/** Return how many charts and ways to pages there are: between two languages, for a moment, some aren't. */
function piecesOf(view) {
  const ways = [...view.querySelectorAll(OWN.way)].filter((way) => way.getBoundingClientRect().height > 0);
  return view.querySelectorAll('[class*="st-key-plot-"]').length + ways.length;
}

function holdStill() {
  const page = document.documentElement;
  const view = document.querySelector(OWN.view);
  if (!view || page.classList.contains("changing")) return;
  const pieces = piecesOf(view);
  const { copy, scrolled } = copyOf(view);
  view.after(copy);
  for (const [node, top, left] of scrolled) node.scrollTo(left, top);
  page.classList.add("changing");
  const [begun, before] = [performance.now(), page.lang];
  let [began, steady] = [false, 0];
  const look = () => {
    const running = scriptState() !== "notRunning";
    const taken = performance.now() - begun;
    began ||= running || page.lang !== before;
    const whole = page.lang !== before && !running && piecesOf(view) >= pieces && isWhole(view);
    // A chart's parts are there before they are painted: it is whole when it was so for some frames.
    steady = whole ? steady + 1 : 0;
    if (steady > 3 || taken > 4000 || (!began && taken > 1500)) {
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
  // After the click has done its work: the server is asked before the copy is made, not afterwards.
  if (button && button.getAttribute("aria-checked") !== "true") setTimeout(holdStill);
}

document.addEventListener("click", heed, true);
document.addEventListener("keydown", heed, true);

// On a small screen the switch is folded away with the navigation: the other language stands in the head.
const other = document.createElement("button");
other.type = "button";
other.className = "ix-lang";
const name = () => {
  const english = document.documentElement.lang === "en";
  // Not as a text: the page's own switch is the one that is found by its word.
  other.dataset.name = english ? "中文" : "English";
  other.setAttribute("aria-label", other.dataset.name);
  other.lang = english ? "zh-CN" : "en";
};
other.onclick = () => [...document.querySelectorAll(".st-key-lang button")].find((one) => one.getAttribute("aria-checked") !== "true")?.click();
new MutationObserver(name).observe(document.documentElement, { attributes: true, attributeFilter: ["lang"] });
name();
document.body.append(other);
