/* Leads home from an address that is not there: this file knows where the site begins. */
document.getElementById("home").href = new URL("../../", document.currentScript.src).href;
