import type { Case } from '../../contract/case/case-file.ts';
import { maskKeys } from './card-key-mask.ts';

/**
 * The case with card keys masked in what the timeline, the catalogue and the sheets of evidence print as it was typed;
 * the prose of papers is masked where it is set (paper-text.ts).
 */
export function withMaskedKeys(file: Case): Case {
  return {
    ...file,
    title: maskKeys(file.title),
    events: file.events.map((event) => ({ ...event, text: maskKeys(event.text) })),
    promises: file.promises.map(({ interval, ...promise }) => ({
      ...promise,
      ...(interval === undefined
        ? {}
        : {
            interval: {
              ...interval,
              promisedText: maskKeys(interval.promisedText),
              actualText: maskKeys(interval.actualText),
            },
          }),
    })),
    evidence: file.evidence.map(({ source, proves, carrier, ...item }) => ({
      ...item,
      title: maskKeys(item.title),
      ...(source === undefined ? {} : { source: maskKeys(source) }),
      ...(proves === undefined ? {} : { proves: maskKeys(proves) }),
      ...(carrier === undefined ? {} : { carrier: maskKeys(carrier) }),
    })),
  };
}
