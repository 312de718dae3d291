// What the structured clone of Electron's IPC carries, as JSON. Run in pages and in the stand-in alike.
(() => {
  const toBase64 = (bytes) => {
    let text = '';
    for (let start = 0; start < bytes.length; start += 32_768) {
      text += String.fromCharCode(...bytes.subarray(start, start + 32_768));
    }
    return btoa(text);
  };
  const fromBase64 = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

  const encode = (value) => {
    if (value === undefined) return { is: 'undefined' };
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number') return Number.isFinite(value) ? value : { is: 'number', text: String(value) };
    if (value instanceof ArrayBuffer) return { is: 'ArrayBuffer', bytes: toBase64(new Uint8Array(value)) };
    if (value instanceof Uint8Array) return { is: 'Uint8Array', bytes: toBase64(value) };
    if (Array.isArray(value)) return value.map(encode);
    const prototype = typeof value === 'object' ? Object.getPrototypeOf(value) : undefined;
    if (prototype === null || prototype?.constructor?.name === 'Object') {
      return { is: 'object', fields: Object.entries(value).map(([key, field]) => [key, encode(field)]) };
    }
    throw new Error('An object could not be cloned.');
  };
  const decode = (coded) => {
    if (coded === null || typeof coded !== 'object') return coded;
    if (Array.isArray(coded)) return coded.map(decode);
    if (coded.is === 'number') return Number(coded.text);
    if (coded.is === 'Uint8Array') return fromBase64(coded.bytes);
    if (coded.is === 'ArrayBuffer') return fromBase64(coded.bytes).buffer;
    if (coded.is === 'object') return Object.fromEntries(coded.fields.map(([key, field]) => [key, decode(field)]));
    return;
  };
  return { encode, decode };
})();
