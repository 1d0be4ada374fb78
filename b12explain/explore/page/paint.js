// Paints a picture, which is data (see b12explain/scene/wire.py), into one <svg>. Nodes are kept, and of them only what
// changed is touched. Colours are custom properties, so that a theme needs nobody but the style sheet.

const SVG = "http://www.w3.org/2000/svg";
const colour = (role) => (role ? `var(--b12-${role.replaceAll("_", "-")})` : "none");
const STRAIGHT = /^M(\S+) (\S+)L(?:\1 \S+|\S+ \2)$/; // a line along an axis

// What was told by runs [first, count] of what there was, and by what is new.
const patched = (told, old, make = (one) => one) =>
  told.flatMap((one) => (Array.isArray(one) ? old.slice(one[0], one[0] + one[1]) : [make(one)]));

function tagOf(mark) {
  if (mark.k === "t") return "text";
  if (mark.k === "p") return "path";
  return mark.p.length === 1 ? shapeOf(mark.p[0]) : "g";
}
const shapeOf = (place) => (typeof place === "string" ? "path" : "circle");
const outline = (place, radius) => (typeof place === "string" ? { d: place } : { cx: place[0], cy: place[1], r: radius });

function attributesOf(mark) {
  const told = { fill: colour(mark.f), opacity: mark.o, "data-name": mark.n, "data-sets": mark.sets && "" };
  if (mark.k === "t") {
    return { ...told, x: mark.x, y: mark.y, "font-size": mark.z, "font-weight": mark.b && 600,
      "text-anchor": mark.a, class: mark.h && "b12-halo" };
  }
  if (mark.s) Object.assign(told, { stroke: colour(mark.s), "stroke-width": mark.w, "stroke-dasharray": mark.g });
  if (mark.r) Object.assign(told, { "stroke-linecap": "round", "stroke-linejoin": "round" });
  if (mark.k === "p") {
    const crisp = mark.w <= 1.2 && !mark.g && STRAIGHT.test(mark.d);
    return { ...told, d: mark.d, "shape-rendering": crisp ? "crispEdges" : undefined };
  }
  return mark.p.length === 1 ? { ...told, ...outline(mark.p[0], mark.z) } : told;
}

function setAttributes(node, before, now) {
  for (const [name, value] of Object.entries(now)) {
    if (value === before[name]) continue;
    if (value === undefined) node.removeAttribute(name);
    else node.setAttribute(name, value);
  }
  for (const name of Object.keys(before)) if (!(name in now)) node.removeAttribute(name);
  return now;
}

// One mark on the page: its node, and what was last put there.
function makeSpot(tag) {
  const node = document.createElementNS(SVG, tag);
  const spot = { node, tag, mark: null, parts: [] };
  let attributes = {};
  spot.show = (mark) => {
    attributes = setAttributes(node, attributes, attributesOf(mark));
    if (tag === "text" && node.textContent !== mark.t) node.textContent = mark.t;
    if (tag === "g") showParts(spot, mark);
    spot.mark = mark;
  };
  return spot;
}

// Dots of one mark are shapes of their own, so that each has its rim where they overlap.
function showParts(spot, mark) {
  mark.p.forEach((place, i) => {
    const tag = shapeOf(place);
    if (spot.parts[i]?.tag !== tag) {
      const part = { tag, node: document.createElementNS(SVG, tag), attributes: {} };
      spot.parts[i]?.node.remove();
      spot.node.insertBefore(part.node, spot.node.childNodes[i] ?? null);
      spot.parts[i] = part;
    }
    const part = spot.parts[i];
    part.attributes = setAttributes(part.node, part.attributes, outline(place, mark.z));
  });
  for (const extra of spot.parts.splice(mark.p.length)) extra.node.remove();
}

function makePicture(clicked) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "b12-picture");
  svg.setAttribute("role", "img");
  let spots = [];
  let size = "";
  svg.addEventListener("click", ({ target }) => {
    const node = target.closest("[data-sets]");
    if (node) clicked(spots.find((spot) => spot.node === node).mark.sets);
  });

  // The spots that show these marks: those that do already, then free ones of the same name, then any of the same kind.
  function spotsFor(marks) {
    const showing = new Map();
    for (const spot of spots) showing.set(spot.mark, [...(showing.get(spot.mark) ?? []), spot]);
    const found = marks.map((mark) => showing.get(mark)?.shift());
    const free = new Set([...showing.values()].flat());
    const take = (fits) => {
      for (const spot of free) if (fits(spot)) { free.delete(spot); return spot; }
      return undefined;
    };
    for (const like of [(spot, mark) => spot.mark.n === mark.n, () => true]) {
      marks.forEach((mark, i) => {
        if (!found[i] && free.size) found[i] = take((spot) => spot.tag === tagOf(mark) && like(spot, mark));
      });
    }
    for (const spot of free) spot.node.remove();
    return marks.map((mark, i) => found[i] ?? makeSpot(tagOf(mark)));
  }

  function paint(marks) {
    spots = spotsFor(marks);
    let place = svg.firstChild;
    spots.forEach((spot, i) => {
      if (spot.mark !== marks[i]) spot.show(marks[i]);
      if (spot.node === place) place = place.nextSibling;
      else svg.insertBefore(spot.node, place);
    });
  }
  function resize(width, height) {
    if (size === `${width} ${height}`) return;
    size = `${width} ${height}`;
    for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${size}` })) svg.setAttribute(name, value);
  }
  return { element: svg, paint, resize };
}
