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

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";
const VALUES = new Map([...DIGITS].map((digit, value) => [digit.charCodeAt(0), value]));

/** Bytes of text in base 85 (RFC 1924): five characters for four bytes, the last group as long as needed. */
export function bytesOf(text) {
  const bytes = new Uint8Array(Math.floor((text.length * 4) / 5));
  for (let from = 0, to = 0; from < text.length; from += 5, to += 4) {
    let value = 0;
    for (let at = 0; at < 5; at += 1) value = value * 85 + (from + at < text.length ? VALUES.get(text.charCodeAt(from + at)) : 84);
    for (let at = 3; at >= 0; at -= 1, value = Math.floor(value / 256)) if (to + at < bytes.length) bytes[to + at] = value % 256;
  }
  return bytes;
}

/** Which of `count` buckets holds a word: FNV-1a over UTF-8, as in corpus/search/chunks.py. */
export function bucket(word, count) {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(word)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value % count;
}
