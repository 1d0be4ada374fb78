// A picture with a time of its own. Until the hand comes near the bar there is one picture, that of the moment on show;
// then those of all moments are sent, once, and the page shows one of them without asking anyone.

const PLAY_MS = 2000; // from the first moment to the last

// What the pictures of a film are of: they stand under no other words than those.
const subjectOf = ({ state, guess, revealed, width }) => JSON.stringify([Object.entries(state).sort(), guess, revealed, width]);

// `filming()` says whether a film of the state on show, or of the one moved to, is under way.
function makeFilm(spec, { ask, filming, paint, shared }) {
  const element = make("div", { className: "b12-film", hidden: true });
  if (!spec) return { element, moment: () => null, take: ({ marks }) => paint(marks), forget: () => {}, refused: () => {},
    ready: () => false, end: () => {} };
  const last = (spec.steps.length - 1) * spec.between;
  let frames = null; // marks of each picture
  let subject = null; // what they are of
  let stale = false; // there were others, of something else
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
  const want = () => { if (!frames && !filming()) { stale = false; ask({ film: true }); } };
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
    else if (filming()) ask({});
    else want();
  }
  function halt() {
    cancelAnimationFrame(playing?.request);
    playing = null;
    range.step = 1;
    play.textContent = "Play";
  }
  function stop() {
    if (!playing) return;
    halt();
    showAt(Math.round(at / spec.between) * spec.between);
  }
  function tick(now) {
    if (!playing) return;
    if (frames) {
      playing.start ??= now - ((at % last) / last) * PLAY_MS; // from the end it starts anew
      const frame = Math.min(last, Math.floor(((now - playing.start) / PLAY_MS) * last));
      if (frame !== at) showAt(frame);
      if (frame === last) return stop();
    }
    playing.request = requestAnimationFrame(tick);
  }
  play.addEventListener("click", () => {
    if (playing) return stop();
    want();
    play.textContent = "Stop";
    range.step = "any";
    playing = { start: null, request: requestAnimationFrame(tick) };
  });
  for (const near of ["pointerenter", "focusin"]) element.addEventListener(near, want);
  const unshare = shared?.on((moment) => { if (moment !== momentOf(at)) { stop(); showAt(frameOf(moment), false); } });
  element.append(bar.element, play);
  showBar();

  // Show an answer: its marks are those of the moment that was asked for, and the film's are told by them.
  function take(answer, film) {
    const { marks } = answer;
    if (frames && subject !== subjectOf(answer)) forget();
    if (film) {
      subject = subjectOf(answer);
      frames = film.frames.map((frame) => patched(frame, marks, (shape) => film.shapes[shape]));
    }
    paint(frames ? frames[at] : marks);
    if (playing && stale) want();
  }
  function forget() {
    frames = null;
    stale = true;
  }
  const refused = () => { if (!frames && !filming()) halt(); };
  const end = () => { stop(); unshare?.(); };
  return { element, moment: () => momentOf(at), take, forget, refused, ready: () => Boolean(frames), end };
}
