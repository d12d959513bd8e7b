// Only a convenience: the page works without it. After "read in context" it offers the way back to the line.
(() => {
  let from = null;
  const back = document.createElement("a");
  back.className = "back";
  back.hidden = true;
  back.textContent = "Back to the line";
  document.body.append(back);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    if (link === back) { back.hidden = true; return; }
    if (!link.classList.contains("context")) return;
    from = link.closest(".line");
    if (from) { back.href = "#" + from.id; back.hidden = false; }
  });
})();
