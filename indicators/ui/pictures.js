// Pictures made in the browser from a slide's SVG: no browser is needed on the server.

const SVG_TYPE = "image/svg+xml";

/** Return the SVG with its size in pixels, as a file of its own. */
function asFile(svg, width, height) {
  return svg.replace("<svg ", `<svg width="${width}" height="${height}" `);
}

/** Draw the SVG and return it as a PNG of width × height pixels. */
async function asPng(svg, width, height) {
  const url = URL.createObjectURL(new Blob([asFile(svg, width, height)], { type: SVG_TYPE }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width;
    canvas.height = height;
    canvas.getContext("2d").drawImage(image, 0, 0, width, height);
    return await new Promise((done, failed) => canvas.toBlob(
      (blob) => (blob ? done(blob) : failed(new Error("no picture"))), "image/png"));
  } finally {
    URL.revokeObjectURL(url);
  }
}

function save(blob, name) {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

/** Return the SVG without its ground: what is drawn first, over all of it. */
function withoutGround(svg) {
  const drawing = element(svg);
  const first = drawing.querySelector("rect");
  if (parseFloat(first?.getAttribute("width")) === 1920 && parseFloat(first.getAttribute("height")) === 1080) first.remove();
  return new XMLSerializer().serializeToString(drawing);
}

/** How many times as large as a slide, with which ending of its name, and whether its ground is left out. */
const PNGS = { png: [1, "", false], png2: [2, "@2x", false], clear: [1, "_transparent", true] };

/** Do what a button of a picture says; return the key of the word that tells how it went. */
async function makePicture(what, get) {
  const [scale, ending, clear] = PNGS[what] ?? PNGS.png;
  const png = ({ svg, width = 1920, height = 1080 }) =>
    asPng(clear ? withoutGround(svg) : svg, scale * width, scale * height);
  try {
    if (what === "copy") {
      if (!navigator.clipboard?.write || !window.ClipboardItem) return "copy_refused";
      // Safari wants the promise itself, so that the click still counts.
      await navigator.clipboard.write([new ClipboardItem({ "image/png": get().then(png) })]);
      return "copied";
    }
    const picture = await get();
    const { svg, name, width = 1920, height = 1080 } = picture;
    if (what === "svg") save(new Blob([asFile(svg, width, height)], { type: SVG_TYPE }), `${name}.svg`);
    else save(await png(picture), `${name}${ending}.png`);
    return "saved";
  } catch {
    return what === "copy" ? "copy_refused" : "picture_failed";
  }
}

/** Return an SVG text as an element of this page. */
function element(svg) {
  const parsed = new DOMParser().parseFromString(svg, SVG_TYPE);
  return document.importNode(parsed.documentElement, true);
}
