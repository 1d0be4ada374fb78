// One explorable on the page. It shows what it is sent and reports what the reader does; it decides nothing.

const REST_MS = 50; // no change for this long: the hand rests, and the sharp picture is asked for
const SPEAK_MS = 300; // no answer for this long: the sentence is spoken, once for all the steps of a hand that paused
const PLAY_MS = 2000; // a film of few pictures is not over before it is seen
const FONT = Symbol.for("b12explain.font");

function themeOf() {
  const lab = document.body.dataset.jpThemeLight;
  if (lab) return lab === "true" ? "light" : "dark";
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

function fold(title) {
  const body = make("div", { className: "b12-fold" });
  return { element: make("details", {}, make("summary", {}, title), body), body };
}

function render({ model, el }) {
  keepKeysFromNotebook();
  const story = model.get("card");
  const view = String(Math.random());
  const card = make("section", { className: "b12-card" });
  card.setAttribute("aria-label", story.question);
  const abort = new AbortController();

  // -- reporting ------------------------------------------------------------------------------------------------
  let restTimer;
  function report(changes) {
    for (const [name, value] of Object.entries({ draft: true, film: false, ...changes })) model.set(name, value);
    model.save_changes();
    clearTimeout(restTimer);
    restTimer = setTimeout(rest, REST_MS);
  }
  function rest() {
    clearTimeout(restTimer);
    model.set("draft", false);
    model.save_changes();
  }
  function askForFilm() {
    clearTimeout(restTimer);
    model.set("film", true);
    model.set("draft", false);
    model.save_changes();
  }
  const change = (name, value) => report({ state: { ...model.get("state"), [name]: value } });

  // -- the parts, in the order of the screen --------------------------------------------------------------------
  const heading = make("header", {}, make("p", { className: "b12-kicker" }, `${story.section} · ${story.minutes} minute${story.minutes === 1 ? "" : "s"}`),
    make("div", { className: "b12-question", role: "heading", ariaLevel: "3" }, story.question),
    make("p", { className: "b12-lead" }, story.lead));

  const guess = numberBox({}, story.prediction.takes, (value, say) => {
    if (value < story.prediction.low || value > story.prediction.high) say(`Guess from ${story.prediction.takes}.`, true);
    else reveal(value);
  });
  guess.box.id = newId();
  const prompt = make("label", { htmlFor: guess.box.id }, make("strong", {}, "Your guess first. "), story.prediction.prompt);
  const showMe = make("button", { type: "button", className: "b12-primary" }, "Show me");
  showMe.addEventListener("click", () => { guess.reset(); guess.read(); });
  const skip = make("button", { type: "button", className: "b12-link" }, "Skip (Esc)");
  skip.addEventListener("click", () => reveal(null));
  card.addEventListener("b12-skip", () => reveal(null));
  const asking = make("div", { className: "b12-guess" }, prompt,
    make("div", { className: "b12-row" }, guess.box, make("span", { className: "b12-unit" }, story.prediction.unit), showMe, skip), guess.message);
  const gap = make("p", { className: "b12-gap", tabIndex: -1 });
  const again = make("button", { type: "button", className: "b12-button" }, "Guess again");
  again.addEventListener("click", () => { guess.show(""); report({ revealed: false, guess: null }); guess.box.focus(); });
  const answered = make("div", { className: "b12-guess b12-answered" }, gap, again);

  const presets = make("div", { className: "b12-presets" }, make("span", {}, "Try"));
  const presetButtons = Object.entries(story.presets).map(([name, state]) => {
    const button = make("button", { type: "button", className: "b12-pill" }, name);
    button.addEventListener("click", () => report({ state: { ...state } }));
    presets.append(button);
    return { button, state };
  });
  const controls = makeControls(story.controls, change);
  const trouble = make("p", { className: "b12-trouble", role: "alert" });
  const img = make("img", { className: "b12-picture", alt: "", decoding: "sync" });
  const waiting = make("p", { className: "b12-waiting" }, "The picture and its controls open once you have guessed or skipped.");
  const frame = make("div", { className: "b12-frame" }, img, waiting);
  const film = makeFilm(story.film, (src, moment) => { if (src) img.src = src; model.set("moment", moment); }, askForFilm);

  const sentence = make("p", { className: "b12-sentence", ariaHidden: "true" });
  const spoken = make("p", { className: "b12-spoken", role: "status" });
  const facts = fold("Numbers and sources");
  const omissions = fold("What this leaves out");
  omissions.body.append(make("ul", {}, ...story.leaves_out.map((item) => make("li", {}, item))));
  const reset = make("button", { type: "button", className: "b12-button" }, "Reset");
  reset.addEventListener("click", () => report({ state: { ...story.at_rest } }));
  const foot = make("footer", {}, reset, make("span", {}, "For learning, not medical advice"));
  card.append(heading, asking, answered, presets, controls.element, trouble, frame, film.element,
    sentence, spoken, facts.element, omissions.element, foot);
  el.append(card);

  // The control in use stays at the top of the window while the reader scrolls on, so that it and the picture are both in
  // sight; a touch of the picture keeps it, a touch or the keyboard anywhere else lets it go. Rows of switches do not stay:
  // on a narrow page they would cover what they change.
  for (const touched of ["focusin", "pointerdown"]) {
    document.addEventListener(touched, ({ target }) => {
      const control = target.closest?.(".b12-control:not(:has(.b12-switches))");
      if (frame.contains(target)) return;
      card.querySelector(".b12-in-use")?.classList.remove("b12-in-use");
      if (control && controls.element.contains(control)) control.classList.add("b12-in-use");
    }, { signal: abort.signal });
  }

  // -- showing --------------------------------------------------------------------------------------------------
  function reveal(value) {
    report({ guess: value, revealed: true });
    (value === null ? presets.querySelector("button") ?? card.querySelector("input") : gap).focus({ preventScroll: true });
  }
  function showState() {
    const state = model.get("state");
    const revealed = model.get("revealed");
    controls.show(state);
    for (const { button, state: preset } of presetButtons) {
      button.setAttribute("aria-pressed", String(Object.keys(preset).every((name) => preset[name] === state[name])));
    }
    asking.hidden = revealed;
    answered.hidden = !revealed || model.get("guess") === null;
    for (const part of [presets, controls.element, sentence, facts.element, omissions.element]) part.hidden = !revealed;
    reset.hidden = !revealed;
    waiting.hidden = revealed;
    film.element.hidden = !revealed || !story.film;
    frame.classList.toggle("b12-unrevealed", !revealed);
  }
  let speakTimer;
  function showPicture(content, buffers) {
    img.width = content.width;
    img.height = content.height;
    img.alt = content.alt;
    film.take(buffers.map((bytes) => dataUrl(bytes, content.mime)), content.film);
  }
  function receive(content, buffers) {
    if (content.kind === "font") return takeFont(buffers);
    trouble.textContent = content.trouble;
    if (content.trouble) return;
    if (buffers.length) showPicture(content, buffers);
    sentence.textContent = content.sentence;
    gap.textContent = content.gap;
    clearTimeout(speakTimer);
    if (content.draft) return;
    facts.body.innerHTML = content.facts;
    const speak = () => { spoken.textContent = content.sentence; };
    if (content.sentence) speakTimer = setTimeout(speak, SPEAK_MS);
    else speak(); // the answer is hidden again
    card.dataset.state = content.name;
  }

  // -- the reader's width, theme and density --------------------------------------------------------------------
  let room = 0; // a card that is scrolled far away has no width; it keeps its last one and still follows the theme
  function screen() {
    room = Math.floor(el.getBoundingClientRect().width) || room;
    if (!room) return;
    const width = room >= story.narrow_below ? Math.min(room, 760) : Math.min(room, 480);
    const theme = themeOf();
    card.dataset.theme = theme;
    card.style.setProperty("--b12-width", `${width}px`);
    card.classList.toggle("b12-narrow", room < story.narrow_below);
    const now = { width: Math.max(width, 280), theme, density: Math.min(3, Math.max(1, devicePixelRatio)), view };
    if (JSON.stringify(now) === JSON.stringify(model.get("screen"))) return;
    model.set("screen", now);
    model.set("draft", false);
    model.save_changes();
  }
  let resizeTimer;
  const later = () => { clearTimeout(resizeTimer); resizeTimer = setTimeout(screen, 100); };
  const resized = new ResizeObserver(later);
  resized.observe(el);
  const themed = new MutationObserver(screen);
  themed.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light", "data-jp-theme-name"] });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", screen, { signal: abort.signal });

  model.on("change:state", showState);
  model.on("change:revealed", showState);
  model.on("change:guess", showState);
  model.on("msg:custom", receive);
  showState();
  screen();
  if (!window[FONT]) { window[FONT] = true; model.send({ kind: "font" }); }
  return () => {
    abort.abort();
    resized.disconnect();
    themed.disconnect();
    clearTimeout(restTimer);
    clearTimeout(speakTimer);
    model.off("change:state", showState);
    model.off("change:revealed", showState);
    model.off("change:guess", showState);
    model.off("msg:custom", receive);
  };
}

// A picture with its bytes in its address: it is on screen several ms before one whose address is that of a Blob, which
// the browser fetches as if from a server.
function dataUrl(view, mime) {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  return `data:${mime};base64,${bytes.toBase64?.() ?? slowBase64(bytes)}`;
}

function slowBase64(bytes) { // for browsers older than 2025
  let letters = "";
  for (let i = 0; i < bytes.length; i += 8192) letters += String.fromCharCode.apply(null, bytes.subarray(i, i + 8192));
  return btoa(letters);
}

// The page's letters are those of the pictures. They are sent once a page, so that no server and no path is needed.
async function takeFont(buffers) {
  for (const [i, weight] of ["400", "600"].entries()) {
    const bytes = buffers[i].buffer.slice(buffers[i].byteOffset, buffers[i].byteOffset + buffers[i].byteLength);
    document.fonts.add(await new FontFace("Source Sans 3", bytes, { weight }).load());
  }
}

// A picture with a time of its own. Until the hand comes near the bar there is one frame, that of the moment on show;
// then all frames are sent, once, and the browser shows one of them without asking anyone.
function makeFilm(spec, show, ask) {
  const element = make("div", { className: "b12-film", hidden: true });
  if (!spec) return { element, take: (urls) => show(urls[0], 0) };
  let frames = null;
  let asked = false;
  let timer = null;
  let at = spec.steps.indexOf(spec.start);
  const want = () => { if (!frames && !asked) { asked = true; ask(); } };
  const bar = slider(spec, (value) => showAt(spec.steps.indexOf(value)));
  const play = make("button", { type: "button", className: "b12-button" }, "Play");
  function showAt(i) {
    at = i;
    want();
    show(frames?.[i], i);
  }
  const stop = () => { clearInterval(timer); timer = null; play.textContent = "Play"; };
  const tick = () => {
    if (!frames) return;
    bar.show(spec.steps[at + 1]);
    showAt(at + 1);
    if (at >= spec.steps.length - 1) stop();
  };
  play.addEventListener("click", () => {
    if (timer) return stop();
    want();
    play.textContent = "Stop";
    if (at >= spec.steps.length - 1) at = -1;
    timer = setInterval(tick, Math.max(1000 / 30, PLAY_MS / spec.steps.length));
  });
  element.append(bar.element, play);
  for (const near of ["pointerenter", "focusin"]) element.addEventListener(near, want);
  bar.show(spec.start);
  const take = (urls, all) => {
    frames = all ? urls : null;
    asked = false;
    show(all ? urls[at] : urls[0], at);
  };
  return { element, take };
}

export default { render };
