// The chart by hand and by keys: a drag across it opens those days; Ctrl and the wheel, or two fingers, zoom where they
// point; arrows, + and − press its buttons. The wheel alone scrolls the page, as everywhere.
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
    open(Math.min(from, to), Math.min(Math.max(from, to), 0.99999));
  });

  // Opens what lies between two shares of the window; shares beyond 0 and 1 reach outside of it.
  const open = (from, to) => {
    const first = Date.parse(chart().dataset.from), days = (Date.parse(chart().dataset.to) - first) / DAY + 1;
    const day = (part) => new Date(first + Math.floor(part * days) * DAY).toISOString().slice(0, 10);
    const address = new URL(window.location);
    address.searchParams.set("from", day(from));
    address.searchParams.set("to", day(to));
    const button = chart().querySelector(".zooms a");
    if (!button || !window.htmx) { window.location = address; return; }
    const link = button.cloneNode();
    link.removeAttribute("data-key");
    for (const name of ["href", "hx-get"]) link.setAttribute(name, address.pathname + address.search);
    link.hidden = true;
    chart().append(link);
    window.htmx.process(link);
    link.click();
  };

  // A zoom in the making: where it holds, and by how much it has grown. What is drawn is stretched until it is let go.
  const LEAST = 1, MOST = 36525, REST = 220;
  let zoom = null, timer = null;
  const stretch = (svg, at, factor) => {
    const days = (Date.parse(chart().dataset.to) - Date.parse(chart().dataset.from)) / DAY + 1;
    zoom = { svg, at, factor: Math.min(Math.max(factor, days / MOST), days / LEAST) };
    svg.style.transformOrigin = `${at * 100}% 0`;
    svg.style.transform = `scaleX(${zoom.factor})`;
  };
  const finish = () => {
    if (!zoom) return;
    const { svg, at, factor } = zoom;
    zoom = null;
    svg.style.transform = "";
    if (Math.abs(factor - 1) > 0.02) open(at - at / factor, at + (1 - at) / factor - 1e-6);
  };
  document.addEventListener("wheel", (event) => {
    const svg = event.target.closest && event.target.closest(".plot > svg");
    if (!svg || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    const step = Math.exp(-Math.max(-60, Math.min(60, event.deltaY)) / 150);
    stretch(svg, zoom ? zoom.at : share(svg, event), (zoom ? zoom.factor : 1) * step);
    clearTimeout(timer);
    timer = setTimeout(finish, REST);
  }, { passive: false });
  let pinch = null;
  const spread = (touches) => Math.abs(touches[0].clientX - touches[1].clientX);
  document.addEventListener("touchstart", (event) => {
    const svg = event.target.closest && event.target.closest(".plot > svg");
    if (!svg || event.touches.length !== 2) return;
    const middle = (event.touches[0].clientX + event.touches[1].clientX) / 2;
    pinch = { svg, at: share(svg, { clientX: middle }), spread: Math.max(spread(event.touches), 20) };
    event.preventDefault();
  }, { passive: false });
  document.addEventListener("touchmove", (event) => {
    if (!pinch || event.touches.length !== 2) return;
    event.preventDefault();
    stretch(pinch.svg, pinch.at, Math.max(spread(event.touches), 5) / pinch.spread);
  }, { passive: false });
  for (const kind of ["touchend", "touchcancel"]) document.addEventListener(kind, () => { if (pinch) { pinch = null; finish(); } });
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
