// Controls on native elements, from their specifications. Each is { element, show(value) } and calls change(value).

// Each card has its own copy of this file: a page-wide part keeps their ids, and their groups of radios, apart.
const CARD = Math.random().toString(36).slice(2, 8);
let serial = 0;
const newId = () => `b12-${CARD}-${++serial}`;

function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element && name !== "list") element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

// A number as people type it: "1,000", "1 000", "2.4", "2,4", "0,125" and a true minus are all understood.
function readNumber(text) {
  let plain = text.trim().replace(/[\s\u00a0\u202f]/g, "").replace(/\u2212/g, "-");
  if (/^-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(plain)) plain = plain.replaceAll(",", "");
  else if (/^-?\d+,\d+$/.test(plain)) plain = plain.replace(",", ".");
  return /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : NaN;
}

function numberBox(properties, takes, accept) {
  const message = make("p", { className: "b12-message", id: newId() });
  message.setAttribute("role", "alert");
  const box = make("input", { type: "text", inputMode: "decimal", autocomplete: "off", className: "b12-box", ...properties });
  box.setAttribute("aria-describedby", message.id);
  let wrong = false;
  const say = (words, bad) => {
    wrong = Boolean(bad);
    message.textContent = words;
    box.setAttribute("aria-invalid", String(wrong));
  };
  let lastRead = null;
  const read = () => {
    if (box.value === lastRead) return;
    lastRead = box.value;
    const value = readNumber(box.value);
    if (Number.isNaN(value)) say(`${box.value.trim() ? `“${box.value}” is not a number. ` : ""}Type a number from ${takes}.`, true);
    else accept(value, say);
  };
  box.addEventListener("change", read);
  box.addEventListener("b12-enter", read);
  let shown = null;
  const show = (text) => {
    if (text !== shown || wrong) say("", false); // what was said of a number stays while it does
    box.value = lastRead = shown = text;
  };
  return { box, message, show, read, reset: () => { lastRead = null; } };
}

function slider(spec, change) {
  const id = newId();
  const unit = spec.unit ? "\u00a0" + spec.unit : "";
  const label = make("label", { className: "b12-label", htmlFor: id }, spec.label);
  const range = make("input", { type: "range", id, min: 0, max: spec.steps.length - 1, step: 1 });
  const number = numberBox({}, spec.takes, (value, say) => {
    const { steps, texts } = spec;
    if (value < steps[0] || value > steps.at(-1)) {
      say(`${spec.label} takes ${spec.takes}. The picture keeps its last value.`, true);
      return;
    }
    const near = steps.reduce((best, step, i) => (Math.abs(step - value) < Math.abs(steps[best] - value) ? i : best), 0);
    show(steps[near]);
    change(steps[near]);
    if (steps[near] !== value) say(`Drawn at the nearest step, ${texts[near]}${unit}.`, false);
  });
  number.box.setAttribute("aria-label", spec.label);
  const marks = make("div", { className: "b12-marks", ariaHidden: "true" });
  for (const i of spec.marks) {
    const mark = make("span", {}, spec.texts[i]);
    mark.style.left = `${(100 * i) / (spec.steps.length - 1)}%`;
    marks.append(mark);
  }
  const paint = () => range.style.setProperty("--b12-done", range.value / (range.max || 1));
  function show(value) {
    const i = spec.steps.indexOf(value);
    range.value = i;
    range.setAttribute("aria-valuetext", spec.texts[i] + unit);
    number.show(spec.texts[i]);
    paint();
  }
  range.addEventListener("input", () => {
    const value = spec.steps[Number(range.value)];
    show(value);
    change(value);
  });
  const head = make("div", { className: "b12-head" }, label);
  if (spec.hint) {
    head.append(make("span", { className: "b12-hint", id: `${id}-hint` }, spec.hint));
    range.setAttribute("aria-describedby", `${id}-hint`);
  }
  const element = make("div", { className: "b12-control b12-slider" }, head,
    make("div", { className: "b12-track" }, range, marks),
    make("div", { className: "b12-number" }, number.box, make("span", { className: "b12-unit" }, spec.unit)), number.message);
  return { element, show };
}

function menu(spec, change) {
  const id = newId();
  const select = make("select", { id, className: "b12-menu" });
  const groups = new Map([["", select]]);
  for (const { value, label, group } of spec.options) {
    if (!groups.has(group)) {
      groups.set(group, make("optgroup", { label: group }));
      select.append(groups.get(group));
    }
    groups.get(group).append(make("option", { value }, label));
  }
  select.addEventListener("input", () => change(select.value));
  const head = make("div", { className: "b12-head" }, make("label", { className: "b12-label", htmlFor: id }, spec.label));
  if (spec.hint) head.append(make("span", { className: "b12-hint" }, spec.hint));
  return { element: make("div", { className: "b12-control" }, head, select), show: (value) => { select.value = value; } };
}

function segments(spec, change) {
  const name = newId();
  const row = make("div", { className: "b12-segments" });
  const inputs = spec.options.map(({ value, label }) => {
    const input = make("input", { type: "radio", name, value });
    input.addEventListener("change", () => change(value));
    row.append(make("label", {}, input, make("span", {}, label)));
    return input;
  });
  const legend = make("legend", { className: "b12-label" }, spec.label);
  if (spec.hint) legend.append(make("span", { className: "b12-hint" }, spec.hint));
  const element = make("fieldset", { className: "b12-control" }, legend, row);
  return { element, show: (value) => { for (const input of inputs) input.checked = input.value === value; } };
}

function switchBox(spec, change) {
  const input = make("input", { type: "checkbox" });
  input.addEventListener("change", () => change(input.checked));
  const element = make("label", { className: "b12-switch" }, input, make("span", {}, spec.label));
  return { element, show: (value) => { input.checked = value; } };
}

// All controls of a card in order; switches of one group stand together under its heading.
function makeControls(specs, change) {
  const element = make("div", { className: "b12-controls" });
  const groups = new Map();
  const controls = specs.map((spec) => {
    const maker = { slider, choice: spec.menu ? menu : segments, switch: switchBox }[spec.kind];
    const control = maker(spec, (value) => change(spec.name, value));
    if (spec.kind === "switch") {
      if (!groups.has(spec.group)) {
        const row = make("div", { className: "b12-switches" });
        groups.set(spec.group, row);
        element.append(make("fieldset", { className: "b12-control" }, make("legend", { className: "b12-label" }, spec.group), row));
      }
      groups.get(spec.group).append(control.element);
    } else {
      element.append(control.element);
    }
    return control;
  });
  const show = (state) => specs.forEach((spec, i) => {
    controls[i].show(state[spec.name]);
    controls[i].element.hidden = Boolean(spec.when) && !spec.when.values.includes(state[spec.when.name]);
  });
  return { element, show };
}
