// While the page opens: run what charts need as soon as there is time, and show nothing that would jump.
const CALM_MS = 300; // What a script said last is drawn a moment after it has ended.
const charts = document.querySelector("link[data-charts]");
let calm;
const watch = new MutationObserver(() => {
  const state = scriptState();
  if (charts && !charts.dataset.run && state === "running") {
    // The server is at work now, and the browser waits.
    charts.dataset.run = "yes";
    import(charts.href);
  }
  if (state !== "notRunning" || document.querySelector(OWN.placeholder)) {
    clearTimeout(calm);
    calm = undefined;
  } else {
    calm ??= setTimeout(() => {
      document.documentElement.classList.remove("opening", "drawing");
      watch.disconnect();
    }, CALM_MS);
  }
});
watch.observe(document, { subtree: true, childList: true, attributes: true,
  attributeFilter: [STATE] });
