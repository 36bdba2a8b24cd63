// Searching, sorting, copying. Everything can be read without it.
"use strict";

const fold = (text) => text.normalize("NFKC").toLowerCase().split(/[\s,，、;；/|+]+/).filter(Boolean);

const load = (box) => new Promise((done, failed) => {
  if (globalThis.INDEX) { done(globalThis.INDEX); return; }
  const script = document.createElement("script"); // a page from a folder may load a script, and fetch nothing
  script.src = box.dataset.index;
  script.onload = () => done(globalThis.INDEX);
  script.onerror = failed;
  document.head.append(script);
});

const score = (keys, word) => {
  let best = 0;
  for (const key of keys.split("\n")) {
    const at = key.indexOf(word);
    if (at < 0 || (word.length < 2 && /^[a-z]$/.test(word))) continue;
    const share = word.length / key.length;
    best = Math.max(best, (key === word ? 4 : at === 0 ? 3 : /[a-z0-9]/.test(key[at - 1]) ? 1 : 2) + share);
  }
  return best;
};

const find = (index, words) => index.map((entry) => {
  const scores = words.map((word) => score(entry[3], word));
  return [scores.includes(0) ? 0 : scores.reduce((sum, one) => sum + one, 0), entry];
}).filter(([sum]) => sum > 0).sort((one, other) => other[0] - one[0]).slice(0, 12);

const search = (box) => {
  const [field, list, none] = ["input", ".hits", ".none"].map((part) => box.querySelector(part));
  const place = box.dataset.lang === "en" ? 2 : 1;
  const show = async () => {
    const words = fold(field.value.slice(0, 80)).slice(0, 6);
    const index = words.length ? await load(box) : [];
    if (words.join() !== fold(field.value.slice(0, 80)).slice(0, 6).join()) return; // more was typed meanwhile
    const hits = words.length ? find(index, words) : [];
    list.replaceChildren(...hits.map(([, entry]) => {
      const [item, link, kind] = ["li", "a", "span"].map((tag) => document.createElement(tag));
      link.href = box.dataset.root + box.dataset.lang + "/" + entry[0];
      link.textContent = entry[place][0];
      kind.textContent = entry[place][1];
      link.append(kind);
      item.append(link);
      return item;
    }));
    list.hidden = !hits.length;
    none.textContent = words.length && !hits.length ? none.dataset.none : "";
  };
  field.addEventListener("input", show);
  field.addEventListener("focus", () => load(box).catch(() => { box.hidden = true; }));
  box.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "Escape") { field.value = ""; field.focus(); show(); }
    else if (event.key === "Enter" && at < 0 && links.length) links[0].click();
    else if (event.key === "ArrowDown" && links.length) { links[Math.min(at + 1, links.length - 1)].focus(); event.preventDefault(); }
    else if (event.key === "ArrowUp" && at >= 0) { (links[at - 1] ?? field).focus(); event.preventDefault(); }
  });
  document.addEventListener("click", (event) => { if (!box.contains(event.target)) list.hidden = true; });
  box.hidden = false;
};

const sortable = (table) => {
  const heads = [...table.tHead.rows[0].cells];
  if (table.tBodies[0].rows.length < 3) return;
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      const key = (row) => row.cells[column].dataset.sort ?? row.cells[column].textContent;
      const rows = [...table.tBodies[0].rows].map((row) => [key(row), row]);
      const numbers = rows.every(([text]) => text === "" || text === "nan" || !Number.isNaN(Number(text)));
      const empty = (text) => text === "" || text === "nan";
      rows.sort(([one], [other]) => {
        if (empty(one) || empty(other)) return empty(one) - empty(other); // what isn't there comes last, whichever way
        const order = numbers ? Number(one) - Number(other) : one.localeCompare(other, document.documentElement.lang);
        return up ? order : -order;
      });
      heads.forEach((one) => one.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      table.tBodies[0].append(...rows.map(([, row]) => row));
    });
  });
};

const copyable = (button) => {
  const text = button.parentElement.querySelector("pre");
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.textContent);
    } catch {
      getSelection().selectAllChildren(text); // then it can be copied by hand
    }
  });
};

document.querySelectorAll(".search").forEach(search);
document.querySelectorAll("table[data-sortable]").forEach(sortable);
document.querySelectorAll("button[data-copy]").forEach(copyable);
const menu = document.querySelector("nav details");
if (menu && matchMedia("(max-width: 47.99rem)").matches) menu.open = false;
