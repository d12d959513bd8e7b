// Small conveniences; every page works without them.
(() => {
  // "/" goes to the search field, as in a library catalogue.
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      document.getElementById("find").focus();
    }
  });
  // Filters are folded where they would stand before everything they filter.
  if (matchMedia("(max-width: 60rem)").matches) document.querySelectorAll('[data-fold="narrow"]').forEach((one) => { one.open = false; });
})();
