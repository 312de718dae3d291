import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import type { Locator, Page } from 'playwright-core';
import type { Draft, Json } from '../../electron/contract/rpc/case-procedures.ts';
import type { Contract } from '../../electron/contract/rpc/contract.ts';
import { buildStaleWindow } from '../../electron/server/stale-window.ts';
import type { Reading, Readings } from './readings.ts';
import { launchBrowser, startHost } from './running-window.ts';

/** Stands nowhere else twice in a row, so that the longest run of it says how many keys the paper shows. */
const key = 'Z';
const keys = 40;
/** As fast as a quick typist. */
const keyEvery = 120;

/** From the key to the paper beside it, in the window over loopback: a real host, a real browser. */
export async function typingReadings(folder: string, say: (line: string) => void): Promise<Readings> {
  await buildStaleWindow((text) => say(text.trim()));
  const host = startHost(join(folder, 'data'));
  const browser = await launchBrowser();
  try {
    const address = await host.address;
    const sample = await sampleOf(address, (draft) => draft);
    const large = await sampleOf(address, asLargeAsTheyGet);
    const readings: Reading[] = [];
    for (const { name, id, step, field } of [
      { name: 'sample 1, statement of claim', id: sample, step: 'parties', field: 'claimants[0].address' },
      { name: 'sample 1, timeline', id: sample, step: 'events', field: 'events[0].text' },
      { name: '500 items, statement of claim', id: large, step: 'parties', field: 'claimants[0].address' },
      { name: '500 items, 200 events, timeline', id: large, step: 'events', field: 'events[0].text' },
    ]) {
      say(`typing: ${name}`);
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      await page.goto(`${address}#/case/${id}/${step}?field=${encodeURIComponent(field)}`);
      const box = page.locator(`[data-field="${field}"]`).locator('input, textarea').first();
      readings.push(
        { name: `${name}: key by key`, times: await typeInto(page, box, 'waiting') },
        { name: `${name}: a quick typist`, times: await typeInto(page, box, 'flowing') },
      );
      await page.close();
    }
    return {
      title: 'From the key to the paper',
      input: `${keys} keys, one after another when the paper shows it, and one every ${keyEvery} ms. From the event of the key to the change in the preview that has it. Target: 150 ms at the 95th percentile for sample 1.`,
      readings,
    };
  } finally {
    await browser.close();
    await host.stop();
  }
}

/** A case from sample 1. */
async function sampleOf(address: string, amend: (draft: Draft) => Draft): Promise<string> {
  const client: ContractRouterClient<Contract> = createORPCClient(
    new RPCLink({ url: `${address}rpc`, headers: { origin: new URL(address).origin } }),
  );
  const { id: sample } = await client.cases.openSample({ name: 'software-key' });
  const { id } = await client.cases.duplicate({ id: sample });
  const { draft, revision } = await client.cases.get({ id });
  const changes = Object.entries(amend(draft)).map(([name, value]) => ({ kind: 'set' as const, path: [name], value }));
  await client.cases.edit({ id, baseRevision: revision, changes, label: '' });
  return id;
}

function asLargeAsTheyGet(draft: Draft): Draft {
  return {
    ...draft,
    evidence: repeated(draft.evidence, 500, (item, index) => ({
      ...item,
      ...(index < listOf(draft.evidence).length
        ? {}
        : { id: `证据-${index}`, title: `截图${index}`, files: [`截图${index}.png`] }),
    })),
    events: repeated(draft.events, 200, (event) => event),
  };
}

function repeated(list: Json | undefined, count: number, one: (row: Draft, index: number) => Draft): Draft[] {
  const rows = listOf(list);
  return Array.from({ length: count }, (_, index) => one(rows[index % rows.length] ?? {}, index));
}

function listOf(list: Json | undefined): readonly Draft[] {
  return Array.isArray(list) ? (list as readonly Draft[]) : [];
}

/** Milliseconds for each key. */
async function typeInto(page: Page, box: Locator, pace: 'waiting' | 'flowing'): Promise<readonly number[]> {
  await page.frameLocator('.paper-pane iframe').locator('section.part').waitFor();
  await box.click();
  await box.fill('-');
  await page.evaluate(watchPaper);
  const shownKeys = () => page.evaluate<readonly number[]>('window.shownKeys');
  const isShown = async (count: number) => {
    while ((await shownKeys()).length < count) await page.waitForTimeout(10);
  };
  for (let typed = 1; typed <= keys; typed += 1) {
    await page.keyboard.press(key);
    if (pace === 'flowing') await page.waitForTimeout(keyEvery);
    else await isShown(typed);
  }
  await isShown(keys);
  return shownKeys();
}

/** Runs in the page: notes when a key is pressed, and how long after that the paper has it. */
const watchPaper = `(() => {
  window.stopWatching?.();
  const pressed = [];
  const shown = (window.shownKeys = []);
  const onKey = (event) => {
    if (event.key === '${key}') pressed.push(event.timeStamp);
  };
  const paper = document.querySelector('.paper-pane iframe').contentDocument.body;
  const observer = new MutationObserver(() => {
    const runs = (paper.textContent.match(/${key}+/g) ?? []).map((run) => run.length);
    const count = Math.min(Math.max(0, ...runs), pressed.length);
    while (shown.length < count) shown.push(performance.now() - pressed[shown.length]);
  });
  observer.observe(paper, { childList: true, subtree: true, characterData: true });
  document.addEventListener('keydown', onKey, true);
  window.stopWatching = () => {
    observer.disconnect();
    document.removeEventListener('keydown', onKey, true);
  };
})()`;
