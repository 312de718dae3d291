import { describe, expect, it } from 'vitest';
import type { StartApi } from './api-cases.ts';
import { newCaseAnswers } from './new-case-answers.ts';

/** The program itself, and how it refuses. */
export function houseCases(carrier: string, start: StartApi): void {
  describe(`${carrier}: the house`, () => {
    it('tells what it is and where it keeps things', async () => {
      const { client, test } = await start();

      expect(await client.house.about()).toMatchObject({
        version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
        host: 'loopback',
        dataFolder: test.dataFolder,
        isReadOnly: false,
        can: { saveAs: false },
        samples: [{ name: 'software-key' }, { name: 'game-credit' }, { name: 'lifetime-membership' }],
      });
    });

    it('changes the settings that are given and no others', async () => {
      const { client } = await start();

      await client.house.changeSettings({ textSize: 'large', welcomeSeen: true });
      await client.house.changeSettings({ theme: 'dark' });
      const { limits } = await client.house.settings();
      await client.house.changeSettings({ limits: { ...limits, pages: 7 } });

      expect(await client.house.settings()).toEqual({
        textSize: 'large',
        theme: 'dark',
        usesOffice: false,
        welcomeSeen: true,
        limits: { ...limits, pages: 7 },
      });
      const refused = client.house.changeSettings({ limits: { ...limits, pixels: 0 } });
      await expect(refused).rejects.toMatchObject({ code: 'USAGE' });
    });

    it('opens no page but those on its list', async () => {
      const { client } = await start();

      await expect(client.house.openLink({ link: 'https://example.invalid' })).rejects.toMatchObject({
        data: { code: 'USAGE' },
      });
    });
  });

  describe(`${carrier}: refusals`, () => {
    it('say what happened and what to do, with a status, and no more', async () => {
      const { client } = await start();

      const asked = client.cases.get({ id: '00000000-0000-4000-8000-999999999999' });

      await expect(asked).rejects.toMatchObject({
        code: 'NOT_FOUND',
        status: 404,
        data: { code: 'NOT_FOUND', text: expect.stringMatching(/。/) },
      });
    });

    it('an input that is none is USAGE', async () => {
      const { client } = await start();

      await expect(client.cases.get({ id: 'x' })).rejects.toMatchObject({ code: 'USAGE', data: { code: 'USAGE' } });
    });

    it('what nobody foresaw tells nothing of itself', async () => {
      const { client, test } = await start();
      const { id } = await client.cases.create(newCaseAnswers);
      test.workspace.store.originals.ofCase = () => {
        throw new Error('何据真 /home/secret');
      };

      const refusal = await client.evidence.files({ id }).catch((error: unknown) => error);

      expect(refusal).toMatchObject({ code: 'INTERNAL', status: 500, data: { code: 'INTERNAL' } });
      expect(JSON.stringify(refusal)).not.toMatch(/何据真|secret|\.ts:/);
    });
  });
}
