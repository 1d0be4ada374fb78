// The card in a notebook: a kernel answers it, over the messages of its widget.

const FONT = Symbol.for("b12explain.font");
const ENDED = {
  restarting: "The kernel was restarted, so this card answers no more. Run its cell again.",
  autorestarting: "The kernel ended and was started again, so this card answers no more. Run its cell again.",
  terminating: "The kernel was ended. Start one (menu Kernel), then run this card's cell.",
  dead: "The kernel has ended. Start it again (menu Kernel), then run this card's cell.",
};
const AWAY = "The kernel cannot be reached just now. Once it can be, the card answers again; if not, run its cell again.";

function listen(signal, hear) {
  if (!signal?.connect) return () => {};
  const slot = (_sender, value) => hear(value);
  signal.connect(slot);
  return () => signal.disconnect(slot);
}

function notebook(model) {
  const kernel = model.widget_manager?.kernel;
  return {
    ask: (request) => model.send(request),
    onAnswer(hear) {
      const heard = (content, buffers) => (content.kind === "font" ? takeFont(buffers) : hear(content));
      model.on("msg:custom", heard);
      return () => model.off("msg:custom", heard);
    },
    onStatus(hear) {
      if (!kernel?.statusChanged) return () => {};
      const status = (now) => {
        if (ENDED[now]) hear({ status: "lost", words: ENDED[now] });
        else if (now === "idle" || now === "busy") hear({ status: now });
      };
      const connection = (now) => {
        if (now === "connected") status(kernel.status === "busy" ? "busy" : "idle");
        else hear({ status: "away", words: AWAY });
      };
      status(kernel.status);
      const stops = [listen(kernel.statusChanged, status), listen(kernel.connectionStatusChanged, connection)];
      return () => stops.forEach((stop) => stop());
    },
    // The moment of a film on show is that of every view of the card; the kernel need not know.
    moment: {
      get: () => model.get("moment"),
      set: (moment) => model.set("moment", moment),
      on(hear) {
        const heard = () => hear(model.get("moment"));
        model.on("change:moment", heard);
        return () => model.off("change:moment", heard);
      },
    },
  };
}

// The page's letters are those that the pictures were laid out with. They are sent once a page, so that no server and no
// path is needed.
async function takeFont(buffers) {
  for (const [i, weight] of ["400", "600"].entries()) {
    const bytes = buffers[i].buffer.slice(buffers[i].byteOffset, buffers[i].byteOffset + buffers[i].byteLength);
    document.fonts.add(await new FontFace("Source Sans 3", bytes, { weight }).load());
  }
}

function render({ model, el }) {
  const stop = card(el, model.get("card"), notebook(model));
  if (!window[FONT]) { window[FONT] = true; model.send({ kind: "font" }); }
  return stop;
}

export default { render };
