/** In ems of the faces of the papers: a Chinese character is one wide, digits and Latin letters on the average a little over half. */
export function widthOf(text: string): number {
  let narrow = 0;
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) < 0x1100) narrow += 1;
  return text.length - narrow + narrow * 0.56;
}
