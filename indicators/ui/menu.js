// The one menu of all figures and pictures: what a "···" button opens, and what its items do.

const ROWS = [
  ["to_slide"], ["to_deck"],
  ["pictures", "png_1", "png_2", "png_clear", "as_svg"],
  ["copy_picture"], ["copy_sentence"], ["copy_table"], ["copy_link"],
  ["show_table"], ["embed"], ["about_it"],
];
const OF_WHOLE = [["to_slides"], ["to_deck"], ["powerpoint"], ["copy_link"]];
const PICTURES = { png_1: "png", png_2: "png2", png_clear: "clear", as_svg: "svg", copy_picture: "copy" };

const MOST_HINTS = 3;

let open = null;

function words() {
  return dashboard.words.pictures[document.documentElement.lang === "en" ? "en" : "zh"];
}

/** Return what every address carries on: the language, the place, and an earlier reply that leads. */
function kept() {
  const [own, now] = [new URLSearchParams(), new URLSearchParams(location.search)];
  for (const name of ["lang", "place", "reply"]) if (now.get(name)) own.set(name, now.get(name));
  return own;
}

/** Return an address of the dashboard's, its parameters as one reads them. */
function addressOf(path, parameters) {
  const query = kept();
  for (const [name, value] of Object.entries(parameters)) query.set(name, value);
  return new URL(`./${path}?${legible(query)}`, document.baseURI);
}

/** Return what a picture is as SVG, with its name. */
async function fetchPicture(slide) {
  const answer = await fetch(addressOf("api/picture.svg", { slide }));
  if (!answer.ok) throw new Error(`no picture: ${answer.status}`);
  const name = /filename="(.+)\.svg"/.exec(answer.headers.get("content-disposition") ?? "")?.[1];
  return { svg: await answer.text(), name: name ?? "picture" };
}

/** Return what a picture says. */
async function fetchWords(slide) {
  const answer = await fetch(addressOf("api/picture.json", { slide }));
  if (!answer.ok) throw new Error(`no words: ${answer.status}`);
  return answer.json();
}

function make(tag, attributes = {}, ...within) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...within);
  return node;
}

/** Return a picture's table; its indicators lead to their pages where it is shown. */
function tableOf({ head, rows, indicators }, linked) {
  const cell = (text, column, row) => {
    if (!linked || column || !indicators[row]) return text;
    return make("a", { href: addressOf("indicator", { id: indicators[row] }), target: "_self" }, text);
  };
  const top = make("tr", {}, ...head.map((text) => make("th", { scope: "col" }, text)));
  const body = rows.map((row, place) => make("tr", {}, ...row.map((text, column) => make("td", {}, cell(text, column, place)))));
  return make("table", {}, make("thead", {}, top), make("tbody", {}, ...body));
}

/** Return what is copied of a picture: as text, and as HTML that Word takes for what it is. */
function asTable(said) {
  const table = tableOf(said, false);
  table.setAttribute("border", "1");
  table.setAttribute("style", "border-collapse:collapse");
  const foot = make("p", {}, said.source.join(" "));
  // What a spreadsheet would take for a formula is pasted as text.
  const flat = (text) => text.replace(/[\t\r\n]+/g, " ").replace(/^(?=[=+@-])(?![+-]?[0-9])/, "'");
  const lines = [said.head, ...said.rows].map((row) => row.map(flat).join("\t"));
  return { html: `<h4>${make("p", {}, said.title).innerHTML}</h4>${table.outerHTML}${foot.outerHTML}`, text: lines.join("\n") };
}

function asSentence({ sentences, source }) {
  return { text: `${sentences.join("\n")}\n${source.join("\n")}` };
}

/** Put what is to come on the clipboard, in one form or two. */
async function copySaid(get, kinds) {
  if (window.isSecureContext && navigator.clipboard?.write && window.ClipboardItem) {
    const found = get();
    const blob = (kind, name) => found.then((said) => new Blob([said[name]], { type: kind }));
    const parts = kinds.map((name) => [name === "html" ? "text/html" : "text/plain", name]);
    const item = Object.fromEntries(parts.map(([kind, name]) => [kind, blob(kind, name)]));
    await navigator.clipboard.write([new ClipboardItem(item)]);
    return;
  }
  // Without https there is no clipboard object; a copy that we fill ourselves still works.
  const said = await get();
  const fill = (event) => {
    event.preventDefault();
    event.clipboardData.setData("text/plain", said.text);
    if (said.html) event.clipboardData.setData("text/html", said.html);
  };
  document.addEventListener("copy", fill, { once: true });
  const done = document.execCommand("copy");
  document.removeEventListener("copy", fill);
  if (!done) throw new Error("no clipboard");
}

/** Say for a moment how something went. */
function tell(text) {
  let place = document.querySelector(".ix-told");
  if (!place) document.body.append(place = make("div", { class: "ix-told", role: "status" }));
  place.textContent = text;
  clearTimeout(tell.timer);
  tell.timer = setTimeout(() => { place.textContent = ""; }, 4000);
}

/** Show the table of a picture, its sentences and its source, over the page. */
async function showTable(slide, said = null) {
  const found = said ?? await fetchWords(slide);
  const dialog = make("dialog", { class: "ix-dialog", "aria-label": found.title, lang: document.documentElement.lang });
  const close = make("button", { type: "button" }, words().close);
  close.onclick = () => dialog.close();
  const act = (key) => {
    const button = make("button", { type: "button" }, words()[key]);
    button.onclick = () => perform(key, { slide });
    return button;
  };
  dialog.append(
    make("h2", {}, found.title), make("div", { class: "ix-scroll", tabindex: "0" }, tableOf(found, true)),
    ...found.sentences.map((text) => make("p", {}, text)),
    make("p", { class: "ix-source" }, found.source.join(" ")),
    make("div", { class: "ix-acts" }, act("copy_table"), act("copy_sentence"), close),
  );
  dialog.addEventListener("click", (event) => { if (event.target === dialog || event.target.closest("a")) dialog.close(); });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** Show the lines that put a picture into a page of somebody else's. */
async function showEmbed(slide) {
  const address = addressOf("oembed", { url: String(addressOf(`embed/${encodeURIComponent(slide)}`, {})) });
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`no lines: ${answer.status}`);
  const { title, html, image } = await answer.json();
  const dialog = make("dialog", { class: "ix-dialog", "aria-label": words().embed, lang: document.documentElement.lang });
  const close = make("button", { type: "button" }, words().close);
  close.onclick = () => dialog.close();
  const line = (text, key) => {
    const button = make("button", { type: "button" }, words()[key]);
    button.onclick = () => copySaid(async () => ({ text }), ["text"])
      .then(() => tell(words().copied), () => tell(words().not_copied));
    return [make("pre", { class: "ix-line", tabindex: "0", "aria-label": words()[key] }, text), make("div", { class: "ix-acts" }, button)];
  };
  dialog.append(
    make("h2", {}, title), make("p", {}, words().embed_lead), ...line(html, "copy_frame"), ...line(image, "copy_image"),
    make("div", { class: "ix-acts" }, close),
  );
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** Return the address that shows a figure or picture in its place. */
function linkOf({ about }) {
  if (about) return addressOf("indicator", { id: about });
  const here = new URL(location.href);
  for (const name of ["tray", "slide"]) here.searchParams.delete(name);
  return here;
}

/** Do what an item says, and tell how it went. */
async function perform(key, { slide, about }) {
  const copied = async (done) => { await done; return "copied"; };
  const acts = {
    to_slide: () => goTo(addressOf("present", { deck: slide }), { back: true }),
    to_slides: () => goTo(addressOf("present", { deck: slide }), { back: true }),
    about_it: () => goTo(addressOf("indicator", { id: about })),
    to_deck: () => (toggle(slide) ? "added" : "taken_out"),
    powerpoint: () => { saveFrom(addressOf("api/deck.pptx", { deck: slide })); return "saved"; },
    copy_sentence: () => copied(copySaid(() => fetchWords(slide).then(asSentence), ["text"])),
    copy_table: () => copied(copySaid(() => fetchWords(slide).then(asTable), ["html", "text"])),
    copy_link: () => copied(copySaid(async () => ({ text: String(linkOf({ about })) }), ["text"])),
    show_table: () => showTable(slide),
    embed: () => showEmbed(slide),
  };
  try {
    const went = key in PICTURES ? await makePicture(PICTURES[key], () => fetchPicture(slide)) : await acts[key]();
    if (went) tell(words()[went]);
  } catch {
    tell(words()[key.startsWith("copy") ? "not_copied" : "take_failed"]);
  }
}

function saveFrom(address) {
  const link = make("a", { href: address, download: "" });
  document.body.append(link);
  link.click();
  link.remove();
}

function itemsOf(menu) {
  return [...menu.querySelectorAll("[role=menuitem]")];
}

function closeMenu(back = true) {
  if (!open) return;
  const { menu, button } = open;
  open = null;
  menu.remove();
  button.setAttribute("aria-expanded", "false");
  if (back) button.focus();
}

/** Return what is counted and what a unit's letters stand for, which else only a mouse's rest would show. */
function hintOf(button) {
  const near = button.closest('.kf, .kf-others .nowrap, [class*="st-key-figure-"]');
  const said = [...(near?.querySelectorAll("a[title], abbr[title]") ?? [])].map((node) =>
    (node.matches("abbr") ? `${node.textContent.trim()} = ${node.title}` : node.title));
  const own = [...new Set(said)];
  return own.length <= MOST_HINTS ? own.join("\n") : "";
}

function openMenu(button) {
  closeMenu(false);
  const { slide, about, whole } = button.dataset;
  const said = words();
  const item = (key) => {
    const shown = key === "to_deck" && has(slide) ? "out_of_deck" : key;
    const one = make("button", { type: "button", role: "menuitem", tabindex: "-1", "data-act": key }, said[shown]);
    one.onclick = () => { closeMenu(); perform(key, { slide, about }); };
    return one;
  };
  const row = ([first, ...rest]) => {
    if (!rest.length) return item(first);
    const group = make("div", { class: "ix-row", role: "group", "aria-label": said[first] });
    group.append(make("span", { "aria-hidden": "true" }, said[first]), ...rest.map(item));
    return group;
  };
  const rows = (whole === undefined ? ROWS : OF_WHOLE).filter(([first]) => first !== "about_it" || about);
  const hint = hintOf(button);
  const items = make("div", { role: "menu", "aria-label": button.getAttribute("aria-label"),
    ...(hint ? { "aria-describedby": "ix-hint" } : {}) }, ...rows.map(row));
  const menu = make("div", { class: "ix-menu", lang: document.documentElement.lang },
    ...(hint ? [make("p", { class: "ix-hint", id: "ix-hint" }, hint)] : []), items);
  document.body.append(menu);
  button.setAttribute("aria-expanded", "true");
  open = { menu, button };
  const place = button.getBoundingClientRect();
  const left = Math.min(place.left, innerWidth - menu.offsetWidth - 8);
  const below = place.bottom + 4;
  const top = below + menu.offsetHeight <= innerHeight ? below : Math.max(8, place.top - menu.offsetHeight - 4);
  menu.style.left = `${Math.max(8, left)}px`;
  menu.style.top = `${Math.min(top, Math.max(8, innerHeight - menu.offsetHeight - 8))}px`;
  itemsOf(menu)[0].focus();
}

function move(event) {
  const items = itemsOf(open.menu);
  const at = items.indexOf(document.activeElement);
  const steps = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: items.length - 1 };
  if (event.key in steps) {
    event.preventDefault();
    items[(steps[event.key] + items.length) % items.length].focus();
  } else if (event.key === "Escape" || event.key === "Tab") {
    if (event.key === "Escape") event.preventDefault();
    closeMenu();
  }
  // The application's own keys sleep while the menu is open.
  event.stopPropagation();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.(".ix-more");
  if (button) {
    if (open?.button === button) closeMenu();
    else openMenu(button);
  } else if (open && !event.target.closest?.(".ix-menu")) {
    closeMenu(false);
  }
});
document.addEventListener("keydown", (event) => {
  if (open) {
    move(event);
  } else if (event.key === "ArrowDown" && event.target.matches?.(".ix-more")) {
    event.preventDefault();
    openMenu(event.target);
  }
}, true);
addEventListener("resize", () => closeMenu(false));
// What scrolls away takes its menu with it.
document.addEventListener("scroll", (event) => { if (!open?.menu.contains(event.target)) closeMenu(false); }, true);
