// The page's language, and the few words that the framework writes in English only.
export default function ({ data }) {
  if (!document.querySelector(`link[href$="${dashboard.words.style}"]`)) {
    // The page came without our stylesheet: it stands beside this script.
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = data.style;
    document.body.prepend(link);
  }
  document.documentElement.lang = data.lang === "zh" ? "zh-CN" : "en";
  const whole = new Map(dashboard.words.whole.map(([en, zh]) => (data.lang === "zh" ? [en, zh] : [zh, en])));
  const patterns = dashboard.words.patterns.map(([en, toZh, zh, toEn]) =>
    (data.lang === "zh" ? [new RegExp(en), toZh] : [new RegExp(zh), toEn]));
  const attributes = ["aria-label", "placeholder", "title"];

  const said = (text) => {
    const plain = text.trim();
    if (!plain || plain.length > 200) return null;
    const known = whole.get(plain);
    if (known !== undefined) return known;
    for (const [pattern, instead] of patterns) {
      if (pattern.test(plain)) return plain.replace(pattern, instead);
    }
    return null;
  };
  const attribute = (node, name) => {
    const value = node.getAttribute(name);
    const instead = value && said(value);
    if (instead && instead !== value) node.setAttribute(name, instead);
  };
  const text = (node) => {
    const parent = node.parentElement;
    // What a page itself says, in its Markdown, HTML and buttons, is in the right language already.
    if (!parent || !parent.closest(OWN.spoken)) return;
    const ours = parent.closest(OWN.ours);
    if (ours && !parent.closest(OWN.uploader)) return;
    const instead = said(node.data);
    if (instead && instead !== node.data) node.data = instead;
  };
  const element = (root) => {
    if (root.closest(".ix-still")) return; // It shows what was, in the language that it was in.
    for (const name of attributes) if (root.hasAttribute(name)) attribute(root, name);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if ((node.parentElement ?? node).closest(".ix-still")) continue;
      if (node.nodeType === Node.TEXT_NODE) text(node);
      else for (const name of attributes) if (node.hasAttribute(name)) attribute(node, name);
    }
  };
  const observer = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "attributes") attribute(change.target, change.attributeName);
      else if (change.type === "characterData") text(change.target);
      else for (const node of change.addedNodes) {
        if (node.nodeType === Node.ELEMENT_NODE) element(node);
        else if (node.nodeType === Node.TEXT_NODE) text(node);
      }
    }
  });
  // Called anew for another language without a farewell to the first: two would never agree.
  const mine = Symbol.for("framework-words");
  document[mine]?.disconnect();
  document[mine] = observer;
  element(document.body);
  observer.observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: attributes,
  });
  return () => observer.disconnect();
}
