import { describe, expect, it } from 'vitest';
import { rules } from '../../electron/core/checks/run-checks.ts';
import { builtInLaw } from '../support/built-in-law.ts';
import { findingsOfChange } from '../support/checked-case.ts';
import { seededDefects } from '../support/seeded-defects/seeded-defects.ts';

/** What the choice of papers or a model's blank brings up; see check-papers.test.ts. */
const provedByChoice = ['fact.missing', 'filing.two-roads', 'agent.nobody-to-authorise'];

describe('each seeded defect', () => {
  it.each(seededDefects)(
    '$id is found at $path, and nothing else ($changes)',
    ({ id, changes, path, severity, input, also = [] }) => {
      const found = findingsOfChange(changes, input);

      expect(found).toContainEqual(expect.objectContaining({ id, path, severity }));
      expect(new Set(found.map((finding) => finding.id))).toEqual(new Set([id, ...also]));
    },
  );

  it('speaks in one clean Chinese text and names real articles', () => {
    const found = seededDefects.flatMap(({ changes, input }) => findingsOfChange(changes, input));

    for (const { id, message, source = '第一条' } of found) {
      expect(message, id).toMatch(/^[^。].*。$/su);
      expect(message, id).not.toMatch(/undefined|null|NaN|\[object|。。|，，|；；|、、|，。|；。|、。|（）|“”|〔|\s$/u);
      expect(source, id).toMatch(/第[一二三四五六七八九十百千零]+条/u);
    }
  });
});

describe('the rules', () => {
  it('are each proved by a defect of their own', () => {
    const proved = new Set([...seededDefects.map(({ id }) => id), ...provedByChoice]);

    expect(rules.map(({ id }) => id).filter((id) => !proved.has(id))).toEqual([]);
  });

  it('have an id of their own, and cite only articles of the table', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { id, provisions = [] } of rules) {
      expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*$/);
      for (const provision of provisions)
        expect(builtInLaw.provisions.has(provision), `${id}: ${provision}`).toBe(true);
    }
  });
});
