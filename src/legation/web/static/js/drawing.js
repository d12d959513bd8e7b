// Drawings: a network that moves (its library is loaded when asked for), and pictures saved as PNG.
(() => {
  const figure = document.getElementById("drawing");
  if (!figure) return;
  const status = figure.querySelector("[role=status]");
  for (const button of figure.querySelectorAll("button[data-act]")) button.hidden = false;

  const load = (address) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = () => reject(new Error(address));
      document.head.append(script);
    });

  // A colour of the page as the browser has worked it out: canvases know no custom properties.
  const colour = (name) => {
    const probe = document.createElement("i");
    probe.hidden = true;
    probe.style.color = `var(${name})`;
    figure.append(probe);
    const found = getComputedStyle(probe).color;
    probe.remove();
    return found;
  };

  const move = async (button) => {
    button.disabled = true;
    const { layoutBaseSrc, coseBaseSrc, cytoscapeSrc, fcoseSrc, url } = figure.dataset;
    const answer = await fetch(url, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(`${answer.status}`);
    const data = await answer.json();
    for (const source of [layoutBaseSrc, coseBaseSrc, cytoscapeSrc, fcoseSrc]) await load(source);
    const picture = figure.querySelector(".picture");
    picture.replaceChildren();
    picture.classList.add("moving");
    const ink = colour("--ink"), accent = colour("--accent"), paper = colour("--paper");
    const most = Math.max(1, ...data.ties.map((tie) => tie.events));
    const drawn = window.cytoscape({
      container: picture,
      elements: [
        ...data.nodes.map((node) => ({ data: node, classes: node.chosen ? "chosen" : "" })),
        ...data.ties.map((tie) => ({
          data: { source: tie.one, target: tie.other, width: 1 + 6 * Math.sqrt(tie.events / most) },
        })),
      ],
      style: [
        { selector: "node", style: { label: "data(name)", color: ink, "font-size": 13, "text-margin-x": 5, "text-halign": "right",
          "text-valign": "center", width: 13, height: 13, "background-color": paper, "border-color": ink, "border-width": 2,
          "text-outline-color": paper, "text-outline-width": 2 } },
        { selector: ".chosen", style: { "background-color": accent, "border-color": accent, width: 19, height: 19, "font-weight": 600 } },
        { selector: "edge", style: { width: "data(width)", "line-color": ink, opacity: 0.3, "curve-style": "straight" } },
      ],
      layout: { name: "fcose", animate: false, randomize: true, quality: "proof", nodeSeparation: 90, idealEdgeLength: 110 },
      maxZoom: 3,
      minZoom: 0.2,
    });
    drawn.on("tap", "node", (event) => {
      const next = event.target.data("expand");
      // The path the application is shown under stands before the address of the data.
      if (next) location.assign(url.slice(0, url.indexOf("/network.json")) + next);
    });
    figure.drawn = drawn;
  };

  const save = (address) => {
    const link = document.createElement("a");
    link.href = address;
    link.download = "picture.png";
    link.click();
  };

  const png = async (button) => {
    if (figure.drawn) return save(figure.drawn.png({ full: true, scale: 2, bg: colour("--paper") }));
    const answer = await fetch(button.dataset.fileUrl);
    if (!answer.ok) throw new Error(`${answer.status}`);
    const picture = new Image();
    picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await answer.text())}`;
    await picture.decode();
    const canvas = document.createElement("canvas");
    canvas.width = 2 * picture.naturalWidth;
    canvas.height = 2 * picture.naturalHeight;
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    save(canvas.toDataURL("image/png"));
  };

  const acts = { move, png };
  figure.addEventListener("click", async (event) => {
    const button = event.target.closest("button[data-act]");
    if (!button) return;
    try {
      await acts[button.dataset.act](button);
    } catch (error) {
      status.textContent = `${figure.dataset.failed} (${error.message})`;
      button.disabled = false;
    }
  });
})();
