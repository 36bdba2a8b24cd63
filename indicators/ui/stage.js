// The stage: one slide fills the window; keys, buttons, thumbnails, full screen, print.

function button(key, words, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.dataset.act = key;
  made.textContent = words[key];
  made.addEventListener("click", (event) => {
    event.stopPropagation();
    act();
  });
  return made;
}

export default function ({ data }) {
  const { slides, words, lang, ground, ink, notice } = data;
  const asked = Number(new URLSearchParams(location.search).get("slide")) || data.slide || 1;
  let at = Math.min(Math.max(asked, 1), slides.length) - 1;
  let hide;

  // New data arrives without a farewell to the old.
  globalThis.leaveStage?.();
  const root = document.createElement("div");
  root.className = "ix-stage";
  root.lang = lang;
  root.setAttribute("role", "region");
  root.setAttribute("aria-label", words.present);
  root.style.setProperty("--ground", ground);
  root.style.setProperty("--ink", ink);
  const style = document.createElement("style");
  style.textContent = dashboard.styles["slides-stage"];
  const place = document.createElement("div");
  place.className = "ix-slide";
  const live = document.createElement("div");
  live.className = "ix-live";
  live.setAttribute("aria-live", "polite");
  const bar = document.createElement("div");
  bar.className = "ix-bar";
  const count = document.createElement("span");
  count.className = "ix-count";
  const said = document.createElement("span");
  said.className = "ix-said";
  said.setAttribute("role", "status");
  const grid = document.createElement("div");
  grid.className = "ix-grid";
  grid.hidden = true;
  const pages = document.createElement("div");
  pages.className = "ix-print";
  root.append(style, place, bar, grid, pages, live);

  function show(next) {
    at = Math.min(Math.max(next, 0), slides.length - 1);
    place.replaceChildren(element(slides[at].svg));
    count.textContent = `${at + 1} / ${slides.length}`;
    live.textContent = slides[at].alt;
    const address = new URL(location.href);
    if (address.searchParams.get("slide") !== String(at + 1)) {
      address.searchParams.set("slide", String(at + 1));
      history.replaceState(history.state, "", address);
    }
    root.dataset.slide = String(at + 1);
  }

  function overview(open = grid.hidden) {
    if (open && !grid.childElementCount) {
      slides.forEach((slide, index) => {
        const card = document.createElement("button");
        card.type = "button";
        card.className = "ix-thumb";
        card.setAttribute("aria-label", `${index + 1}: ${slide.title}`);
        card.append(element(slide.svg));
        card.addEventListener("click", () => {
          show(index);
          overview(false);
        });
        grid.append(card);
      });
    }
    grid.hidden = !open;
    for (const [index, card] of [...grid.children].entries()) {
      card.toggleAttribute("aria-current", index === at);
    }
    if (open) grid.children[at]?.focus();
  }

  function fullscreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else root.requestFullscreen?.().catch(() => {});
  }

  function go(changes, path) {
    const address = path ? new URL(path, location.href) : new URL(location.href);
    if (path) address.search = location.search;
    for (const [key, value] of Object.entries(changes)) address.searchParams.set(key, value);
    location.assign(address);
  }

  // Who came from a page's menu goes back there, others to the deck.
  function quit() {
    if (history.state?.back) history.back();
    else go({}, "deck");
  }

  async function picture(what) {
    const slide = slides[at];
    said.textContent = words[await makePicture(what, async () => slide)];
    setTimeout(() => { said.textContent = ""; }, 4000);
  }

  function toPrint() {
    if (pages.childElementCount) return;
    for (const slide of slides) {
      const sheet = document.createElement("div");
      sheet.append(element(slide.svg));
      pages.append(sheet);
    }
  }

  bar.append(
    button("previous", words, () => show(at - 1)),
    count,
    button("next", words, () => show(at + 1)),
    button("thumbnails", words, () => overview()),
    button("full_screen", words, fullscreen),
    button("other_theme", words, () => go({ theme: data.otherTheme })),
    button("other_language", words, () => go({ lang: data.otherLanguage })),
    button("png", words, () => picture("png")),
    button("svg", words, () => picture("svg")),
    button("copy_picture", words, () => picture("copy")),
    button("print", words, () => { toPrint(); window.print(); }),
    button("leave", words, quit),
    said,
  );
  if (notice) {
    const note = document.createElement("div");
    note.className = "ix-note";
    const text = document.createElement("span");
    text.textContent = notice;
    text.title = notice;
    note.append(text, button("close", words, () => note.remove()));
    root.append(note);
  }

  const acts = {
    ArrowRight: () => show(at + 1), ArrowDown: () => show(at + 1), PageDown: () => show(at + 1),
    " ": () => show(at + 1), ArrowLeft: () => show(at - 1), ArrowUp: () => show(at - 1),
    PageUp: () => show(at - 1), Backspace: () => show(at - 1), Home: () => show(0),
    End: () => show(slides.length - 1), o: () => overview(), f: fullscreen,
    Escape: () => { if (grid.hidden) { if (!document.fullscreenElement) quit(); } else overview(false); },
  };
  function key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const inside = event.target instanceof HTMLButtonElement;
    if (inside && [" ", "Enter"].includes(event.key)) return;
    if (!grid.hidden && event.key !== "Escape" && event.key !== "o") return;
    const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    // The application's own keys (rerun, clear the cache) sleep while the stage is up.
    event.stopImmediatePropagation();
    if (!act) return;
    event.preventDefault();
    act();
  }
  function wake() {
    root.classList.add("ix-awake");
    clearTimeout(hide);
    hide = setTimeout(() => root.classList.remove("ix-awake"), 2500);
  }
  let startX = null;
  const down = (event) => { startX = event.touches[0].clientX; };
  const up = (event) => {
    const moved = event.changedTouches[0].clientX - (startX ?? 0);
    if (startX !== null && Math.abs(moved) > 60 && grid.hidden) show(at + (moved < 0 ? 1 : -1));
    startX = null;
  };
  window.addEventListener("keydown", key, true);
  window.addEventListener("beforeprint", toPrint);
  root.addEventListener("pointermove", wake);
  root.addEventListener("focusin", wake);
  root.addEventListener("touchstart", down, { passive: true });
  root.addEventListener("touchend", up);
  document.body.append(root);
  document.body.classList.add("ix-presenting");
  document.getElementById("root")?.setAttribute("inert", "");
  show(at);
  wake();

  const leave = () => {
    window.removeEventListener("keydown", key, true);
    window.removeEventListener("beforeprint", toPrint);
    clearTimeout(hide);
    root.remove();
    document.body.classList.remove("ix-presenting");
    document.getElementById("root")?.removeAttribute("inert");
    if (globalThis.leaveStage === leave) globalThis.leaveStage = undefined;
  };
  globalThis.leaveStage = leave;
  return leave;
}
