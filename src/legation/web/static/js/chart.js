// The chart by hand and by keys: a drag across it opens those days; arrows, + and − press its buttons.
(() => {
  const DAY = 86400000;
  const chart = () => document.getElementById("chart");
  let start = null;

  const share = (svg, event) => {
    const box = svg.getBoundingClientRect();
    return Math.min(Math.max((event.clientX - box.left) / box.width, 0), 1);
  };
  const show = (svg, from, to) => {
    const mark = svg.querySelector(".selection");
    const width = svg.getBoundingClientRect().width;
    mark.setAttribute("x", Math.min(from, to) * width);
    mark.setAttribute("width", Math.abs(to - from) * width);
    mark.setAttribute("visibility", "visible");
  };
  document.addEventListener("pointerdown", (event) => {
    const svg = event.target.closest && event.target.closest(".plot > svg");
    if (!svg || event.button !== 0 || event.pointerType === "touch" || event.target.closest("a")) return;
    start = { svg, from: share(svg, event) };
    event.preventDefault();
  });
  document.addEventListener("pointermove", (event) => { if (start) show(start.svg, start.from, share(start.svg, event)); });
  document.addEventListener("pointerup", (event) => {
    if (!start) return;
    const { svg, from } = start;
    const to = share(svg, event);
    start = null;
    svg.querySelector(".selection").setAttribute("visibility", "hidden");
    if (Math.abs(to - from) < 0.01) return;
    const first = Date.parse(chart().dataset.from), days = (Date.parse(chart().dataset.to) - first) / DAY + 1;
    const day = (part) => new Date(first + Math.floor(part * days) * DAY).toISOString().slice(0, 10);
    const address = new URL(window.location);
    address.searchParams.set("from", day(Math.min(from, to)));
    address.searchParams.set("to", day(Math.min(Math.max(from, to), 0.99999)));
    window.location = address;
  });
  document.addEventListener("keydown", (event) => {
    if (!event.target.closest("#chart") || event.ctrlKey || event.metaKey || event.altKey) return;
    const button = chart().querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!button) return;
    event.preventDefault();
    button.click();
  });
  // After a zoom the reader's focus stays on the chart.
  document.addEventListener("htmx:afterSettle", (event) => { if (event.target.id === "chart") chart().querySelector(".plot").focus({ preventScroll: true }); });
})();
