import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange } from '../../electron/contract/case/apply-change.ts';
import type { Change, Draft, Json } from '../../electron/contract/rpc/case-procedures.ts';
import { anyChange, anyDraft } from '../support/any-change.ts';

const draft: Draft = { title: '纠纷', orders: [{ shop: '甲店' }, { shop: '乙店' }], court: { province: '浙江' } };

const fitting: readonly { readonly change: Change; readonly after: Json }[] = [
  { change: { kind: 'set', path: ['title'], value: '新' }, after: { ...draft, title: '新' } },
  {
    change: { kind: 'set', path: ['orders', 1, 'shop'], value: '丙店' },
    after: { ...draft, orders: [{ shop: '甲店' }, { shop: '丙店' }] },
  },
  {
    change: { kind: 'set', path: ['events', 0, 'text'], value: '联系商家' },
    after: { ...draft, events: [{ text: '联系商家' }] },
  },
  {
    change: { kind: 'set', path: ['orders', 2], value: '丙' },
    after: { ...draft, orders: [{ shop: '甲店' }, { shop: '乙店' }, '丙'] },
  },
  { change: { kind: 'remove', path: ['court', 'province'] }, after: { ...draft, court: {} } },
  { change: { kind: 'remove', path: ['orders', 0] }, after: { ...draft, orders: [{ shop: '乙店' }] } },
  {
    change: { kind: 'insert', path: ['orders'], index: 1, value: '丙' },
    after: { ...draft, orders: [{ shop: '甲店' }, '丙', { shop: '乙店' }] },
  },
  { change: { kind: 'insert', path: ['evidence'], index: 0, value: '丙' }, after: { ...draft, evidence: ['丙'] } },
  {
    change: { kind: 'move', path: ['orders'], from: 0, to: 1 },
    after: { ...draft, orders: [{ shop: '乙店' }, { shop: '甲店' }] },
  },
];

const refused: readonly Change[] = [
  { kind: 'set', path: [0], value: '甲' },
  { kind: 'set', path: ['title', 'of'], value: '甲' },
  { kind: 'set', path: ['orders', 'shop'], value: '甲' },
  { kind: 'set', path: ['orders', 5, 'shop'], value: '甲' },
  { kind: 'set', path: ['court', 0], value: '甲' },
  { kind: 'remove', path: ['events'] },
  { kind: 'remove', path: ['orders', 2] },
  { kind: 'remove', path: ['toString'] },
  { kind: 'insert', path: ['orders'], index: 3, value: '甲' },
  { kind: 'insert', path: ['court'], index: 0, value: '甲' },
  { kind: 'insert', path: ['evidence'], index: 1, value: '甲' },
  { kind: 'move', path: ['orders'], from: 0, to: 2 },
  { kind: 'move', path: ['orders'], from: 2, to: 0 },
  { kind: 'move', path: ['events'], from: 0, to: 0 },
];

const hostile: readonly Change[] = [
  { kind: 'set', path: ['__proto__', 'isAdmin'], value: true },
  { kind: 'set', path: ['court', 'constructor', 'prototype', 'isAdmin'], value: true },
  { kind: 'set', path: ['court'], value: JSON.parse('{"deep":[{"__proto__":{"isAdmin":true}}]}') as Json },
  { kind: 'insert', path: ['orders'], index: 0, value: JSON.parse('{"__proto__":{"isAdmin":true}}') as Json },
  { kind: 'remove', path: ['__proto__'] },
];

describe('a change of a draft', () => {
  it.each(fitting)('$change.kind $change.path', ({ change, after }) => {
    const before = structuredClone(draft);
    const applied = applyChange(draft, change);

    expect(applied.draft).toEqual(after);
    expect(draft).toEqual(before);
    expect(applyChange(applied.draft, applied.inverse).draft).toEqual(draft);
  });

  it.each(refused)('is refused where the draft has no such place: $kind $path', (change) => {
    expect(() => applyChange(draft, change)).toThrow(expect.objectContaining({ code: 'CHANGE_REFUSED' }));
  });

  it.each(hostile)('is refused when it reaches past the draft: $kind $path', (change) => {
    expect(() => applyChange(draft, change)).toThrow(expect.objectContaining({ code: 'CHANGE_REFUSED' }));
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
  });

  it('names the place and not what stands there', () => {
    const change: Change = { kind: 'set', path: ['title', 0, 'name'], value: '秘密' };
    expect(() => applyChange(draft, change)).toThrow(/^CHANGE_REFUSED: title\[0\]\.name$/);
  });

  it('sets a field named like a method of every object', () => {
    expect(applyChange(draft, { kind: 'set', path: ['toString'], value: '甲' }).inverse).toEqual({
      kind: 'remove',
      path: ['toString'],
    });
  });

  it('is taken back by its inverse, whatever it is', () => {
    fc.assert(
      fc.property(anyDraft, anyChange, (before, change) => {
        const applied = tryChange(before, change);
        if (applied !== undefined) expect(applyChange(applied.draft, applied.inverse).draft).toEqual(before);
      }),
    );
  });
});

function tryChange(before: Draft, change: Change) {
  try {
    return applyChange(before, change);
  } catch {
    return;
  }
}
