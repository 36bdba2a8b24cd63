// The strip beneath a chart: take its picture away; and all the page's pictures on paper.

/** Put the page's title and the pictures of all its charts where the page stands, for printing. */
function toPaper() {
  const strips = [...document.querySelectorAll(".ix-tools")].filter((strip) => strip.picture);
  if (!strips.length || document.querySelector(".ix-stage, .ix-paper")) return;
  const paper = document.createElement("div");
  paper.className = "ix-paper";
  const heading = document.querySelector("h1.title");
  const lead = document.querySelector(".lead");
  for (const [kind, found] of [["h1", heading], ["p", lead]]) {
    if (!found) continue;
    const line = document.createElement(kind);
    line.textContent = found.textContent;
    paper.append(line);
  }
  paper.append(...strips.map((strip) => {
    const sheet = document.createElement("div");
    sheet.append(element(strip.picture.svg));
    return sheet;
  }));
  document.body.append(paper);
  document.body.classList.add("ix-on-paper");
}

function fromPaper() {
  document.querySelector(".ix-paper")?.remove();
  document.body.classList.remove("ix-on-paper");
}

export default function ({ data, parentElement }) {
  const { words, lang } = data;
  const root = parentElement.querySelector(".ix-tools") ?? document.createElement("div");
  root.className = "ix-tools";
  root.lang = lang;
  root.picture = data;
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  const buttons = ["png", "svg", "copy"].map((what) => {
    const made = document.createElement("button");
    made.type = "button";
    made.dataset.act = what;
    made.textContent = words[what];
    made.setAttribute("aria-label", `${words[what]}${lang === "en" ? ": " : "："}${data.title}`);
    made.addEventListener("click", async () => {
      said.textContent = words[await makePicture(what, data)];
      setTimeout(() => { said.textContent = ""; }, 4000);
    });
    return made;
  });
  root.replaceChildren(...buttons, said);
  parentElement.append(root);
  if (!globalThis.picturesOnPaper) {
    // Once for the page: the charts on screen know the width of the screen only.
    globalThis.picturesOnPaper = true;
    window.addEventListener("beforeprint", toPaper);
    window.addEventListener("afterprint", fromPaper);
  }
}
