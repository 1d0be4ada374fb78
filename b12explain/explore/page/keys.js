// JupyterLab takes keys from controls in outputs: arrows die on a menu, and "d" "d" deletes a cell. One listener on
// the window, which hears every key before JupyterLab does, keeps the keys of our own controls to themselves. What
// the browser does with them by itself (move a range, open a menu) still happens. Tab and Escape go through.

const GUARD = Symbol.for("b12explain.keys");

function keepKeysFromNotebook() {
  if (window[GUARD]) return;
  window[GUARD] = true;
  window.addEventListener("keydown", (event) => {
    const control = event.target?.closest?.(".b12-card :is(input, select, button, summary)");
    if (!control) return;
    if (event.key === "Escape" && control.closest(".b12-guess")) {
      control.closest(".b12-card").dispatchEvent(new CustomEvent("b12-skip"));
    } else if (event.key === "Tab" || event.key === "Escape") {
      return;
    }
    if (event.key === "Enter") control.dispatchEvent(new CustomEvent("b12-enter"));
    event.stopPropagation();
  }, { capture: true });
}
