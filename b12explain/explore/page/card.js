// One explorable on a page, any page: card(element, story, source) shows what the source answers and asks it what the
// reader's moves come to; it works out nothing. A source is { ask(request), onAnswer(hear) }, which may also say how it is
// (onStatus) and share the moment of a film with other cards of the same (moment: get, set, on).

const SPEAK_MS = 300; // no answer for this long: the sentence is spoken, once for all the steps of a hand that paused
const WIDEST = 760; // of a picture, CSS px
const NARROW_WIDEST = 480;
const LEAST = 200;

function fold(title) {
  const body = make("div", { className: "b12-fold" });
  return { element: make("details", {}, make("summary", {}, title), body), body };
}

function makeHeading(story) {
  const minutes = `${story.minutes} minute${story.minutes === 1 ? "" : "s"}`;
  return make("header", {}, make("p", { className: "b12-kicker" }, `${story.section} · ${minutes}`),
    make("div", { className: "b12-question", role: "heading", ariaLevel: "3" }, story.question),
    make("p", { className: "b12-lead" }, story.lead));
}

// The reader's guess: asked for first, and then beside how far off it was.
function makeGuess({ prompt, takes, low, high, unit }, reveal, hideAgain) {
  const number = numberBox({}, takes, (value, say) => {
    if (value < low || value > high) say(`Guess from ${takes}.`, true);
    else reveal(value);
  });
  number.box.id = newId();
  const label = make("label", { htmlFor: number.box.id }, make("strong", {}, "Your guess first. "), prompt);
  const showMe = make("button", { type: "button", className: "b12-primary" }, "Show me");
  showMe.addEventListener("click", () => { number.reset(); number.read(); });
  const skip = make("button", { type: "button", className: "b12-link" }, "Skip (Esc)");
  skip.addEventListener("click", () => reveal(null));
  const asking = make("div", { className: "b12-guess" }, label,
    make("div", { className: "b12-row" }, number.box, make("span", { className: "b12-unit" }, unit), showMe, skip), number.message);
  const gap = make("p", { className: "b12-gap", tabIndex: -1 });
  const again = make("button", { type: "button", className: "b12-button" }, "Guess again");
  again.addEventListener("click", () => { number.show(""); hideAgain(); number.box.focus(); });
  const answered = make("div", { className: "b12-guess b12-answered" }, gap, again);
  return { asking, answered, gap };
}

function makePresets(presets, move) {
  const element = make("div", { className: "b12-presets" }, make("span", {}, "Try"));
  const buttons = Object.entries(presets).map(([name, state]) => {
    const button = make("button", { type: "button", className: "b12-pill" }, name);
    button.addEventListener("click", () => move({ ...state }));
    element.append(button);
    return { button, state };
  });
  const same = (one, other) => Object.keys(one).every((name) => one[name] === other[name]);
  const show = (state) => buttons.forEach(({ button, state: preset }) =>
    button.setAttribute("aria-pressed", String(same(preset, state))));
  return { element, show };
}

// The control in use stays at the top of the window while the reader scrolls on, so that it and the picture are both in
// sight; a touch of the picture keeps it, a touch or the keyboard anywhere else lets it go. Rows of switches do not stay:
// on a narrow page they would cover what they change.
function keepInSight(card, controls, picture, signal) {
  for (const touched of ["focusin", "pointerdown"]) {
    document.addEventListener(touched, ({ target }) => {
      const control = target.closest?.(".b12-control:not(:has(.b12-switches))");
      if (picture.contains(target)) return;
      card.querySelector(".b12-in-use")?.classList.remove("b12-in-use");
      if (control && controls.contains(control)) control.classList.add("b12-in-use");
    }, { signal });
  }
}

function card(el, story, source) {
  keepKeysFromNotebook();
  const abort = new AbortController();
  const root = make("section", { className: "b12-card", ariaLabel: story.question });
  let wish = { ...story.opening }; // state, guess and revealed: as answered, or as the reader has moved since

  function move(changes) {
    wish = { ...wish, ...changes };
    film.forget();
    showWish();
    talk.ask({ ...wish });
  }
  const moveTo = (state) => move({ state });

  // -- the parts, in the order of the screen --------------------------------------------------------------------
  const guess = makeGuess(story.prediction, reveal, () => move({ revealed: false, guess: null }));
  root.addEventListener("b12-skip", () => reveal(null));
  const presets = makePresets(story.presets, moveTo);
  const controls = makeControls(story.controls, (name, value) => moveTo({ ...wish.state, [name]: value }));
  const trouble = make("p", { className: "b12-trouble", role: "alert" });
  const picture = makePicture((sets) => { if (wish.revealed) moveTo({ ...wish.state, ...sets }); });
  const described = make("p", { id: newId(), hidden: true });
  picture.element.setAttribute("aria-label", story.question);
  picture.element.setAttribute("aria-describedby", described.id);
  const waiting = make("p", { className: "b12-waiting" }, "The picture and its controls open once you have guessed or skipped.");
  const working = make("p", { className: "b12-working", hidden: true }, "Working …");
  const frame = make("div", { className: "b12-frame" }, picture.element, described, waiting, working);
  const film = makeFilm(story.film, {
    ask: (request) => talk.ask(request), filming: () => talk.filming(), paint: picture.paint, shared: source.moment,
  });
  const sentence = make("p", { className: "b12-sentence", ariaHidden: "true" });
  const spoken = make("p", { className: "b12-spoken", role: "status" });
  const facts = makeFacts(story.star);
  const omissions = fold("What this leaves out");
  omissions.body.append(make("ul", {}, ...story.leaves_out.map((item) => make("li", {}, item))));
  const reset = make("button", { type: "button", className: "b12-button" }, "Reset");
  reset.addEventListener("click", () => moveTo({ ...story.at_rest }));
  const foot = make("footer", {}, reset, make("span", {}, "For learning, not medical advice"));
  root.append(makeHeading(story), guess.asking, guess.answered, presets.element, controls.element, trouble, frame,
    film.element, sentence, spoken, facts.element, omissions.element, foot);
  el.append(root);
  keepInSight(root, controls.element, frame, abort.signal);

  // -- showing --------------------------------------------------------------------------------------------------
  function reveal(value) {
    move({ guess: value, revealed: true });
    (value === null ? presets.element.querySelector("button") ?? root.querySelector("input") : guess.gap).focus({ preventScroll: true });
  }
  function showWish() {
    const { state, revealed } = wish;
    controls.show(state);
    presets.show(state);
    guess.asking.hidden = revealed;
    guess.answered.hidden = !revealed || wish.guess === null;
    for (const part of [presets.element, controls.element, sentence, facts.element, omissions.element, reset]) part.hidden = !revealed;
    waiting.hidden = revealed;
    film.element.hidden = !revealed || !story.film;
    frame.classList.toggle("b12-unrevealed", !revealed);
  }
  function settle({ state, guess: guessed, revealed }) {
    wish = { state, guess: guessed, revealed };
    showWish();
  }
  let speakTimer;
  function show(answer, frames, settled) {
    trouble.textContent = "";
    if (settled) settle(answer);
    picture.resize(answer.width, answer.height);
    film.take(answer, frames);
    described.textContent = answer.description;
    sentence.textContent = answer.sentence;
    guess.gap.textContent = answer.gap;
    facts.show(answer.facts);
    root.dataset.state = answer.name;
    clearTimeout(speakTimer);
    const speak = () => { if (spoken.textContent !== answer.sentence) spoken.textContent = answer.sentence; };
    if (!answer.sentence) speak(); // the answer is hidden again
    else if (settled) speakTimer = setTimeout(speak, SPEAK_MS);
  }
  function refused(answer, settled) {
    trouble.textContent = answer.refused ?? answer.trouble;
    if (settled) settle(answer);
    film.refused();
  }
  // Nobody answers: what cannot be moved does not look as if it could. A film that is here plays on.
  function lost(words, forGood) {
    trouble.textContent = words;
    for (const one of root.querySelectorAll("input, select, button")) {
      one.disabled = forGood && !(film.ready() && film.element.contains(one));
    }
  }

  // -- asking ---------------------------------------------------------------------------------------------------
  let width = 0;
  const talk = converse(source, () => ({ width, moment: film.moment() }), {
    show, refused, lost,
    say: (words) => { trouble.textContent = words; },
    working: (yes) => { working.hidden = !yes; root.setAttribute("aria-busy", String(yes)); },
    settled: (yes) => root.toggleAttribute("data-asking", !yes),
  });
  function measure() {
    const room = Math.floor(el.getBoundingClientRect().width);
    if (!room) return; // scrolled far away, or folded: it keeps its width
    const narrow = room < story.narrow_below;
    root.classList.toggle("b12-narrow", narrow);
    const now = Math.max(LEAST, Math.min(room, narrow ? NARROW_WIDEST : WIDEST));
    root.style.setProperty("--b12-width", `${now}px`);
    if (now === width) return;
    width = now;
    film.forget();
    talk.ask();
  }
  let resizeTimer;
  const resized = new ResizeObserver(() => { clearTimeout(resizeTimer); resizeTimer = setTimeout(measure, width ? 100 : 0); });
  resized.observe(el);
  showWish();
  measure();
  return () => {
    abort.abort();
    resized.disconnect();
    for (const timer of [speakTimer, resizeTimer]) clearTimeout(timer);
    film.end();
    talk.stop();
  };
}
