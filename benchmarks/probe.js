// Notes when a key went down or a pointer came up, and when changed pixels were on screen: a frame has been painted when
// a message posted from its animation frame arrives. Words that a picture consists of are not taken for the floor's text.
(() => {
  const probe = window.probe = { inputs: [], paints: [], target: null };
  for (const type of ["keydown", "pointerdown", "pointerup"]) {
    window.addEventListener(type, (event) => probe.inputs.push({ type, at: event.timeStamp }), { capture: true });
  }
  let pending = false;
  function painted() {
    if (pending) return;
    pending = true;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => { probe.paints.push(performance.now()); pending = false; };
      channel.port2.postMessage(0);
    });
  }
  const observer = new MutationObserver(painted);
  probe.watch = (target) => {
    observer.disconnect();
    probe.target = target;
    observer.observe(target, { subtree: true, childList: true, characterData: true, attributes: true });
    probe.clear();
  };
  probe.clear = () => { probe.inputs = []; probe.paints = []; };
})();
