import type { Finding } from '../../contract/finding.ts';
import type { PacketForm } from '../../contract/packet-form.ts';
import type { PacketResult } from '../../contract/packet-result.ts';
import type { WrittenVolume } from './write-volumes.ts';

/** A paper is never torn apart, and neither is a page: what is larger than a volume may be stays so, and is named. */
export function tooLarge(
  volumes: PacketResult['volumes'],
  written: readonly WrittenVolume[],
  { volumes: limits = {} }: PacketForm,
): Finding[] {
  const { pages: mostPages = Number.POSITIVE_INFINITY, megabytes = Number.POSITIVE_INFINITY } = limits;
  return volumes.flatMap(({ pages }, index): Finding[] => {
    const bytes = written[index]?.bytes ?? 0;
    const size = `${(bytes / 1_000_000).toFixed(1)} MB`;
    const found = pages > mostPages ? `${pages}页` : bytes > megabytes * 1_000_000 ? size : undefined;
    if (found === undefined) return [];
    const message = `第${index + 1}册有${found}，超过了您选的上限：里面有一份文书或者一页证据，不能再拆开。请放宽上限，或者少放一些文书。`;
    return [{ id: 'packet.volume-too-large', severity: 'warning', path: 'evidence', message }];
  });
}
