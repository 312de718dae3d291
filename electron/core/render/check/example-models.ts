import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Case } from '../../../contract/case/case-file.ts';
import { paperIds } from '../../../contract/case/case-kinds.ts';
import { type PacketForm, plainForm } from '../../../contract/packet-form.ts';
import { readCaseFolder } from '../../cases/read-case-folder.ts';
import type { Law } from '../../law/law.ts';
import { composePacket } from '../../packet/compose-packet.ts';
import { packetContent, unreadExhibits } from '../../packet/packet-content.ts';
import { partIds, wholePacket } from '../../packet/parts.ts';
import type { Places } from '../../packet/places.ts';

/** The models of each document, by its id, as several cases give them. */
export type ExampleModels = ReadonlyMap<string, readonly object[]>;

/** Every part on a page of its own: enough for references to have pages. */
const places: Places = {
  totalPages: 99,
  anchors: new Map(partIds.map((id, index) => [`part-${id}`, id === 'originals' ? 98 : index + 1])),
};

/** Bound so that every sheet that may stand between parts does. */
const fullForm: PacketForm = { ...plainForm, duplex: true, separators: true, isCopy: true, volumes: { pages: 4 } };

/** The complete example cases that come with the program. */
export async function readExampleCases(templatesFolder: string): Promise<Case[]> {
  const samples = join(templatesFolder, 'samples');
  const folders = (await readdir(samples, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const names = folders.map(({ name }) => name).sort();
  return Promise.all(names.map(async (name) => (await readCaseFolder(join(samples, name))).case));
}

/** The models that all papers of the cases are rendered from, listened to in place of the templates. */
export function exampleModels(cases: readonly Case[], law: Law): ExampleModels {
  const models = new Map<string, object[]>();
  const listener = {
    render(document: string, model: object) {
      models.set(document, [...(models.get(document) ?? []), model]);
      return '';
    },
    styles: '',
  };
  const house = {
    templates: listener,
    fonts: { css: () => '', missing: () => Promise.resolve([]) },
    law,
    assetUrl: (path: string) => path,
  };
  for (const file of cases.flatMap(variationsOf)) {
    const content = packetContent(file, { ...wholePacket, papers: paperIds }, unreadExhibits(file), house, fullForm);
    composePacket(content, places, { fixedReferences: false, withAppendix: true });
  }
  return models;
}

/**
 * The case as it is, as a bare draft, and as that of a group who sue by an agent in the layout of the official form:
 * together they show every block that a paper may have.
 */
function variationsOf(file: Case): Case[] {
  const draft: Case = {
    ...file,
    claimants: file.claimants.map(({ idType }) => ({ idType })),
    orders: [],
    keys: [],
    promises: [],
    events: [],
    filings: [],
    statements: {},
  };
  const [first] = file.claimants;
  if (first === undefined) return [file, draft];
  const agent = { name: '代理人', kind: 'relative', authority: 'special' } as const;
  const group: Case = {
    ...file,
    claimants: ['甲', '乙', '丙'].map((name, index) => ({ ...first, name, ...(index === 0 ? { agent } : {}) })),
    court: { ...file.court, layout: 'elements' },
    filings: [{ body: 'court', status: 'filed', filedOn: file.date, evidence: [] }, ...file.filings],
  };
  return [file, draft, group];
}
