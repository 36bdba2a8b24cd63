// The desk: a document's text and its figures beside each other. Keys and clicks change what is shown
// at once; the server, which keeps the truth, is told of each change until it says that it took it.
const makeDesk = (root) => {
  let data;
  let send;
  let rows = [];
  let active = "";
  let menu = "";
  let said = "";
  let told = {};
  let pending = [];
  let number = 0;
  let last;
  let kept;
  let frame;
  const client = Math.random().toString(36).slice(2, 12) + Date.now().toString(36);
  const drawn = new Map();
  const words = () => data.words;
  const row = () => rows.find((one) => one.key === active);

  const bar = make("div", undefined, { class: "bar" });
  const count = make("b", "", { role: "status" });
  const progress = make("progress");
  const left = make("span", "");
  const tabs = make("div", undefined, { class: "tabs" });
  const undo = make("button", undefined, { type: "button" });
  const more = make("button", undefined, { type: "button" });
  const note = make("p", "", { class: "note", role: "alert" });
  const legend = make("p", undefined, { class: "legend" });
  const keys = make("p", undefined, { class: "keys" });
  const list = make("ol", undefined, { class: "list" });
  const right = make("div", undefined, { class: "rows", role: "region", tabindex: "-1" });
  const pane = textPane((key) => desk.choose(key, true));
  const columns = make("div", undefined, { class: "columns" });
  right.append(list);
  columns.append(pane.pane, right);
  bar.append(count, progress, left, legend, undo, more, tabs);
  root.append(bar, keys, note, columns);
  undo.onclick = () => desk.undo();
  more.onmousedown = (event) => event.preventDefault(); // The selection stays.
  more.onclick = () => {
    const span = pane.selected();
    if (span) act({ do: "add", row: "", ...span });
    else desk.say(words()["not_empty"] ?? words().desk_add);
  };

  const imagine = (change) => {
    const one = rows.find((found) => found.key === change.row);
    if (!one) return;
    const happened = () => (["F", "T"].includes(one.status) ? "target" : "confirmed");
    if (change.do === "confirm") Object.assign(one, { confirmed: true, state: happened() });
    if (change.do === "reopen") Object.assign(one, { confirmed: false, state: one.kind === "claim" ? "open" : one.kind });
    if (change.do === "restore") Object.assign(one, { confirmed: false, kind: "claim", state: "open", reason: "" });
    if (change.do === "ignore") Object.assign(one, { confirmed: true, kind: "ignored", state: "ignored", reason: change.said });
    if (change.do === "define") Object.assign(one, { confirmed: true, kind: "claim", indicator: change.fields.id, name: change.fields.name_zh, new: true, state: happened() });
    if (change.do === "explain") Object.assign(one, { because: change.because, confirmed: false, state: "open" });
    if (change.do === "set") {
      Object.assign(one, { [change.field]: change.value, confirmed: false, kind: "claim", state: "open" });
      if (change.field === "indicator") Object.assign(one, { name: change.name, gone: false, settled: true });
    }
  };
  const act = (change) => {
    number += 1;
    pending.push({ n: number, ...change });
    imagine(change);
    if (change.do !== "search") said = "";
    send("sent", { client, work: data.work, changes: pending });
    draw();
  };
  const open = () => rows.filter((one) => !one.confirmed);
  const step = (by) => {
    const at = rows.findIndex((one) => one.key === active);
    const next = rows[Math.min(Math.max(at + by, 0), rows.length - 1)];
    if (next) desk.choose(next.key, true);
  };
  const onward = () => {
    const at = rows.findIndex((one) => one.key === active);
    const next = [...rows.slice(at + 1), ...rows.slice(0, at + 1)].find((one) => !one.confirmed);
    desk.choose(next ? next.key : active, true);
  };

  const focused = () => root.getRootNode().activeElement;
  const draw = () => {
    cancelAnimationFrame(frame);
    const there = focused();
    const item = there?.closest?.(".row");
    const hold = item && { key: item.dataset.key, field: there.dataset.focus, value: there.value, at: there.selectionStart };
    const view = rowView(desk);
    const items = rows.map((one) => {
      const on = one.key === active;
      const problems = one.kind === "ignored" ? [] : told[one.key] ?? [];
      const mark = JSON.stringify([one, on, on && menu, problems, data.lang]);
      let known = drawn.get(one.key);
      if (!known || known.mark !== mark) drawn.set(one.key, known = { mark, ...view(one, on, menu, problems) });
      return known.item;
    });
    for (const key of drawn.keys()) if (!rows.some((one) => one.key === key)) drawn.delete(key);
    if (items.length !== list.children.length || items.some((one, index) => one !== list.children[index])) list.replaceChildren(...items);
    if (hold?.field && hold.key === active) {
      const again = drawn.get(active)?.item.querySelector(`[data-focus="${hold.field}"]`);
      if (again && again !== focused()) {
        if (again.tagName === "INPUT" && hold.value !== undefined) again.value = hold.value;
        again.focus({ preventScroll: true });
        if (again.tagName === "INPUT" && hold.at !== null) again.setSelectionRange(hold.at, hold.at);
      }
    }
    pane.colour(rows, active, (one) => `${words()[`desk_${one.state}`]}${one.name || one.reason ? ` · ${one.name || one.reason}` : ""}`);
    const settled = rows.length - open().length;
    count.textContent = words().desk_progress.replace("{settled}", settled).replace("{total}", rows.length);
    progress.max = Math.max(rows.length, 1);
    progress.value = settled;
    progress.setAttribute("aria-label", count.textContent);
    left.textContent = open().length ? words().desk_left.replace("{open}", open().length) : words().desk_all_done;
    undo.disabled = !(data.undo || pending.some((one) => one.do !== "search"));
    note.textContent = said;
    note.hidden = !said;
  };

  const desk = {
    act, words, found: () => data.found, choices: () => data.choices, set: (field, value) => act({ do: "set", row: active, field, value }),
    focus() {
      drawn.get(active)?.item.querySelector(".head")?.focus({ preventScroll: true });
      desk.reveal();
    },
    within(node) {
      const below = node.getBoundingClientRect().bottom - Math.min(right.getBoundingClientRect().bottom, innerHeight);
      if (below > 0) right.scrollTop += below + 8;
    },
    reveal() {
      // The whole row where it fits, else its beginning; the page itself doesn't move.
      const item = drawn.get(active)?.item;
      if (!item || !right.clientHeight) return;
      const [box, view] = [item.getBoundingClientRect(), right.getBoundingClientRect()];
      const seen = Math.min(view.bottom, innerHeight);
      if (box.top < view.top) right.scrollTop += box.top - view.top - 8;
      else if (box.bottom > seen) right.scrollTop += Math.min(box.top - view.top - 8, box.bottom - seen + 8);
    },
    choose(key, focus) {
      active = key;
      menu = "";
      root.classList.add("at-rows");
      tabbed();
      draw();
      pane.scroll(key);
      if (focus) desk.focus();
    },
    confirm() {
      const one = row();
      if (!one) return;
      if (one.confirmed) return onward();
      if (one.kind === "unread") return desk.say(words().not_unread);
      if (one.gone || (!one.indicator && one.candidates.length)) {
        desk.say(words()["not_no-indicator"]);
        drawn.get(active).item.querySelector("[data-focus=indicator]")?.focus();
        return;
      }
      if (!one.indicator || !one.settled) return desk.menu("define");
      act({ do: "confirm", row: active });
      onward();
    },
    candidate(index) {
      const one = row()?.candidates[index];
      if (!one) return;
      act({ do: "set", row: active, field: "indicator", value: one.id, name: one.name });
      desk.focus();
    },
    target() {
      if (row()?.kind === "claim") desk.set("status", row().status === "T" ? "A" : "T");
    },
    leaveOut(reason, shown) {
      menu = "";
      act({ do: "ignore", row: active, reason, said: shown });
      onward();
    },
    define(fields) {
      menu = "";
      act({ do: "define", row: active, fields });
      onward();
    },
    undo() {
      act({ do: "undo", row: active });
      desk.focus();
    },
    menu(name) {
      if (name === "define" && !row()?.stub) return;
      menu = name;
      draw();
      if (!name) return desk.focus();
      const item = drawn.get(active).item;
      const first = name === "ignore" ? item.querySelector(".menu button")
        : ["name_zh", "sector", "unit"].map((key) => item.querySelector(`[data-focus="define-${key}"]`)).find((box) => box && !box.value)
          ?? item.querySelector('[data-focus="define-save"]');
      first?.focus({ preventScroll: true });
      item.scrollIntoView({ block: "nearest" });
    },
    say(text) {
      said = text;
      draw();
    },
    tell(problems) {
      told = problems.work === data?.work ? problems.rows : {};
      if (!data) return;
      draw();
      if (root.contains(focused())) desk.reveal();
    },
    show(next, setStateValue) {
      send = setStateValue;
      const fresh = !data || data.work !== next.work;
      if (fresh) {
        [pending, active, menu, said, told, last] = [[], "", "", "", {}, undefined];
        drawn.clear();
      }
      const other = data?.lang !== next.lang;
      data = next;
      pending = pending.filter((one) => one.n > (data.done[client] ?? 0));
      rows = data.rows.map((one) => ({ ...one }));
      pending.forEach(imagine);
      if (!rows.some((one) => one.key === active)) active = (open()[0] ?? rows[0])?.key ?? "";
      const spans = `${data.text.length} ${rows.map((one) => `${one.key} ${one.start}`).join()}`;
      if (fresh || other || spans !== last) pane.write(data.text || words().desk_no_text, data.text ? rows : []);
      last = spans;
      if (fresh || other) name();
      if (data.refused && data.refused.n === (data.done[client] ?? 0) && !pending.length) {
        said = data.refused.said;
        if (rows.some((one) => one.key === data.refused.row)) active = data.refused.row;
      }
      if (dashboard.deskProblems?.work === data.work) told = dashboard.deskProblems.rows;
      draw();
      const found = drawn.get(active);
      if (found?.refresh && focused()?.dataset.focus === "indicator") found.refresh();
      if (fresh) {
        pane.scroll(active);
        desk.focus();
      }
      if (data.kept) {
        if (kept && kept.document !== data.kept.document && !fresh) keeping.drop(kept.place, kept.document);
        kept = data.kept;
        if (fresh) keeping.aside(kept);
        if (!keeping.put(kept, data.text)) desk.say(words().desk_not_kept);
      }
    },
  };
  const tabbed = () => {
    [...tabs.children].forEach((tab, index) => tab.setAttribute("aria-pressed", String(root.classList.contains("at-rows") === (index === 1))));
  };
  const name = () => {
    const said_ = words();
    root.setAttribute("aria-label", said_.desk_label);
    root.lang = data.lang;
    pane.pane.setAttribute("aria-label", said_.desk_text);
    right.setAttribute("aria-label", said_.desk_rows);
    undo.replaceChildren(make("kbd", "U"), said_.desk_undo);
    more.replaceChildren(make("kbd", "A"), said_.desk_add);
    tabs.replaceChildren(...["desk_text", "desk_rows"].map((key, index) => {
      const tab = make("button", said_[key], { type: "button" });
      tab.onclick = () => {
        root.classList.toggle("at-rows", index === 1);
        tabbed();
        pane.scroll(active);
      };
      return tab;
    }));
    tabbed();
    legend.replaceChildren(...["open", "confirmed", "target", "ignored", "unread"].map((state) => make("mark", said_[`desk_${state}`], { class: `t-${state}` })));
    const hints = [["Enter", "next"], ["J K", "move"], ["1–3", "candidates"], ["/", "find"], ["I", "ignore"], ["T", "as_target"], ["N", "define"]];
    keys.replaceChildren(...hints.flatMap(([key, what]) => [make("kbd", key), make("span", said_[`desk_${what}`])]));
  };

  root.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest("input, select, textarea, form");
    if (event.key === "Escape") {
      said = "";
      if (menu) desk.menu("");
      else if (typing) { draw(); desk.focus(); } else return;
    } else if (typing) {
      // A line that is typed is done with Enter, and the row is ready to be confirmed.
      if (event.key !== "Enter" || event.target.tagName !== "INPUT" || event.target.closest("form")) return;
      event.target.blur();
      desk.focus();
    } else if (menu === "ignore" && /^[1-9]$/.test(event.key)) {
      const reason = data.choices.reasons[Number(event.key) - 1];
      if (!reason) return;
      desk.leaveOut(...reason);
    } else {
      const onButton = event.target.tagName === "BUTTON" && !event.target.classList.contains("head");
      if (onButton && ["Enter", " "].includes(event.key)) return;
      const digit = /^[1-3]$/.test(event.key) ? Number(event.key) - 1 : -1;
      const acts = {
        Enter: desk.confirm, j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1),
        i: () => row()?.kind !== "ignored" && desk.menu("ignore"), t: desk.target, n: () => desk.menu("define"), u: desk.undo,
        r: () => row()?.kind === "ignored" && act({ do: "restore", row: active }), a: () => more.click(), g: () => pane.pane.focus(),
        "/": () => drawn.get(active)?.item.querySelector("[data-focus=indicator]")?.focus(),
        Home: () => step(-rows.length), End: () => step(rows.length),
      };
      const done = digit >= 0 ? () => desk.candidate(digit) : acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      const scrolls = focused() === pane.pane && /^(Arrow|Home|End)/.test(event.key);
      if (!done || scrolls) return;
      done();
    }
    event.preventDefault();
    event.stopPropagation();
  });
  return desk;
};
export default function ({ data, parentElement, setStateValue }) {
  const root = parentElement.querySelector(".desk");
  root.desk ??= makeDesk(root);
  dashboard.desk = root.desk;
  root.desk.show(data, setStateValue);
}
