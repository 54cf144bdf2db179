/* What the theme's program expects to find: where the site begins, and a store for what the reader chose. */
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
})();
