// Data arrives as scripts that call keHoachMo.nhan(key, data): the one way that works on a server and from
// file:// alike. A piece is asked for once and kept.

export function createLoader(base, addScript = addScriptTo(document)) {
  const arrived = new Map();
  const asked = new Map();

  function receive(key, data) {
    arrived.set(key, data);
  }

  function load(key) {
    if (!asked.has(key)) {
      const loading = addScript(`${base}${key}.js`).then(() => {
        if (!arrived.has(key)) throw new Error(`no data in ${key}`);
        return arrived.get(key);
      });
      loading.catch(() => asked.delete(key));
      asked.set(key, loading);
    }
    return asked.get(key);
  }

  return { receive, load };
}

export function addScriptTo(page) {
  return (address) =>
    new Promise((resolve, reject) => {
      const script = page.createElement("script");
      script.src = address;
      script.addEventListener("load", () => {
        script.remove();
        resolve();
      });
      script.addEventListener("error", () => reject(new Error(`cannot load ${address}`)));
      page.head.append(script);
    });
}

export function bytesOf(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** Which of `count` buckets holds a word: FNV-1a over UTF-8, as in corpus/export/search/chunks.py. */
export function bucket(word, count) {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(word)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value % count;
}
