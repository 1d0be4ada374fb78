"""What is measured: the explorables, and beside them a floor and the best that plain ipywidgets do."""

#: The floor: one line of text that follows a range, over the same server and by the same kind of messages.
FLOOR = '''
import anywidget, traitlets
class Floor(anywidget.AnyWidget):
    _esm = """
    function render({ model, el }) {
      el.innerHTML = '<div class="floor" style="width: 400px"><input type="range" max="44"><p>-</p></div>';
      const [range, text] = el.querySelectorAll("input, p");
      range.style.width = "100%";
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

#: Plain ipywidgets at their best: the same picture from the same view, its artists built once and only moved, drawn
#: again by display() into an Output that is cleared without a flash.
PLAIN = """
%matplotlib inline
import ipywidgets
from IPython.display import clear_output, display
from b12explain import explore
def plain(name, control):
    story = explore.story(name)
    view = story.view(760, "light")
    known = set()
    moved = next(one for one in story.controls if one.name == control)
    slider = ipywidgets.SelectionSlider(options=moved.values, value=moved.start, description=control)
    output = ipywidgets.Output()
    def show(change=None):
        sheet = view.update(story.model(**(story.at_rest | {control: slider.value})))
        if not sheet.figure.axes:  # without any, IPython takes a figure for an empty one
            sheet.figure.add_axes((0, 0, 1, 1)).set_axis_off()
        for artist in [*sheet.frame, *sheet.fixed, *sheet.moving, *sheet.over]:
            if artist not in known:
                known.add(artist)
                sheet.figure.add_artist(artist)
        with output:
            clear_output(wait=True)
            display(sheet.figure)
    slider.observe(show, "value")
    show()
    return ipywidgets.VBox([slider, output])
"""

#: The control of each explorable that is driven: the one that its question is about.
DRIVEN = {"dose_ladder": "first", "absorption": "dose_ug"}


def cells() -> list[str]:
    """One notebook with everything, so that all is measured in one run under the same load."""
    ours = [f"explore.{name}(predict=False)" for name in DRIVEN]
    plain = [f"plain({name!r}, {control!r})" for name, control in DRIVEN.items()]
    return [PLAIN, FLOOR, *ours, *plain]
