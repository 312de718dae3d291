import type { PDFContext, PDFRef, PDFStream } from 'pdf-lib';
import { pageForm, type SourceDocument } from './page-form.ts';

/** `a b c d e f` of ISO 32000-1, 8.3.3. */
export type Matrix = readonly [number, number, number, number, number, number];

/** A page of a normalised PDF as it goes into a frame of the appendix: upright, cropped, filling the unit square. */
export function pageUnitForm(source: SourceDocument, index: number, target: PDFContext): PDFStream {
  const { form, view } = pageForm(source, index, target);
  const toUnit: Matrix = [1 / view.width, 0, 0, 1 / view.height, -view.x / view.width, -view.y / view.height];
  return unitForm(target, form, [rotationMatrix(view.rotation), toUnit]);
}

/** A form XObject of the unit square that draws `object` through `matrices`, clipped to the square by its BBox. */
export function unitForm(context: PDFContext, object: PDFRef, matrices: readonly Matrix[]): PDFStream {
  const operators = matrices.map((matrix) => `${matrix.map(decimal).join(' ')} cm`).join('\n');
  return context.stream(`q\n${operators}\n/E Do\nQ`, {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, 1, 1],
    Resources: { XObject: { E: object } },
  });
}

/** Turns the unit square clockwise onto itself (Rotate of ISO 32000-1, 7.7.3.3). */
function rotationMatrix(rotation: 0 | 90 | 180 | 270): Matrix {
  switch (rotation) {
    case 0:
      return [1, 0, 0, 1, 0, 0];
    case 90:
      return [0, -1, 1, 0, 0, 1];
    case 180:
      return [-1, 0, 0, -1, 1, 1];
    case 270:
      return [0, 1, -1, 0, 1, 0];
  }
}

/** PDF numbers have no exponent (7.3.3). */
function decimal(value: number): string {
  return String(Number(value.toFixed(8)) + 0);
}
