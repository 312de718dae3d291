import type { CommanderError, HelpConfiguration } from 'commander';

/** The help in the language of the people who read it. What may be chosen stands in each option's own description. */
export const chineseHelp: HelpConfiguration = {
  styleTitle: (title) => titles.get(title) ?? title,
  optionDescription: ({ description }) => description,
};

const titles: ReadonlyMap<string, string> = new Map([
  ['Usage:', '用法：'],
  ['Arguments:', '参数：'],
  ['Options:', '选项：'],
  ['Commands:', '命令：'],
]);

const phrases: readonly (readonly [RegExp, string])[] = [
  [/^missing required argument '(.*)'$/, '缺少 <$1>'],
  [/^option '(.*)' argument missing$/, '选项 $1 后面缺少内容'],
  [/^required option '(.*)' not specified$/, '必须写明选项 $1'],
  [/^unknown option '(.*)'$/, '没有 $1 这个选项'],
  [/^unknown command '(.*)'$/, '没有 $1 这个命令'],
  [/^too many arguments for '(.*)'\. Expected (\d+) arguments? but got (\d+): .*$/, '$1 后面只应有$2项，写了$3项'],
  [/^option '(.*?)' argument '.*' is invalid\. Allowed choices are (.*)\.$/, '选项 $1 可选：$2'],
  [/^option '(.*?)' argument '.*' is invalid\. (.*)$/, '选项 $1：$2'],
];

/** What the command line lacks, in Chinese; what commander says of a kind that is not known here stays as it is. */
export function usageDetail({ code, message }: CommanderError): string {
  if (code === 'commander.help') return '没有写明命令';
  const [said = '', suggestion = ''] = message.replace(/^error: /, '').split('\n');
  const phrase = phrases.find(([pattern]) => pattern.test(said));
  const detail = phrase === undefined ? said : said.replace(...phrase);
  const [, nearest] = /^\(Did you mean (?:one of )?(.*)\?\)$/.exec(suggestion) ?? [];
  return nearest === undefined ? detail : `${detail}，是不是 ${nearest}`;
}
