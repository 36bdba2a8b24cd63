// Unfinished work, kept in this browser alone: by data folder and document.
const PREFIX = "indicators-intake:";
const keeping = {
  key: (place, document) => `${PREFIX}${place}:${document}`,
  put(kept, text) {
    const held = JSON.stringify({ ...kept, text, at: new Date().toISOString() });
    try {
      localStorage.setItem(keeping.key(kept.place, kept.document), held);
      return true;
    } catch {
      return false; // No room, or storage is off.
    }
  },
  // Other work on the same document isn't written over: it is put aside, and can still be gone on with.
  aside(kept) {
    const before = keeping.get(keeping.key(kept.place, kept.document));
    if (!before || before.held === kept.held) return;
    const document = `${kept.document}~`;
    keeping.put({ ...before, document }, before.text);
  },
  drop(place, document) {
    try {
      localStorage.removeItem(keeping.key(place, document));
    } catch {
      // Storage is off: there was nothing.
    }
  },
  get(key) {
    try {
      const held = JSON.parse(localStorage.getItem(key));
      return held && typeof held.held === "string" && typeof held.text === "string" ? held : null;
    } catch {
      return null;
    }
  },
  all(place) {
    const found = [];
    try {
      for (const key of Object.keys(localStorage)) {
        const held = key.startsWith(`${PREFIX}${place}:`) ? keeping.get(key) : null;
        if (held) found.push({ key, ...held });
      }
    } catch {
      return [];
    }
    return found.sort((one, other) => String(other.at).localeCompare(String(one.at)));
  },
  whole: (held) => JSON.stringify({ ...JSON.parse(held.held), text: held.text }),
};
