// A table that is one: read by screen readers, sorted by the buttons in its head, copied as text.
export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".grid");
  root.replaceChildren();
  const make = (tag, text, attributes = {}) => {
    const node = document.createElement(tag);
    if (text !== undefined) node.textContent = text;
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    return node;
  };
  let order = data.rows.map((_, index) => index);
  let sorted = { column: -1, down: false };

  const region = make("div", undefined, { class: "scroll", role: "region", tabindex: "0", "aria-label": data.label });
  const table = make("table");
  const head = make("tr");
  const body = make("tbody");
  data.columns.forEach((column, index) => {
    const cell = make("th", undefined, { scope: "col", class: column.number ? "number" : "text" });
    const button = make("button", column.label, { type: "button" });
    button.append(make("span", "", { "aria-hidden": "true", class: "arrow" }));
    button.onclick = () => sort(index);
    cell.append(button);
    head.append(cell);
  });
  const fill = () => {
    body.replaceChildren(...order.map((place) => {
      const row = make("tr");
      data.rows[place].forEach((value, index) => {
        const first = index === 0;
        row.append(make(first ? "th" : "td", value, {
          class: data.columns[index].number ? "number" : "text", ...(first ? { scope: "row" } : {}),
        }));
      });
      return row;
    }));
    [...head.children].forEach((cell, index) => {
      const on = index === sorted.column;
      cell.setAttribute("aria-sort", on ? (sorted.down ? "descending" : "ascending") : "none");
      cell.querySelector(".arrow").textContent = on ? (sorted.down ? " ↓" : " ↑") : "";
    });
  };
  const sort = (column) => {
    // Up, down, and back to the order of the documents.
    if (sorted.column !== column) sorted = { column, down: false };
    else if (!sorted.down) sorted = { column, down: true };
    else sorted = { column: -1, down: false };
    const keys = data.keys[column] ?? data.rows.map((row) => row[column] || null);
    const sign = sorted.down ? -1 : 1;
    const compare = (a, b) => {
      const [one, other] = [keys[a], keys[b]];
      if (one === other) return a - b;
      if (one === null) return 1; // what isn't known stands last either way
      if (other === null) return -1;
      return sign * (typeof one === "number" ? one - other : one.localeCompare(other, data.locale));
    };
    order = data.rows.map((_, index) => index);
    if (sorted.column >= 0) order.sort(compare);
    fill();
  };
  const flat = (text) => text.replace(/[\t\r\n]+/g, " ");
  const lines = () => [data.columns.map((column) => column.label), ...order.map((place) => data.rows[place])];
  // A cell that a spreadsheet would take for a formula is pasted as text.
  const plain = (text) => (/^[=+@-]/.test(text) && !/^[+-]?[0-9]/.test(text) ? `'${text}` : text);
  const tsv = () => lines().map((row) => row.map((text) => plain(flat(text))).join("\t")).join("\n");
  // What Word takes for a table: the rows as they stand now, without the buttons of the head.
  const html = () => {
    const copy = make("table", undefined, { border: "1", style: "border-collapse:collapse" });
    lines().forEach((cells, place) => {
      const row = make("tr");
      row.append(...cells.map((text, column) => make(place ? "td" : "th", text, {
        // A spreadsheet that is given this one takes no cell for a formula, and no code for a number.
        style: `mso-number-format:'\\@'${data.columns[column].number ? ";text-align:right" : ""}`,
      })));
      copy.append(row);
    });
    return copy.outerHTML;
  };

  const tools = make("div", undefined, { class: "tools" });
  const status = make("span", "", { role: "status" });
  [[data.words.tsv], [data.words.document, html]].forEach(([label, rich]) => {
    const button = make("button", label, { type: "button", class: "copy" });
    copying(button, status, data.words, tsv, rich);
    tools.append(button);
  });
  tools.append(status);
  const top = make("thead");
  top.append(head);
  table.append(top, body);
  region.append(table);
  root.append(region, tools);
  fill();
}
