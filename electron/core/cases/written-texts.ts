import type { Case } from '../../contract/case/case-file.ts';
import { textsIn } from './case-fields.ts';

/**
 * Every text of a case that somebody typed. Of a paragraph by hand that is what it adds: what Juli wrote there is no
 * field to change, and a number that Juli itself had put there is where it belongs.
 */
export function writtenTexts(file: Case): { readonly path: string; readonly text: string }[] {
  const { overrides, ...others } = file;
  return [
    ...textsIn(others),
    ...overrides.map(({ own, original }, index) => ({
      path: `overrides[${index}].own`,
      text: own.replaceAll(/[\dA-Za-z*-]{6,}/g, (run) => (original.includes(run) ? '' : run)),
    })),
  ];
}
