import { readFile } from 'node:fs/promises';
import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A finished packet as a reader sees it: text as it is copied, links as they are clicked. */
export interface ReadPdf {
  readonly title: string | undefined;
  readonly pages: readonly ReadPage[];
  readonly outline: readonly ReadOutlineEntry[];
  readonly labels: readonly string[] | null;
  /** The links of all pages in order; one that runs over lines or pages is one. */
  readonly links: readonly ReadLink[];
  render(page: number, dotsPerInch: number): Promise<RenderedPage>;
  close(): Promise<void>;
}

export interface ReadPage {
  readonly number: number;
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** The text above the page foot, line by line. */
  readonly text: string;
  /** The same without any white space, so that a sentence is found wherever its lines break. */
  readonly compact: string;
  /** The page foot, each run of white space as one blank. */
  readonly foot: string;
  /** Alternative texts of the page's figures. */
  readonly figures: readonly string[];
  /** The roles of the page's structure tree, outermost first. */
  readonly roles: readonly string[];
}

export interface ReadLink {
  readonly page: number;
  /** What stands under the link, without white space. */
  readonly text: string;
  readonly anchor: string;
  /** The page the link leads to; `undefined` when it leads nowhere. */
  readonly target: number | undefined;
}

export interface ReadOutlineEntry {
  readonly title: string;
  readonly page: number | undefined;
  readonly children: readonly ReadOutlineEntry[];
}

/** Pixels as RGBA, from the top left. */
export interface RenderedPage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** The page foot stands within the lowest 15 mm; text of the page itself ends above it. */
const footHeight = (15 / 25.4) * 72;

export async function readPdf(path: string): Promise<ReadPdf> {
  const document = await getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0 }).promise;
  const pages: ReadPage[] = [];
  const fragments: LinkFragment[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    pages.push(await readPage(page, number));
    fragments.push(...(await linkFragments(page, number)));
  }
  const { info } = await document.getMetadata();
  return {
    title: 'Title' in info && typeof info.Title === 'string' ? info.Title : undefined,
    pages,
    outline: await readOutline(document, await document.getOutline()),
    labels: await document.getPageLabels(),
    links: await Promise.all(
      joinFragments(fragments).map(async (link) => ({ ...link, target: await pageOfAnchor(document, link.anchor) })),
    ),
    render: async (number, dotsPerInch) => render(document, await document.getPage(number), dotsPerInch),
    close: () => document.loadingTask.destroy(),
  };
}

async function readPage(page: PDFPageProxy, number: number): Promise<ReadPage> {
  const { items } = await page.getTextContent();
  let text = '';
  let foot = '';
  for (const item of items) {
    if (!('str' in item)) continue;
    const isFoot = Number(item.transform[5]) < footHeight;
    if (isFoot) foot += item.str;
    else text += item.str;
    if (item.hasEOL && !isFoot) text += '\n';
  }
  const figures: string[] = [];
  const roles: string[] = [];
  const walk = (node: object): void => {
    if ('role' in node && typeof node.role === 'string') roles.push(node.role);
    if ('role' in node && node.role === 'Figure' && 'alt' in node && typeof node.alt === 'string')
      figures.push(node.alt);
    if ('children' in node && Array.isArray(node.children)) for (const child of node.children) walk(child);
  };
  walk((await page.getStructTree()) ?? {});
  const { width, height } = page.getViewport({ scale: 1 });
  return {
    number,
    width,
    height,
    text,
    compact: withoutSpace(text),
    foot: foot.replaceAll(/\s+/g, ' ').trim(),
    figures,
    roles,
  };
}

type LinkFragment = Omit<ReadLink, 'target'>;

async function linkFragments(page: PDFPageProxy, number: number): Promise<LinkFragment[]> {
  const annotations: readonly Readonly<Record<string, unknown>>[] = await page.getAnnotations();
  return annotations
    .filter(({ subtype }) => subtype === 'Link')
    .map(({ dest, overlaidText, url }) => ({
      page: number,
      text: withoutSpace(String(overlaidText ?? '')),
      anchor: typeof dest === 'string' ? dest : String(url ?? dest),
    }));
}

/** What a link of the packet says; a fragment that does not say it yet goes on in the next with the same anchor. */
const wholeReference = /^证据\d+（第\d+(?:—\d+)?页）$/u;

function joinFragments(fragments: readonly LinkFragment[]): LinkFragment[] {
  const links: LinkFragment[] = [];
  for (const fragment of fragments) {
    const last = links.at(-1);
    const goesOn =
      last?.anchor === fragment.anchor &&
      last.text.startsWith('证') &&
      !wholeReference.test(last.text) &&
      !fragment.text.startsWith('证');
    if (goesOn) links[links.length - 1] = { ...last, text: last.text + fragment.text };
    else links.push(fragment);
  }
  return links;
}

async function pageOfAnchor(document: PDFDocumentProxy, anchor: string): Promise<number | undefined> {
  return pageOfDestination(document, await document.getDestination(anchor));
}

async function pageOfDestination(document: PDFDocumentProxy, destination: unknown): Promise<number | undefined> {
  if (typeof destination === 'string') return pageOfAnchor(document, destination);
  if (!Array.isArray(destination) || destination[0] === null) return undefined;
  return (await document.getPageIndex(destination[0])) + 1;
}

interface OutlineNode {
  readonly title: string;
  readonly dest: unknown;
  readonly items: readonly OutlineNode[];
}

async function readOutline(
  document: PDFDocumentProxy,
  nodes: readonly OutlineNode[] | null,
): Promise<ReadOutlineEntry[]> {
  return Promise.all(
    (nodes ?? []).map(async ({ title, dest, items }) => ({
      title,
      page: await pageOfDestination(document, dest),
      children: await readOutline(document, items),
    })),
  );
}

/** What pdf.js lends for drawing: in Node a canvas of @napi-rs/canvas, which it installs for itself. */
interface CanvasFactory {
  create(
    width: number,
    height: number,
  ): {
    canvas: unknown;
    context: {
      getImageData(left: number, top: number, width: number, height: number): { readonly data: Uint8ClampedArray };
    };
  };
  destroy(canvas: object): void;
}

async function render(document: PDFDocumentProxy, page: PDFPageProxy, dotsPerInch: number): Promise<RenderedPage> {
  const viewport = page.getViewport({ scale: dotsPerInch / 72 });
  const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)];
  const factory = document.canvasFactory as CanvasFactory;
  const target = factory.create(width, height);
  const canvas = target.canvas as Parameters<PDFPageProxy['render']>[0]['canvas'];
  await page.render({ canvas, viewport }).promise;
  const { data } = target.context.getImageData(0, 0, width, height);
  factory.destroy(target);
  return { width, height, data };
}

export function withoutSpace(text: string): string {
  return text.replaceAll(/\s/gu, '');
}
