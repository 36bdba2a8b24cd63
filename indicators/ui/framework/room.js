// How much room the page has for its content, told in steps whenever it changes for good.
export default function ({ data, setStateValue }) {
  const main = document.querySelector(OWN.content);
  if (!main) return;
  let known = data.room;
  let timer;
  const measure = () => {
    // A report that cuts a run short would take away what that run sets in other widgets.
    if (scriptState() === "running") {
      timer = setTimeout(measure, 50);
      return;
    }
    const style = getComputedStyle(main);
    const width = main.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const room = data.steps.reduce((best, step) => (step <= width ? step : best), data.steps[0]);
    document.cookie = `room=${room};path=/;max-age=31536000;SameSite=Strict`;
    if (room !== known) {
      known = room;
      setStateValue("room", room);
    }
  };
  const observer = new ResizeObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(measure, 200);
  });
  observer.observe(main);
  return () => {
    observer.disconnect();
    clearTimeout(timer);
  };
}
