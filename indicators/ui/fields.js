// Streamlit drops a paste that is longer than its field takes, without a word. The browser cuts it off.
document.addEventListener("focusin", ({ target }) => {
  if (!target.matches?.("input, textarea")) return;
  for (const [key, most] of dashboard.words.lengths) {
    if (target.closest(`[class^="st-key-${key}"], [class*=" st-key-${key}"]`)) target.maxLength = most;
  }
});
