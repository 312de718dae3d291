import { z } from 'zod';
import { caseFileSchema } from '../../electron/contract/case/case-file.ts';
import { cleanCaseFile } from './clean-case.ts';

/** A field of case.json that holds words of its author. */
export interface TextField {
  readonly path: string;
  /** A field of one line, or of paragraphs. */
  readonly kind: 'line' | 'prose';
  /** Most characters it may hold. */
  readonly limit: number;
}

interface JsonSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly description?: string;
}

/**
 * The clean case with every field of the schema that it lacks, found by walking the schema itself, so that a new field
 * is in it from its first day. Resolves every text to what `textOf` gives.
 */
export function maximalCase(textOf: (field: TextField) => string): {
  readonly file: unknown;
  readonly fields: readonly TextField[];
} {
  const fields: TextField[] = [];
  const schema = z.toJSONSchema(caseFileSchema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;

  function fill(at: JsonSchema, known: unknown, path: string): unknown {
    if (at.const !== undefined) return at.const;
    if (at.enum !== undefined) return known ?? at.enum[0];
    switch (at.type) {
      case 'object':
        return Object.fromEntries(
          Object.entries(at.properties ?? {}).flatMap(([key, child]) => {
            const value = fill(child, isObject(known) ? known[key] : undefined, path === '' ? key : `${path}.${key}`);
            return value === undefined ? [] : [[key, value]];
          }),
        );
      case 'array': {
        const [first, ...rest] = Array.isArray(known) && known.length > 0 ? (known as unknown[]) : [undefined];
        const filled = at.items === undefined ? undefined : fill(at.items, first, `${path}[0]`);
        return filled === undefined ? [] : [filled, ...rest];
      }
      case 'string':
        return fillText(at, known, path);
      case 'boolean':
        return known ?? true;
      case 'integer':
        return known ?? 1;
      default:
        return known;
    }
  }

  function fillText(at: JsonSchema, known: unknown, path: string): unknown {
    if (at.format === 'date' || at.description?.startsWith('日期')) return known ?? '2026-11-18';
    if (at.description?.startsWith('金额')) return known ?? '1.00';
    const isWords = at.maxLength !== undefined && (at.pattern === undefined || at.pattern === '\\S');
    if (!isWords || path.includes('.files[')) return known;
    const field: TextField = { path, kind: at.maxLength === 200 ? 'line' : 'prose', limit: at.maxLength };
    fields.push(field);
    return textOf(field);
  }

  return { file: fill(schema, cleanCaseFile(), ''), fields };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
