// While the page opens: run what charts need as soon as there is time, and show a page of words whole.
const app = () => document.querySelector("[data-testid=stApp]");
const charts = document.querySelector("link[data-charts]");
const watch = new MutationObserver(() => {
  const state = app()?.dataset.testScriptState;
  if (charts && !charts.dataset.run && state === "running") {
    // The server is at work now, and the browser waits.
    charts.dataset.run = "yes";
    import(charts.href);
  }
  if (state === "notRunning" && !document.querySelector("[data-testid=stMain] [data-testid=stSkeleton]")) {
    document.documentElement.classList.remove("opening");
    watch.disconnect();
  }
});
watch.observe(document, { subtree: true, childList: true, attributes: true,
  attributeFilter: ["data-test-script-state"] });
