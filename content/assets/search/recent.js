// What the reader searched for last: kept in this browser and nowhere else, and not at all once it is switched off.

const KEY = "keHoachMo.loiTimGanDay";
const OFF = "tat";
const MOST = 6;

/** The memory in `store` (as localStorage), which a browser may refuse to give or to fill. */
export function createRecent(store) {
  function read() {
    try {
      const kept = store().getItem(KEY);
      if (kept === OFF) return OFF;
      const queries = JSON.parse(kept ?? "[]");
      return Array.isArray(queries) ? queries.filter((one) => typeof one === "string").slice(0, MOST) : [];
    } catch {
      return [];
    }
  }

  function write(value) {
    try {
      store().setItem(KEY, value);
    } catch {
      // Nothing is remembered; the search works all the same.
    }
  }

  const isOn = () => read() !== OFF;
  const queries = () => (isOn() ? read() : []);
  const clear = () => write("[]");

  function add(typed) {
    const query = typed.trim().normalize("NFC");
    const same = query.toLowerCase();
    if (query && isOn()) write(JSON.stringify([query, ...queries().filter((one) => one.toLowerCase() !== same)].slice(0, MOST)));
  }

  /** Switched off, it forgets too. */
  function switchTo(on) {
    write(on ? "[]" : OFF);
  }

  return { isOn, queries, add, clear, switchTo };
}

/** The switch on the page of results. */
export function attachSwitch(field, recent) {
  field.checked = recent.isOn();
  field.closest("[hidden]").hidden = false;
  field.addEventListener("change", () => recent.switchTo(field.checked));
}
