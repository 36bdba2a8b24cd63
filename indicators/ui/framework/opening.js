// While the page opens: run what charts need as soon as there is time, and show nothing that would jump.
const CALM_MS = 300; // What a script said last is drawn a moment after it has ended.
const MOST_MS = 3000; // A table that never comes, since it is folded away, is waited for no longer.
const root = document.documentElement.classList;
const charts = document.querySelector("link[data-charts]");
let calm;
let waited = false;
/** Tables that a page of words will have, and that have no height yet: they draw themselves when their script has come. */
const empty = () => (root.contains("drawing") ? [] : [...document.querySelectorAll('[class*="st-key-grid-"]')]
  .filter((table) => !table.offsetHeight));
const filled = new ResizeObserver(() => {
  if (!empty().length) root.remove("filling");
});
/** Keep the page out of sight while tables are empty, from before the moment in which all else is there. */
function keepForTables() {
  const tables = empty();
  if (tables.length && !waited) {
    waited = true;
    root.add("filling");
    setTimeout(() => root.remove("filling"), MOST_MS);
  }
  tables.forEach((table) => filled.observe(table));
}
const watch = new MutationObserver(() => {
  const state = scriptState();
  if (charts && !charts.dataset.run && state === "running") {
    // The server is at work now, and the browser waits.
    charts.dataset.run = "yes";
    import(charts.href);
  }
  keepForTables();
  if (state !== "notRunning" || document.querySelector(OWN.placeholder)) {
    clearTimeout(calm);
    calm = undefined;
  } else {
    calm ??= setTimeout(() => {
      root.remove("opening", "drawing");
      watch.disconnect();
    }, CALM_MS);
  }
});
watch.observe(document, { subtree: true, childList: true, attributes: true,
  attributeFilter: [STATE] });
