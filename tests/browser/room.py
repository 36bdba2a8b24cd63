"""Whether what a page shows has room."""

CLIPPED = """[...document.querySelectorAll(".js-plotly-plot, .ix-set")].flatMap(plot => {
  const edge = plot.getBoundingClientRect();
  return [...plot.querySelectorAll("text, p")].filter(text => {
    const box = text.getBoundingClientRect();
    return box.width && (box.left < edge.left - 1 || box.right > edge.right + 1
      || box.top < edge.top - 1 || box.bottom > edge.bottom + 1);
  }).map(text => text.textContent);
})"""
"""The texts that leave the picture they stand in."""

OVERLAPPING = """[...document.querySelectorAll(".js-plotly-plot")].flatMap(plot => {
  const boxes = [...plot.querySelectorAll(".annotation-text")].map(text => {
    const box = text.getBoundingClientRect();
    return {text: text.textContent, left: box.left + 1, right: box.right - 1,
      top: box.top + 3, bottom: box.bottom - 3};
  });
  return boxes.flatMap((one, i) => boxes.slice(i + 1).filter(other =>
    one.left < other.right && other.left < one.right
    && one.top < other.bottom && other.top < one.bottom
  ).map(other => one.text + " × " + other.text));
})"""
"""The texts that lie over another within their picture."""

SIDEWAYS = """(main => main.scrollWidth <= main.clientWidth ? [] : [`${main.scrollWidth} in ${main.clientWidth}`])
(document.querySelector("[data-testid=stMain]"))"""
"""By how much a page is wider than its window."""
