/**
 * The room for evidence on a sheet of the appendix, in mm: A4 less the margins of styles/page.css, 12 mm for stamp and
 * gap, and half a millimetre on either side for the hairline around a picture, which the browser moves to whole pixels.
 * The landscape sheet is the same sheet turned, with its binding edge on top.
 */
export const paperRoom = {
  portrait: { width: 168, height: 245 },
  landscape: { width: 256, height: 157 },
} as const;
