import { readFile } from 'node:fs/promises';
import { AppError } from '../../contract/errors.ts';
import { checkLaw } from './check/check-law.ts';
import { type Law, readLaw } from './law.ts';

/** The texts of templates/law, by path below it: `provisions/civil-code.json`. */
export type LawTexts = ReadonlyMap<string, string>;

const folder = 'law/';

/** Reads the files of `law/` among all files of the templates, given by path below templates/. */
export async function readLawTexts(files: ReadonlyMap<string, string>): Promise<LawTexts> {
  const paths = [...files].filter(([path]) => path.startsWith(folder) && path.endsWith('.json')).sort();
  const texts = paths.map(
    async ([path, file]): Promise<[string, string]> => [path.slice(folder.length), await readFile(file, 'utf8')],
  );
  return new Map(await Promise.all(texts));
}

/** The tables of the law. Throws TEMPLATE_INVALID with every mistake, its file and line, when one does not fit. */
export function parseLaw(texts: LawTexts): Law {
  try {
    return readLaw(new Map([...texts].map(([path, text]) => [path, JSON.parse(text)])));
  } catch (cause) {
    const problems = checkLaw(texts).map(({ file, line, path, expected, found }) => ({
      path: `${folder}${file} 第${line}行 ${path}`,
      expected,
      found,
    }));
    throw new AppError('TEMPLATE_INVALID', { problems }, { cause });
  }
}
