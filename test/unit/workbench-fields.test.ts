import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { caseFileSchema } from '../../electron/contract/case/case-file.ts';
import { caseStep } from '../../electron/core/drafts/case-step.ts';
import type { FieldSpec } from '../../renderer/draft/field-spec.ts';
import { questionSteps, sectionsOf, stepOfField } from '../../renderer/pages/case/steps.ts';

/** Fields that no question of these steps asks for, and where they come from instead. */
const askedElsewhere = [
  // The program gives it.
  /^format$/,
  // In the head of the workbench.
  /^title$/,
  // The screens 证据 and 文书.
  /^evidence\b/,
  /^papers$/,
  /^overrides\b/,
  // Given by the program to rows that others refer to.
  /^(?:claimants|respondents|orders|keys)\[\]\.id$/,
];

describe('questions of the workbench', () => {
  const asked = questionSteps.flatMap((step) =>
    sectionsOf[step].flatMap(({ fields }) => fields.flatMap((field) => leaves(field, ''))),
  );

  it('ask for every field of the case', () => {
    const wanted = schemaLeaves(caseFileSchema, '').filter((path) => !askedElsewhere.some((known) => known.test(path)));
    expect(wanted.filter((path) => !asked.includes(path))).toEqual([]);
    expect(wanted.length).toBeGreaterThan(100);
  });

  it('ask for nothing that the case does not know', () => {
    const known = schemaLeaves(caseFileSchema, '');
    expect(asked.filter((path) => !known.includes(path))).toEqual([]);
  });

  it('ask for each field once', () => {
    expect(asked.filter((path, index) => asked.indexOf(path) !== index)).toEqual([]);
  });

  it('stand on the step to which findings lead', () => {
    const strays = questionSteps.flatMap((step) =>
      sectionsOf[step]
        .flatMap(({ fields }) => fields.map(({ at }) => at))
        .filter((at) => caseStep(at) !== step || stepOfField(at) !== step),
    );
    expect(strays).toEqual([]);
  });
});

function leaves(field: FieldSpec, above: string): string[] {
  const path = above === '' ? field.at : `${above}.${field.at}`;
  switch (field.kind) {
    case 'group':
      return field.fields.flatMap((inner) => leaves(inner, path));
    case 'rows':
      return field.fields.flatMap((inner) => leaves(inner, `${path}[]`));
    case 'moment':
      return field.precisionAt === undefined ? [path] : [path, `${above}.${field.precisionAt}`];
    default:
      return [path];
  }
}

/** `claimants[].address`; a list of plain values is one leaf. */
function schemaLeaves(schema: z.core.$ZodType, path: string): string[] {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodPrefault
  ) {
    return schemaLeaves(schema.def.innerType, path);
  }
  if (schema instanceof z.ZodPipe) return schemaLeaves(schema.def.in, path);
  if (schema instanceof z.ZodArray) {
    const inner = schemaLeaves(schema.def.element, `${path}[]`);
    return inner.length === 1 && inner[0] === `${path}[]` ? [path] : inner;
  }
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([name, field]) =>
      schemaLeaves(field as z.core.$ZodType, path === '' ? name : `${path}.${name}`),
    );
  }
  return [path];
}
