/* What the theme's program expects to find: where the site begins, and a store for what the reader chose. Then shows the
   ground that the reader chose, before the page is drawn. */
(function () {
  "use strict";

  const root = new URL("../../", document.currentScript.src);

  Object.assign(window, {
    "__md_scope": root,
    "__md_hash": (text) => [...text].reduce((sum, letter) => (sum << 5) - sum + letter.charCodeAt(0), 0),
    "__md_get": (key, store = localStorage, scope = root) => JSON.parse(store.getItem(scope.pathname + "." + key)),
    "__md_set": (key, value, store = localStorage, scope = root) => {
      try {
        store.setItem(scope.pathname + "." + key, JSON.stringify(value));
      } catch {
        /* A browser that keeps nothing forgets the choice; the page works all the same. */
      }
    },
  });

  let chosen = null;
  try {
    chosen = window["__md_get"]("__palette");
  } catch {
    /* A browser that keeps nothing: the ground is the system's. */
  }
  if (!chosen || !chosen.color) return;
  let color = chosen.color;
  if (color.media === "(prefers-color-scheme)") {
    const ground = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
    const option = document.querySelector(`[data-md-color-media="(prefers-color-scheme: ${ground})"]`);
    const names = ["media", "scheme", "primary", "accent"];
    color = Object.fromEntries(names.map((name) => [name, option.getAttribute(`data-md-color-${name}`)]));
  }
  for (const [name, value] of Object.entries(color)) document.body.setAttribute(`data-md-color-${name}`, value);
})();
