import { Parser } from 'htmlparser2';
import { readText } from './read-text.ts';

type Attributes = Readonly<Record<string, string>>;

/** What is told of an XML file while it is read; names are without their prefixes. */
export interface XmlReading {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
  /** Asked now and then; reading ends when it says so. */
  isDone?(): boolean;
}

const blockLength = 256 * 1024;

/** Reads XML of a document, as far as it goes: damaged XML tells what stands before the damage. */
export function readXml(bytes: Uint8Array, reading: XmlReading): void {
  const { text } = readText(bytes);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reading.open?.(withoutPrefix(name), attributes),
      ontext: (content) => reading.text?.(content),
      onclosetag: (name) => reading.close?.(withoutPrefix(name)),
    },
    { xmlMode: true },
  );
  for (let from = 0; from < text.length && reading.isDone?.() !== true; from += blockLength) {
    parser.write(text.slice(from, from + blockLength));
  }
  parser.end();
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
