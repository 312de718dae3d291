/** Lets the person keep a text as a file, by the browser's own ways. */
export function saveText(name: string, text: string, mime: string): void {
  saveBlob(name, new Blob([text], { type: `${mime};charset=utf-8` }));
}

/** The same for a few bytes that came in base64. */
export function saveBytes(name: string, base64: string, mime: string): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  saveBlob(name, new Blob([bytes], { type: mime }));
}

function saveBlob(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  saveAddress(address, name);
  URL.revokeObjectURL(address);
}

/** The same for a file the core serves. */
export function saveAddress(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}
