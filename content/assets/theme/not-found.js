/* Leads home and to the search from an address that is not there: this file knows where the site begins. */
(function () {
  "use strict";

  const root = new URL("../../", document.currentScript.src);
  document.getElementById("home").href = root.href;
  document.getElementById("search").action = new URL("tim-kiem/", root).href;
})();
