// The strips beneath charts: take a picture away; and all the page's pictures on paper.

/** Return a picture's address, whatever the page's own. */
function addressOf(strip) {
  return new URL(strip.dataset.picture, document.baseURI);
}

/** Return the name that an answer gives its file, without the ending. */
function nameIn(header) {
  return /filename="(.+)\.svg"/.exec(header ?? "")?.[1] ?? "picture";
}

/** Return a strip's picture from the server. */
async function fetchPicture(strip) {
  const answer = await fetch(addressOf(strip));
  if (!answer.ok) throw new Error(`no picture: ${answer.status}`);
  return { svg: await answer.text(), name: nameIn(answer.headers.get("content-disposition")) };
}

/** Return a strip's picture at once: paper doesn't wait. */
function pictureNow(strip) {
  const request = new XMLHttpRequest();
  request.open("GET", addressOf(strip), false);
  request.send();
  return request.status === 200 ? request.responseText : null;
}

/** Put the page's title and the pictures of all its charts where the page stands, for printing. */
function toPaper() {
  const strips = [...document.querySelectorAll(".ix-tools")];
  if (!strips.length || document.querySelector(".ix-stage, .ix-paper")) return;
  const pictures = strips.map(pictureNow).filter((svg) => svg !== null);
  if (!pictures.length) return;
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
  paper.append(...pictures.map((svg) => {
    const sheet = document.createElement("div");
    sheet.append(element(svg));
    return sheet;
  }));
  document.body.append(paper);
  document.body.classList.add("ix-on-paper");
}

function fromPaper() {
  document.querySelector(".ix-paper")?.remove();
  document.body.classList.remove("ix-on-paper");
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest?.(".ix-tools [data-act]");
  if (!button) return;
  const strip = button.closest(".ix-tools");
  const said = strip.querySelector("[role=status]");
  const words = dashboard.words.pictures[strip.lang === "en" ? "en" : "zh"];
  said.textContent = words[await makePicture(button.dataset.act, () => fetchPicture(strip))];
  setTimeout(() => { said.textContent = ""; }, 4000);
});
// The charts on screen know the width of the screen only.
window.addEventListener("beforeprint", toPaper);
window.addEventListener("afterprint", fromPaper);
