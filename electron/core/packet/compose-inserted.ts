import {
  blankSheet,
  type InsertedSheetModel,
  separatorSheet,
  versionWord,
  volumeSheet,
} from '../documents/bound/inserted-sheets.ts';
import { createFacts, type Facts } from '../documents/facts.ts';
import type { InsertedSheet } from './bind-packet.ts';
import type { Placed } from './compose-part.ts';
import type { PacketContent } from './packet-content.ts';
import { entriesOfSheet } from './volumes.ts';

/** Sheets between parts, as HTML. */
export function composeInserted(sheets: readonly InsertedSheet[], content: PacketContent, placed: Placed): string {
  return content.templates.render('inserted-sheets', { sheets: insertedModels(sheets, content, placed) });
}

export function insertedModels(
  sheets: readonly InsertedSheet[],
  content: PacketContent,
  placed: Placed,
): InsertedSheetModel[] {
  // What an exhibit lacks is noted where it is listed.
  const facts = createFacts(placed.exhibits);
  return sheets.map((sheet) => insertedModel(sheet, content, placed, facts));
}

function insertedModel(
  sheet: InsertedSheet,
  { case: file, form }: PacketContent,
  { exhibits, binding: { volumes } }: Placed,
  facts: Facts,
): InsertedSheetModel {
  switch (sheet.kind) {
    case 'blank':
      return blankSheet;
    case 'separator': {
      const exhibit = [...exhibits.values()].find(({ number }) => number === sheet.exhibit);
      const item = file.evidence.find(({ id }) => id === exhibit?.id);
      if (exhibit === undefined || item === undefined) throw new RangeError(`no exhibit ${sheet.exhibit}`);
      const prose = (said: string | undefined, field: string) =>
        said === undefined ? [] : facts.needProse(said, field, field);
      return separatorSheet(exhibit, { source: prose(item.source, 'source'), proves: prose(item.proves, 'proves') });
    }
    case 'volume':
      return volumeSheet(
        volumes,
        { number: sheet.volume, sheet: sheet.sheet, entriesOfSheet },
        { caseTitle: file.title, version: versionWord(form) },
      );
  }
}
