// Text and claims light each other up: whoever points at one, or moves the focus to it, sees the other.
(() => {
  let lit = [];
  const owners = (element) => (element.dataset.of || "").split(" ").filter(Boolean);
  const light = (element) => {
    lit.forEach((one) => one.classList.remove("lit"));
    lit = [];
    if (!element) return;
    // A piece of the text stands for its claims first: what somebody says is the wider stretch.
    const all = owners(element);
    const claims = all.filter((name) => name.startsWith("c"));
    const wanted = new Set(element.matches(".claim") || !claims.length ? all : claims);
    document.querySelectorAll("[data-of]").forEach((one) => {
      if (owners(one).some((name) => wanted.has(name))) { one.classList.add("lit"); lit.push(one); }
    });
  };
  const claimOf = (element) => {
    const name = owners(element).find((one) => one.startsWith("c"));
    return name && document.getElementById("claim-" + name);
  };
  const pane = () => document.querySelector(".claims");
  const follow = (element) => {
    // Scrolls the claims beside the text, never the page under the reader's eyes.
    const claim = !element.matches(".claim") && claimOf(element);
    const box = pane();
    if (!claim || !box || box.scrollHeight <= box.clientHeight + 1) return;
    const place = claim.offsetTop - box.offsetTop;
    if (place < box.scrollTop || place + claim.offsetHeight > box.scrollTop + box.clientHeight) box.scrollTop = place - 40;
  };
  for (const kind of ["mouseover", "focusin"]) {
    document.addEventListener(kind, (event) => {
      const element = event.target.closest("[data-of]");
      light(element);
      if (element) follow(element);
    });
  }
})();
