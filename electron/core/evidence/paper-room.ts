/**
 * The room for evidence on a sheet of the appendix, in mm: A4 less the margins of styles/page.css and 12 mm for stamp
 * and gap. The landscape sheet is the same sheet turned, with its binding edge on top.
 */
export const paperRoom = { portrait: { width: 169, height: 245 }, landscape: { width: 257, height: 157 } } as const;
