/** How large a picture is shown: as a whole, as wide as there is room, or so many screen pixels to one of its own. */
export type ViewerScale = 'whole' | 'width' | number;

export interface Box {
  readonly width: number;
  readonly height: number;
}

/** Longer than this against its width, a screenshot as a whole would be too small to read; phones themselves are shorter. */
const longPicture = 2.6;
/** Phones have two or three pixels for each that letters are measured by. */
const readable = 0.5;
/** Pixels; small pictures are not made smaller. */
const narrowest = 400;
const [smallest, largest] = [0.05, 8];
const factor = 1.25;

export function firstScale(picture: Box, room: Box): ViewerScale {
  if (picture.height / picture.width <= longPicture) return 'whole';
  return Math.min(scaleIn('width', picture, room), Math.max(readable, narrowest / picture.width));
}

/** Pixels of the screen for one of the picture, which is turned already. Small pictures are not blown up by themselves. */
export function scaleIn(scale: ViewerScale, picture: Box, room: Box): number {
  if (typeof scale === 'number') return scale;
  const byWidth = Math.min(1, room.width / picture.width);
  return scale === 'width' ? byWidth : Math.min(byWidth, room.height / picture.height);
}

export function zoomed(now: number, isCloser: boolean): number {
  return Math.min(largest, Math.max(smallest, isCloser ? now * factor : now / factor));
}

export function turnedBox({ width, height }: Box, degrees: number): Box {
  return degrees % 180 === 0 ? { width, height } : { width: height, height: width };
}
