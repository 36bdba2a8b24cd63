// Where Streamlit's page has what: its test ids and its marks, named once for all scripts.

const OWN = {
  app: '[data-testid="stApp"]',
  view: '[data-testid="stAppViewContainer"]',
  main: '[data-testid="stMain"]',
  content: '[data-testid="stMainBlockContainer"]',
  placeholder: '[data-testid="stMain"] [data-testid="stSkeleton"]',
  toCome: '[data-testid="stSkeleton"], [data-stale="true"]',
  spoken: "[data-testid], [role=listbox], [role=dialog], [role=tooltip], [data-live-announcer]",
  ours: '[data-testid="stMarkdownContainer"], .stHtml, pre',
  html: ".stHtml",
  way: '[data-testid="stSidebarNavLink"]',
  uploader: '[data-testid="stFileUploader"]',
};
const STATE = "data-test-script-state";

/** Tell what the script of the page is doing: "running", "notRunning"; nothing before there is a page. */
function scriptState() {
  return document.querySelector(OWN.app)?.getAttribute(STATE);
}

/** Show another page without loading everything anew, as if the reader had stepped there. */
function goTo(address, state = {}) {
  history.pushState(state, "", String(address));
  dispatchEvent(new PopStateEvent("popstate", { state }));
  document.querySelector(OWN.main)?.scrollTo(0, 0);
}
