"""What is measured: the explorables, and beside them a floor and the best that plain ipywidgets do."""

from b12explain import explore

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

#: Plain ipywidgets at their best: the same figure, its artists built once and only moved, drawn again by display() into
#: an Output that is cleared without a flash. Its words are matplotlib's own text.
PLAIN = """
%matplotlib inline
import ipywidgets
from IPython.display import clear_output, display
from matplotlib.font_manager import FontProperties
from matplotlib.text import Text
from b12explain import explore
from b12explain.views import style
from b12explain.views.label import Label
def text_of(label):
    file = style.FONTS / (style.FONT_FILES[label.face] + ".ttf")
    return Text(transform=label.get_transform(), fontproperties=FontProperties(fname=file, size=label.size))
def plain(name, control):
    story = explore.story(name)
    view = story.view(760, "light")
    drawn = {}
    moved = next(one for one in story.controls if one.name == control)
    slider = ipywidgets.SelectionSlider(options=moved.values, value=moved.start, description=control)
    output = ipywidgets.Output()
    def show(change=None):
        sheet = view.update(story.model(**(story.at_rest | {control: slider.value})))
        if not sheet.figure.axes:  # without any, IPython takes a figure for an empty one
            sheet.figure.add_axes((0, 0, 1, 1)).set_axis_off()
        for artist in [*sheet.frame, *sheet.fixed, *sheet.moving, *sheet.over]:
            if artist not in drawn:
                drawn[artist] = text_of(artist) if isinstance(artist, Label) else artist
                sheet.figure.add_artist(drawn[artist])
            if isinstance(artist, Label):
                seen = artist.get_visible() and bool(artist.text)
                drawn[artist].set(text=artist.text, position=(artist.left, artist.y), color=artist.colour, visible=seen)
        with output:
            clear_output(wait=True)
            display(sheet.figure)
    slider.observe(show, "value")
    show()
    return ipywidgets.VBox([slider, output])
"""

#: The control of each explorable that is driven: the one that its question is about.
DRIVEN = {"dose_ladder": "first", "absorption": "dose_ug"}

#: The other explorables, most with the nerve's simulation in the loop: all their ranges are driven.
OTHERS = tuple(name for name in explore.NAMES if name not in DRIVEN)

#: The notebook of a reader, with the floor beside it, and that of the peers: a page of figures slows all that is on it.
OURS = ["from b12explain import explore", *(f"explore.{name}(predict=False)" for name in DRIVEN)]
PEERS = [PLAIN, *(f"plain({name!r}, {control!r})" for name, control in DRIVEN.items())]
RANGES = {
    name: ["from b12explain import explore", f"card = explore.{name}(predict=False)", "card"]
    for name in OTHERS
}
