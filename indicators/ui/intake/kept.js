// What was begun in this browser and can be gone on with.
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".kept");
  const make = (tag, text, attributes = {}) => {
    const node = document.createElement(tag);
    if (text !== undefined) node.textContent = text;
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    return node;
  };
  const take = (held) => {
    try {
      setTriggerValue("taken", keeping.whole(held));
    } catch {
      keeping.drop(held.place, held.document); // Damaged: it can't be gone on with.
    }
  };
  if (data.resume && root.resumed !== data.resume) {
    root.resumed = data.resume;
    const held = keeping.get(keeping.key(data.place, data.resume));
    if (held) {
      take(held);
      return;
    }
  }
  const draw = () => {
    const all = keeping.all(data.place);
    root.replaceChildren();
    if (!all.length) return;
    root.append(make("h2", data.words.kept));
    const list = make("ul");
    for (const held of all) {
      const item = make("li");
      const go = make("button", `${data.words.resume} ${held.title}`, { type: "button" });
      go.onclick = () => take(held);
      const when = new Date(held.at);
      const at = Number.isNaN(when.valueOf()) ? "" : when.toLocaleString(data.lang === "zh" ? "zh-CN" : "en");
      const remove = make("button", data.words.remove, { type: "button", class: "quiet" });
      remove.onclick = () => {
        if (remove.dataset.sure) {
          keeping.drop(held.place, held.document);
          draw();
        } else {
          remove.dataset.sure = "yes";
          remove.textContent = data.words.sure;
        }
      };
      item.append(go, make("span", [held.count, at].filter(Boolean).join(" · ")), remove);
      list.append(item);
    }
    root.append(list);
  };
  draw();
}
