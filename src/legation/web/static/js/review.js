// One key for each ruling: presses the button (or opens the form) that carries the key.
(() => {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    // Space and Enter keep their own meaning on buttons and links.
    if (event.key === " " && event.target.closest("button, a, summary")) return;
    const part = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (!part) return;
    event.preventDefault();
    if (part.tagName === "DETAILS") {
      part.open = true;
      part.querySelector("input[name=value]").focus();
      return;
    }
    part.click();
  });
})();
