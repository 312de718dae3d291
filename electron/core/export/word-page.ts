/**
 * The sheet, in twips (1/1440 inch): A4 with the margins of templates/styles/page.css. The left one leaves 26 mm for
 * the binding, as courts and archives ask.
 */
const twips = (millimetres: number) => Math.round((millimetres / 25.4) * 1440);

export const wordPage = {
  size: { width: twips(210), height: twips(297) },
  margin: {
    top: twips(20),
    right: twips(15),
    bottom: twips(20),
    left: twips(26),
    header: twips(10),
    footer: twips(10),
  },
} as const;

/** How wide a line of text can be, in points. */
export const textWidth = ((210 - 26 - 15) / 25.4) * 72;
