// One row of the desk: what it says, and, where it is the one being worked on, its fields.
const rowView = (desk) => {
  const { act, words } = desk;
  const field = (name, control) => {
    const label = make("label", undefined, { class: `field f-${name}` });
    label.append(make("span", words()[`desk_${name}`]), control);
    return label;
  };
  const input = (row, name, value) => {
    const box = make("input", undefined, { type: "text", maxlength: "300", "data-focus": name, autocomplete: "off" });
    box.value = value;
    box.onchange = () => act({ do: "set", row: row.key, field: name, value: box.value });
    return box;
  };
  const select = (name, options, value, changed) => {
    const box = make("select", undefined, { "data-focus": name });
    for (const [code, said] of options) {
      const option = make("option", said, { value: code });
      option.selected = code === value;
      box.append(option);
    }
    box.onchange = () => changed?.(box.value);
    return box;
  };
  const button = (key, said, pressed, kind = "") => {
    const made = make("button", undefined, { type: "button", class: kind });
    if (key) made.append(make("kbd", key));
    made.append(said);
    made.onclick = pressed;
    return made;
  };

  const finder = (row) => {
    const id = `find-${row.key}`;
    const box = make("input", undefined, {
      type: "text", role: "combobox", "aria-expanded": "false", "aria-controls": id, "aria-autocomplete": "list",
      "data-focus": "indicator", autocomplete: "off", maxlength: "80", placeholder: words().desk_search,
    });
    box.value = row.name || "";
    const list = make("ul", undefined, { role: "listbox", id, "aria-label": words().desk_indicator });
    list.hidden = true;
    let at = -1;
    let options = [];
    let timer;
    const mark = () => {
      [...list.children].forEach((option, index) => option.setAttribute("aria-selected", index === at ? "true" : "false"));
      const active = list.children[at];
      if (active) {
        box.setAttribute("aria-activedescendant", active.id);
        active.scrollIntoView({ block: "nearest" });
      } else box.removeAttribute("aria-activedescendant");
    };
    const fill = () => {
      const asked = box.value.trim();
      const found = desk.found();
      const fresh = asked && asked !== row.name;
      options = fresh ? (found.q.trim() === asked ? found.hits : []) : row.candidates;
      list.replaceChildren(...options.map((one, index) => {
        const option = make("li", undefined, { role: "option", id: `${id}-${index}` });
        option.append(make("b", one.name), make("span", one.sector));
        option.onmousedown = (event) => event.preventDefault();
        option.onclick = () => choose(index);
        return option;
      }));
      if (fresh && found.q.trim() === asked && !options.length) {
        list.append(make("li", words().desk_nothing, { role: "option", id: `${id}-0`, "aria-disabled": "true", class: "nothing" }));
      }
      at = options.length ? 0 : -1;
      list.hidden = !list.children.length || box.getRootNode().activeElement !== box;
      box.setAttribute("aria-expanded", String(!list.hidden));
      if (!list.hidden) desk.within(list);
      mark();
    };
    const choose = (index) => {
      const one = options[index];
      if (!one) return;
      list.hidden = true;
      act({ do: "set", row: row.key, field: "indicator", value: one.id, name: one.name });
      desk.focus();
    };
    box.oninput = () => {
      fill();
      clearTimeout(timer);
      timer = setTimeout(() => act({ do: "search", row: row.key, q: box.value.trim() }), 120);
    };
    box.onfocus = () => { box.select(); fill(); };
    box.onblur = () => { list.hidden = true; box.setAttribute("aria-expanded", "false"); };
    box.onkeydown = (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && options.length) {
        at = (at + step + options.length) % options.length;
        mark();
      } else if (event.key === "Enter" && at >= 0 && !event.isComposing) choose(at);
      else if (event.key !== "Enter") return;
      event.preventDefault();
      event.stopPropagation();
    };
    const wrap = make("div", undefined, { class: "finder" });
    wrap.append(box, list);
    return { node: wrap, refresh: fill };
  };

  const reasons = (row) => {
    const group = make("div", undefined, { class: "menu", role: "group", "aria-label": words().desk_why });
    group.append(make("p", words().desk_why));
    desk.choices().reasons.forEach(([key, said], index) => {
      group.append(button(String(index + 1), said, () => desk.leaveOut(key, said)));
    });
    const other = make("input", undefined, {
      type: "text", maxlength: "300", "data-focus": "reason", placeholder: words().desk_other_reason, "aria-label": words().desk_other_reason,
    });
    other.onkeydown = (event) => {
      if (event.key === "Enter" && !event.isComposing && other.value.trim()) {
        event.preventDefault();
        event.stopPropagation();
        desk.leaveOut(other.value, other.value);
      }
    };
    group.append(other, button("Esc", words().desk_cancel, () => desk.menu("")));
    return group;
  };

  const defining = (row) => {
    const stub = row.stub;
    const form = make("form", undefined, { class: "define", "aria-label": words().desk_definition, novalidate: "" });
    form.append(make("p", words().desk_definition));
    const boxes = {};
    const add = (name, label, box) => {
      boxes[name] = box;
      box.dataset.focus = `define-${name}`;
      const wrap = make("label", undefined, { class: `field d-${name}` });
      wrap.append(make("span", words()[`desk_${label}`]), box);
      form.append(wrap);
    };
    const typed = (name, label = name) => {
      const box = make("input", undefined, { type: "text", maxlength: "300", autocomplete: "off" });
      box.value = stub[name];
      add(name, label, box);
    };
    const listed = (name, label) => {
      const none = stub[name] ? [] : [["", words().desk_pick]];
      add(name, label, select(`define-${name}`, [...none, ...desk.choices()[name]], stub[name]));
    };
    typed("name_zh");
    typed("name_en");
    listed("sector", "sector");
    listed("unit", "unit");
    listed("measure_type", "kind");
    typed("least");
    typed("most");
    typed("id");
    typed("definition_zh");
    typed("definition_en");
    const save = make("button", undefined, { type: "submit", class: "first", "data-focus": "define-save" });
    save.append(make("kbd", "Enter"), words().desk_save_definition);
    const row_of = make("div", undefined, { class: "acts" });
    row_of.append(save, button("Esc", words().desk_cancel, () => desk.menu("")));
    form.append(row_of);
    form.onsubmit = (event) => {
      event.preventDefault();
      const fields = Object.fromEntries(Object.entries(boxes).map(([name, box]) => [name, box.value]));
      for (const name of ["name_zh", "sector", "unit", "id"]) {
        if (!fields[name].trim()) {
          boxes[name].focus();
          return;
        }
      }
      desk.define(fields);
    };
    form.onkeydown = (event) => {
      // In a list of choices Enter saves too, as it does in a line of text.
      if (event.key === "Enter" && event.target.tagName === "SELECT") {
        event.preventDefault();
        form.requestSubmit();
      }
    };
    return form;
  };

  // What doesn't fit its neighbours and is true all the same: readers see why.
  const because = (row) => {
    const box = make("input", undefined, { type: "text", maxlength: "300", "data-focus": "because", autocomplete: "off" });
    box.value = row.because;
    box.onchange = () => act({ do: "explain", row: row.key, because: box.value });
    return field("because", box);
  };
  const editor = (row, menu, problems) => {
    const box = make("div", undefined, { class: "edit" });
    if (menu === "define" && row.stub) {
      box.append(defining(row));
      return { node: box };
    }
    if (menu === "ignore") {
      box.append(reasons(row));
      return { node: box };
    }
    if (row.kind === "ignored") {
      const acts = make("div", undefined, { class: "acts" });
      acts.append(button("R", words().desk_restore, () => act({ do: "restore", row: row.key })));
      box.append(make("p", row.reason, { class: "reason" }), acts);
      return { node: box };
    }
    const find = finder(row);
    const chips = make("div", undefined, { class: "chips" });
    row.candidates.forEach((one, index) => {
      if (one.id !== row.indicator) chips.append(button(String(index + 1), one.name, () => desk.candidate(index)));
    });
    const parts = [["", words().desk_whole], ...desk.choices().breakdowns];
    if (!parts.some(([code]) => code === row.breakdown)) parts.push([row.breakdown, row.part || row.breakdown]);
    const grid = make("div", undefined, { class: "fields" });
    grid.append(
      field("indicator", find.node), field("figure", input(row, "figure", row.figure)),
      field("period", input(row, "period", row.period)), field("section", input(row, "section", row.section)),
      field("status", select("status", desk.choices().status, row.status, (value) => desk.set("status", value))),
      field("breakdown", select("breakdown", parts, row.breakdown, (value) => desk.set("breakdown", value))),
    );
    if (row.because || problems.some((one) => one.severity === "warning")) grid.append(because(row));
    const acts = make("div", undefined, { class: "acts" });
    acts.append(
      row.confirmed ? button("", words().desk_reopen, () => act({ do: "reopen", row: row.key }))
        : button("Enter", words().desk_confirm, () => desk.confirm(), "first"),
      button("I", words().desk_ignore, () => desk.menu("ignore")), button("T", words().desk_as_target, () => desk.target()),
    );
    if (row.stub) acts.append(button("N", words().desk_define, () => desk.menu("define")));
    box.append(...(chips.children.length ? [chips] : []), grid, acts);
    return { node: box, refresh: find.refresh };
  };

  return (row, active, menu, problems) => {
    const item = make("li", undefined, { class: `row s-${row.state}${active ? " active" : ""}`, "data-key": row.key });
    const head = make("button", undefined, {
      type: "button", class: "head", "data-focus": "head", "aria-expanded": String(active), tabindex: active ? "0" : "-1",
    });
    if (active) head.setAttribute("aria-current", "true");
    const missing = row.kind === "claim" && !row.indicator;
    const name = row.kind === "ignored" ? row.reason : row.gone ? words().desk_gone : row.name || (missing ? words().desk_choose : "");
    const notes = [
      row.kind === "claim" && (row.period || words().desk_none), row.section, row.part,
      row.kind === "claim" && row.status !== "A" && words()[`desk_${row.status}`], row.new && words().desk_new,
      row.period && row.basis !== "stated" && words()[`desk_${row.basis}`],
    ].filter(Boolean);
    head.append(
      make("span", plainly(row.figure), { class: "figure" }),
      make("span", name, { class: missing || row.gone ? "name missing" : "name" }),
      make("span", words()[`desk_${row.state}`], { class: "state" }), make("span", notes.join(" · "), { class: "notes" }),
    );
    head.onclick = () => desk.choose(row.key, true);
    item.append(head);
    for (const one of problems) {
      const line = make("p", undefined, { class: `problem ${one.severity}` });
      line.append(make("b", one.said), one.hint ? ` ${one.hint}` : "");
      item.append(line);
    }
    const edit = active ? editor(row, menu, problems) : null;
    if (edit) item.append(edit.node);
    return { item, refresh: edit?.refresh };
  };
};
