// Copies where the page isn't served by https too: there the browser has no clipboard object.
const copy = async (text) => {
  if (navigator.clipboard && window.isSecureContext) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Not allowed: try the old way.
    }
  }
  const area = document.createElement("textarea");
  area.value = text;
  area.style.position = "fixed";
  area.style.opacity = "0";
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
};

/** Copy a table as HTML, which Word takes for a table, and as text for all else. */
const copyTable = async (text, html) => {
  if (navigator.clipboard?.write && window.ClipboardItem && window.isSecureContext) {
    try {
      const blob = (kind, said) => new Blob([said], { type: kind });
      await navigator.clipboard.write([new ClipboardItem({
        "text/html": blob("text/html", html), "text/plain": blob("text/plain", text),
      })]);
      return true;
    } catch {
      // Not allowed: try the old way.
    }
  }
  const fill = (event) => {
    event.preventDefault();
    event.clipboardData.setData("text/html", html);
    event.clipboardData.setData("text/plain", text);
  };
  document.addEventListener("copy", fill, { once: true });
  const done = document.execCommand("copy");
  document.removeEventListener("copy", fill);
  return done;
};

const copying = (button, status, words, text, rich) => {
  button.onclick = async () => {
    const done = rich ? await copyTable(text(), rich()) : await copy(text());
    status.textContent = done ? words.done : words.failed;
    button.focus();
    setTimeout(() => { status.textContent = ""; }, 4000);
  };
};
