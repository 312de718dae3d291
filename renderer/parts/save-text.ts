/** Lets the person keep a text as a file, by the browser's own ways. */
export function saveText(name: string, text: string, mime: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${mime};charset=utf-8` }));
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
