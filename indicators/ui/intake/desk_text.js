// The text of a document with a mark for every row.
const make = (tag, text, attributes = {}) => {
  const node = document.createElement(tag);
  if (text !== undefined) node.textContent = text;
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
};
// Signs that turn the direction of what follows are shown, not obeyed.
const plainly = (text) => text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]/gu, "▯");

const textPane = (chosen) => {
  const pane = make("div", undefined, { class: "text", role: "region", tabindex: "0" });
  let letters = [];
  const marks = new Map();
  pane.addEventListener("click", ({ target }) => {
    const mark = target.closest("mark");
    if (mark) chosen(mark.dataset.key);
  });
  return {
    pane,
    write(text, rows) {
      letters = Array.from(text);
      marks.clear();
      const pieces = [];
      const plain = (from, to) => {
        if (from < to) pieces.push(make("span", plainly(letters.slice(from, to).join("")), { "data-from": from }));
      };
      let done = 0;
      const placed = rows.filter((row) => row.start >= 0).sort((one, other) => one.start - other.start);
      for (const row of placed) {
        if (row.start < done || row.end > letters.length) continue;
        plain(done, row.start);
        const mark = make("mark", plainly(letters.slice(row.start, row.end).join("")), { "data-key": row.key, "data-from": row.start });
        marks.set(row.key, mark);
        pieces.push(mark);
        done = row.end;
      }
      plain(done, letters.length);
      pane.replaceChildren(...pieces);
    },
    colour(rows, active, titles) {
      for (const row of rows) {
        const mark = marks.get(row.key);
        if (!mark) continue;
        const name = `t-${row.state}${row.key === active ? " active" : ""}`;
        if (mark.className !== name) mark.className = name;
        const title = titles(row);
        if (mark.title !== title) mark.title = title;
      }
    },
    scroll(key) {
      const mark = marks.get(key);
      if (!mark || !pane.clientHeight) return;
      const top = mark.getBoundingClientRect().top - pane.getBoundingClientRect().top;
      if (top < 40 || top > pane.clientHeight - 60) pane.scrollTop += top - pane.clientHeight / 3;
    },
    // Where the selected words begin and end, counted as the server counts: in characters.
    selected() {
      const selection = pane.getRootNode().getSelection?.() ?? document.getSelection();
      if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
      const range = selection.getRangeAt(0);
      const at = (node, offset) => {
        const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest?.("[data-from]");
        if (!piece || !pane.contains(piece) || node.nodeType !== Node.TEXT_NODE) return null;
        return Number(piece.dataset.from) + Array.from(node.data.slice(0, offset)).length;
      };
      const [start, end] = [at(range.startContainer, range.startOffset), at(range.endContainer, range.endOffset)];
      return start === null || end === null || start >= end ? null : { start, end };
    },
  };
};
