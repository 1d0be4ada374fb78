// A picture with a time of its own. Until the hand comes near the bar there is one picture, that of the moment on show;
// then those of all moments are sent, once, and the page shows one of them without asking anyone.

const PLAY_MS = 2000; // from the first moment to the last

function makeFilm(spec, { ask, paint, shared }) {
  const element = make("div", { className: "b12-film", hidden: true });
  if (!spec) return { element, moment: () => null, take: paint, forget: () => {}, ready: () => false, end: () => {} };
  const last = (spec.steps.length - 1) * spec.between;
  let frames = null; // marks of each picture
  let asked = false;
  let at = frameOf(shared?.get() ?? spec.start); // number of the picture on show
  let playing = null;

  function momentOf(frame) {
    const step = Math.floor(frame / spec.between);
    const part = (frame % spec.between) / spec.between;
    return spec.steps[step] + (part ? part * (spec.steps[step + 1] - spec.steps[step]) : 0);
  }
  function frameOf(moment) {
    const after = spec.steps.findIndex((step) => step >= moment);
    if (after <= 0) return 0;
    const [low, high] = [spec.steps[after - 1], spec.steps[after]];
    return Math.round((after - 1 + (moment - low) / (high - low)) * spec.between);
  }
  const want = () => { if (!frames && !asked) { asked = true; ask({ film: true }); } };
  const bar = slider(spec, (value) => { stop(); showAt(frameOf(value)); });
  const range = bar.element.querySelector("input[type=range]");
  const play = make("button", { type: "button", className: "b12-button" }, "Play");

  let named = null; // step that the bar's words are about
  function showBar() {
    const step = Math.round(at / spec.between);
    if (step !== named || !playing) bar.show(spec.steps[named = step]);
    if (playing) range.value = at / spec.between;
  }
  function showAt(frame, mine = true) {
    at = frame;
    showBar();
    if (mine) shared?.set(momentOf(at));
    if (frames) paint(frames[at]);
    else if (asked) ask({});
    else want();
  }
  function stop() {
    if (!playing) return;
    cancelAnimationFrame(playing.request);
    playing = null;
    range.step = 1;
    play.textContent = "Play";
    showAt(Math.round(at / spec.between) * spec.between);
  }
  function tick(now) {
    if (!playing) return;
    if (frames) {
      playing.start ??= now - (at / last) * PLAY_MS;
      const frame = Math.min(last, Math.floor(((now - playing.start) / PLAY_MS) * last));
      if (frame !== at) showAt(frame);
      if (frame === last) return stop();
    }
    playing.request = requestAnimationFrame(tick);
  }
  play.addEventListener("click", () => {
    if (playing) return stop();
    want();
    if (at === last) at = 0;
    play.textContent = "Stop";
    range.step = "any";
    playing = { start: null, request: requestAnimationFrame(tick) };
  });
  for (const near of ["pointerenter", "focusin"]) element.addEventListener(near, want);
  const unshare = shared?.on((moment) => { if (moment !== momentOf(at)) { stop(); showAt(frameOf(moment), false); } });
  element.append(bar.element, play);
  showBar();

  // Show an answer: its marks are those of the moment that was asked for, and the film's are told by them.
  function take(marks, film) {
    if (film) {
      asked = false;
      frames = film.frames.map((frame) => patched(frame, marks, (shape) => film.shapes[shape]));
    }
    paint(frames ? frames[at] : marks);
  }
  const forget = () => { frames = null; asked = false; };
  const end = () => { stop(); unshare?.(); };
  return { element, moment: () => momentOf(at), take, forget, ready: () => Boolean(frames), end };
}
