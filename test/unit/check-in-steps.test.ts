import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBreath } from '../../electron/core/breath.ts';
import { draftOf, findingsCalmly, findingsOf } from '../../electron/core/case-findings.ts';
import { openStoredCase } from '../../electron/core/drafts/open-stored-case.ts';
import { wholePacket } from '../../electron/core/packet/parts.ts';
import { prepareCase } from '../../electron/core/prepared-case.ts';
import { openTestWorkspace, type TestWorkspace } from '../support/test-workspace.ts';

let test: TestWorkspace;
beforeEach(async () => {
  test = await openTestWorkspace();
});
afterEach(() => test.end());

describe('checks in steps', () => {
  it('find what the checks of a packet find, and pause between their steps', async () => {
    const { workspace } = test;
    const { id } = workspace.store.cases.create({
      format: 'juli.case/1',
      // A character that no face has, a sum that does not add up, and hardly a fact.
      title: '激活码\u{10fffd}退款案',
      date: '2026-11-18',
      issues: ['does-not-activate'],
      claimants: [{ name: '何据真' }],
      respondents: [{ roles: ['merchant'], name: '据例公司' }],
      claims: [{ kind: 'refund', amount: '100.00', text: '退还价款' }],
    });
    const opened = openStoredCase(workspace, id);
    const choice = { ...wholePacket, papers: undefined };
    const noFiles = () => Promise.reject(new Error('no file is read'));
    const { front, papers } = prepareCase(opened, choice, undefined, await workspace.app.house(), noFiles, noFiles);
    const breathe = vi.fn(() => Promise.resolve());

    const inSteps = await findingsCalmly(front, papers, new Map(), breathe);

    const atOnce = await findingsOf(front, draftOf(front), papers, new Map());
    expect(inSteps).toEqual(atOnce);
    expect(atOnce.map(({ id: rule }) => rule)).toEqual(expect.arrayContaining(['wording.no-glyph', 'fact.missing']));
    expect(breathe.mock.calls.length).toBeGreaterThan(50);
  });
});

describe('a breath', () => {
  it('lets what waits have its turn once the work has taken long', async () => {
    const now = vi.spyOn(performance, 'now');
    now.mockReturnValue(0);
    const breathe = createBreath();
    const waiting = vi.fn();
    setImmediate(waiting);

    now.mockReturnValue(5);
    await breathe();
    expect(waiting).not.toHaveBeenCalled();

    now.mockReturnValue(20);
    await breathe();
    expect(waiting).toHaveBeenCalledOnce();
    now.mockRestore();
  });
});
