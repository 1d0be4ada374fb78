// The talk of one view with whoever answers it: one request, one answer. A request has a number, and says which answer
// the view will have by then; the answer has the same number, and tells what differs from that one, or all.

const MOST_IN_FLIGHT = 2; // one is worked on while the other is on its way; of those after them the newest counts
const WORKING_MS = 400; // no answer for this long: the card says that it is being worked on
const SILENT_MS = 10000; // and for this long, where nobody knows how the kernel is: it says what may be wrong
const LOST_MS = 2000; // a kernel with nothing to do for this long has dropped what it was asked

const SILENT = "No answer yet. If nothing is running, run this card's cell again.";

// `wanted()` gives what each request has beside a move; `on` has show(answer, film, settled), refused(answer, words),
// say(words), working(yes), lost(words) and settled(yes).
function converse(source, wanted, on) {
  const view = newId();
  let number = 0;
  let flight = []; // { n, at, change } of requests without an answer, oldest first
  let next = null; // what is to be asked as soon as there is room
  let held = null; // the last answer shown, whole
  let status = "unknown";
  let timer = null;

  function ask(change = {}) {
    next = { ...next, ...change };
    send();
  }
  function send() {
    while (next && flight.length < MOST_IN_FLIGHT && status !== "lost") {
      const has = flight.at(-1)?.n ?? held?.n ?? null;
      const change = next;
      next = null;
      flight.push({ n: ++number, at: performance.now(), change });
      source.ask({ kind: "ask", n: number, view, has, state: null, ...wanted(), ...change });
    }
    watch();
  }
  const underWay = () => [...flight.map(({ change }) => change), next ?? {}];
  function filming() {
    const asked = underWay();
    const film = asked.findLastIndex((change) => change.film);
    return film >= 0 && film >= asked.findLastIndex((change) => change.state);
  }
  // What is under way is asked again, as one request.
  function again() {
    next = Object.assign({}, ...flight.map(({ change }) => change), next);
    flight = [];
    send();
  }

  function watch() {
    clearTimeout(timer);
    on.settled(!flight.length && !next);
    const waited = flight.length ? performance.now() - flight[0].at : 0;
    on.working(waited >= WORKING_MS && status !== "lost");
    if (!flight.length || status === "lost") return;
    if (waited >= SILENT_MS && status === "unknown") on.say(SILENT);
    else timer = setTimeout(watch, (waited < WORKING_MS ? WORKING_MS : SILENT_MS) - waited + 1);
  }

  function receive(answer) {
    if (answer.kind === "moved" && answer.by !== view) ask();
    if (answer.kind !== "answer" || answer.view !== view) return;
    const place = flight.findIndex(({ n }) => n === answer.n);
    if (place < 0) return; // late: another was asked in its place
    const { change } = flight[place];
    flight = flight.slice(place + 1);
    if (status === "lost") hear({ status: "unknown" });
    const { base, marks, facts } = answer;
    const film = underWay().some(({ state }) => state) ? undefined : answer.film; // none of a state that is left already
    if (answer.again) next = { ...change, ...next };
    else if (answer.refused || answer.trouble) on.refused(answer, !flight.length && !next);
    else if (base !== null && base !== held?.n) {
      held = null;
      next = { ...change, ...next };
    } else {
      held = { ...(base === null ? {} : held), ...answer,
        marks: patched(marks, held?.marks ?? []), facts: patched(facts, held?.facts ?? []) };
      on.show(held, film, !flight.length && !next);
    }
    send();
  }

  let idle = null;
  function hear({ status: now, words = "" }) {
    if (status === "lost" && now !== "unknown") return; // a new kernel knows nothing of this card
    const was = status;
    status = now;
    clearTimeout(idle);
    if (["lost", "away"].includes(now) || ["lost", "away"].includes(was)) on.lost(words, now === "lost");
    if (now === "idle" && flight.length) {
      const oldest = flight[0].n;
      idle = setTimeout(() => { if (flight[0]?.n === oldest) again(); }, LOST_MS);
    }
    watch();
  }

  const stops = [source.onAnswer(receive), source.onStatus?.(hear)];
  return {
    ask,
    filming,
    stop: () => {
      source.ask({ kind: "bye", n: ++number, view });
      for (const stop of stops) stop?.();
      clearTimeout(timer);
      clearTimeout(idle);
    },
  };
}
