// Numbers and sources, from data: text is never taken for markup, and only web addresses become links.

function factNode(fact) {
  const places = (fact.sources ?? []).flatMap(([words, link], i) => {
    const web = /^https?:\/\//.test(link ?? "");
    return [i ? "; " : "", web ? make("a", { href: link, target: "_blank", rel: "noopener" }, words) : words];
  });
  if (places.length && fact.locator) places.push(", ");
  places.push(fact.locator ?? "");
  const status = fact.status ? fact.status[0].toUpperCase() + fact.status.slice(1) : "";
  const about = make("dd", {}, ...places, places.some(Boolean) && status ? ". " : "", status, ".");
  if (fact.note) about.append(make("br"), fact.note);
  if (fact.row) about.append(make("br"), make("code", {}, fact.row));
  return make("div", {}, make("dt", {}, `${fact.label}: `, make("strong", {}, fact.value)), about);
}

// The list is made only while it is unfolded; what did not change keeps its node.
function makeFacts(star) {
  const { element, body } = fold("Numbers and sources");
  const list = make("dl", { className: "b12-facts" });
  const note = make("p", {}, star.means);
  body.append(list, note);
  let nodes = new Map();
  let facts = [];
  function fill() {
    if (!element.open) return;
    nodes = new Map(facts.map((fact) => [fact, nodes.get(fact) ?? factNode(fact)]));
    list.replaceChildren(...nodes.values());
    note.hidden = !facts.some((fact) => fact.value.includes(star.mark));
  }
  element.addEventListener("toggle", fill);
  return { element, show: (now) => { if (now !== facts) { facts = now; fill(); } } };
}
