// While the page opens: run what charts need as soon as there is time, and show a page of words whole.
const charts = document.querySelector("link[data-charts]");
const watch = new MutationObserver(() => {
  const state = scriptState();
  if (charts && !charts.dataset.run && state === "running") {
    // The server is at work now, and the browser waits.
    charts.dataset.run = "yes";
    import(charts.href);
  }
  if (state === "notRunning" && !document.querySelector(OWN.placeholder)) {
    document.documentElement.classList.remove("opening");
    watch.disconnect();
  }
});
watch.observe(document, { subtree: true, childList: true, attributes: true,
  attributeFilter: [STATE] });
