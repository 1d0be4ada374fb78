// Notes when a key went down or a pointer came up, and when changed pixels were on screen. A picture counts once it
// is loaded; a frame that shows it has been painted when a message posted from its animation frame arrives.
(() => {
  const probe = window.probe = { inputs: [], paints: [], target: null };
  for (const type of ["keydown", "pointerdown", "pointerup"]) {
    window.addEventListener(type, (event) => probe.inputs.push({ type, at: event.timeStamp }), { capture: true });
  }
  let pending = null;
  function painted(what) {
    if (pending) { Object.assign(pending, what); return; }
    pending = what;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => { probe.paints.push({ ...pending, at: performance.now() }); pending = null; };
      channel.port2.postMessage(0);
    });
  }
  let shown = null;
  function picture(image) {
    if (image.src === shown) return;
    shown = image.src;
    const seen = () => painted({ kind: "picture", width: image.naturalWidth });
    if (image.complete && image.naturalWidth) seen();
    else image.addEventListener("load", seen, { once: true });
  }
  const observer = new MutationObserver((changes) => {
    const images = probe.target.matches("img") ? [probe.target] : [...probe.target.querySelectorAll("img")];
    if (images.length) images.forEach(picture);
    else if (changes.some((change) => change.addedNodes.length || change.type === "characterData")) painted({ kind: "text" });
  });
  probe.watch = (target) => {
    observer.disconnect();
    probe.target = target;
    observer.observe(target, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["src"] });
    probe.clear();
  };
  probe.clear = () => { probe.inputs = []; probe.paints = []; };
})();
