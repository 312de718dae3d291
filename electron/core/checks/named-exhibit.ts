/** A title in quotation marks; marks inside it become single ones (GB/T 15834). */
export function namedExhibit(title: string): string {
  return `“${title.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}
