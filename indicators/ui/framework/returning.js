// A page whose server is gone finds another one by itself, which knows nothing of it: without a run there, the next
// click would be answered as if nothing had been chosen. So what the address says is run once the page is back.
(() => {
  let before = false;
  window.WebSocket = new Proxy(WebSocket, {
    construct(target, args) {
      const made = new target(...args);
      if (String(args[0]).includes("/_stcore/stream")) {
        made.addEventListener("open", () => {
          // The framework's own listeners are told first that there is a connection.
          if (before) setTimeout(() => dispatchEvent(new PopStateEvent("popstate", { state: history.state })), 100);
          before = true;
        });
      }
      return made;
    },
  });
})();
