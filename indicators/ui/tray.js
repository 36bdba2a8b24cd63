// The reader's own deck: what was added, kept in the address of every page and counted at its edge.

const TRAY = "tray";
const [KEPT, REST] = ["ix-tray", "ix-tray-rest"];
const MOST = 200;

/** Return parameters with the characters of a deck's entries as they are. */
function legible(query) {
  return String(query).replace(/%40/g, "@").replace(/%2C/g, ",").replace(/%3A/g, ":").replace(/%7E/g, "~");
}

function entries(text) {
  return (text ?? "").split(",").map((entry) => entry.trim()).filter(Boolean).slice(0, MOST);
}

const asked = new URLSearchParams(location.search);
let tray = entries(asked.has(TRAY) ? asked.get(TRAY) : sessionStorage.getItem(KEPT));
let linked = false;

function has(slide) {
  return tray.includes(slide);
}

/** Return an address with the tray in it. */
function withTray(address) {
  const url = new URL(address, location.href);
  if (url.origin !== location.origin) return address;
  if (tray.length) url.searchParams.set(TRAY, tray.join(","));
  else url.searchParams.delete(TRAY);
  const query = legible(url.searchParams);
  return `${url.pathname}${query ? `?${query}` : ""}${url.hash}`;
}

const isSame = (address) => new URL(address, location.href).href === location.href;
const COMPLETED = ["lang", "place", "reply", TRAY, "slide", "step"];

/** Tell whether an address says no more than the present one, but for what every address is given. */
function completes(address) {
  const [now, to] = [new URL(location.href), new URL(address, location.href)];
  if (now.pathname !== to.pathname) return false;
  const [had, has] = [[...now.searchParams], [...to.searchParams]];
  const text = (pairs) => JSON.stringify(pairs.filter(([name]) => !COMPLETED.includes(name)).sort());
  return text(had) === text(has) && COMPLETED.every(
    (name) => [TRAY, "step"].includes(name) || !now.searchParams.has(name) || now.searchParams.get(name) === to.searchParams.get(name));
}

for (const name of ["pushState", "replaceState"]) {
  const plain = history[name].bind(history);
  const other = history.replaceState.bind(history);
  history[name] = (state, title, address) => {
    const to = address === undefined || address === null ? location.href : withTray(address);
    // A step that leads nowhere would have to be taken back twice.
    (completes(to) ? other : plain)(state, title, to);
    follow();
  };
}

/** Take over what is edited on the page of decks, where it shows the tray. */
function follow() {
  const query = new URLSearchParams(location.search);
  const here = location.pathname.endsWith("/deck");
  const shown = entries(query.get("deck"));
  if (here && linked && query.has("deck")) {
    tray = shown;
    const rest = [...query].filter(([name]) => ["title", "theme", "size"].includes(name));
    sessionStorage.setItem(REST, legible(new URLSearchParams(rest)));
    remember();
  }
  // While a deck is changed, its address is for a moment without one.
  linked = here && (linked || (tray.length > 0 && shown.join() === tray.join()));
  draw();
}

function remember() {
  sessionStorage.setItem(KEPT, tray.join(","));
  if (!isSame(withTray(location.href))) history.replaceState(history.state, "", location.href);
}

/** Put a slide into the tray, or take it out; tell whether it is in it now. */
function toggle(slide) {
  tray = has(slide) ? tray.filter((one) => one !== slide) : [...tray, slide].slice(0, MOST);
  remember();
  draw();
  return has(slide);
}

/** Return the address of the tray's deck on a page, with the titles, the theme and the format it was given there. */
function deckAddress(path) {
  const address = addressOf(path, { deck: tray.join(",") });
  for (const [name, value] of new URLSearchParams(sessionStorage.getItem(REST) ?? "")) {
    const known = name !== "title" || tray.includes(value.split("~")[0]);
    if (known) address.searchParams.append(name, value);
  }
  address.search = legible(address.searchParams);
  return address;
}

function draw() {
  let bar = document.querySelector(".ix-tray");
  if (!tray.length || linked) {
    bar?.remove();
    return;
  }
  const said = words();
  const count = tray.length === 1 ? said.slide_in_it : said.slides_in_it.replace("{count}", tray.length);
  const link = (key, path) => make("a", { href: deckAddress(path), target: "_self" }, said[key]);
  const save = make("a", { href: deckAddress("api/deck.pptx"), download: "" }, said.powerpoint);
  const clear = make("button", { type: "button" }, said.empty_it);
  clear.onclick = () => { tray = []; sessionStorage.removeItem(REST); remember(); draw(); };
  const fresh = make("div", { class: "ix-tray", role: "region", "aria-label": said.my_deck, lang: document.documentElement.lang });
  fresh.append(make("span", { class: "ix-count", role: "status" }, `${said.my_deck} · ${count}`),
    link("edit_deck", "deck"), link("present", "present"), save, clear);
  if (bar) bar.replaceWith(fresh);
  else document.body.append(fresh);
}

// Links within our own HTML are those of one dashboard: none needs to load it again.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.(`${OWN.html} a[href], .ix-tray a[href], .ix-dialog a[href]`);
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const address = new URL(link.href);
  const own = address.href.startsWith(new URL("./", document.baseURI).href);
  if (!own || link.hasAttribute("download") || /\/api\//.test(address.pathname) || address.hash) return;
  event.preventDefault();
  goTo(address);
});
addEventListener("popstate", (event) => {
  remember();
  follow();
  if (!event.isTrusted) return;
  // Back and Forward lead to what the address says: the server is told, and takes the word out again.
  const here = new URL(location.href);
  here.searchParams.set("step", "1");
  history.replaceState(history.state, "", here.href);
});
new MutationObserver(draw).observe(document.documentElement, { attributes: true, attributeFilter: ["lang"] });
remember();
follow();
