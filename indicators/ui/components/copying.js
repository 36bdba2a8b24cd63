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

const copying = (button, status, words, text) => {
  button.onclick = async () => {
    const done = await copy(text());
    status.textContent = done ? words.done : words.failed;
    button.focus();
    setTimeout(() => { status.textContent = ""; }, 4000);
  };
};
