// Tells the page around the frame how high its content is, in pixels, now and whenever that changes.
(() => {
  if (parent === window) return;
  const tell = () => parent.postMessage({ siaran: 'height', height: Math.ceil(document.documentElement.getBoundingClientRect().height) }, '*');
  new ResizeObserver(tell).observe(document.documentElement);
  tell();
})();
