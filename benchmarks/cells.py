"""What the notebooks of the measurement consist of."""

from __future__ import annotations

from b12explain import explore

#: The least that a control over a kernel can do: a range, and one line of text that answers it.
FLOOR = '''
import anywidget, traitlets
class Floor(anywidget.AnyWidget):
    _esm = """
    function render({ model, el }) {
      el.innerHTML = "<div class='floor'><input type='range' min='0' max='40' value='20'><p>The value is 20.</p></div>";
      const range = el.querySelector("input");
      const text = el.querySelector("p").firstChild;
      const keep = (event) => { if (event.target === range) event.stopPropagation(); };  // JupyterLab takes arrows
      window.addEventListener("keydown", keep, true);
      range.addEventListener("input", () => { model.set("value", Number(range.value)); model.save_changes(); });
      model.on("msg:custom", (content) => { text.textContent = content.text; });
    }
    export default { render };
    """
    value = traitlets.Int(20).tag(sync=True, echo_update=False)
    @traitlets.observe("value")
    def _answer(self, change):
        self.send({"text": f"The value is {change.new}."})
Floor()
'''

#: Of each explorable a notebook with the floor beside it, so that both are measured in one page and one kernel.
STORIES = {
    name: ["from b12explain import explore", f"card = explore.{name}(predict=False)", "card", FLOOR]
    for name in explore.NAMES
}
EMPTY = ["1"]
LIGHT = ["from b12explain import explore", "explore.dose_ladder()", "explore.absorption()"]
#: Those that solve or look up a nerve in each move.
NERVES = ("myelin_race", "damage", "remyelination")
