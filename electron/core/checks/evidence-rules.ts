import { textsIn } from '../cases/case-fields.ts';
import type { EvidenceItem, IssueKind } from '../cases/case-file.ts';
import { quote } from '../cases/found-text.ts';
import { parseProse } from '../cases/prose.ts';
import { evidenceGroupWords, issueWords, scanWord } from '../documents/words.ts';
import { citedEvidence, citesEvidence } from './cited-evidence.ts';
import type { CheckInput, FileState, Match, Rule } from './rule.ts';

const burdenOfProof = '民事诉讼法第六十七条';

export const evidenceRules: readonly Rule[] = [
  { id: 'evidence.file-missing', severity: 'error', find: fileMissing },
  { id: 'evidence.unusable', severity: 'warning', find: unusable },
  {
    id: 'evidence.never-cited',
    severity: 'warning',
    source: '最高人民法院关于民事诉讼证据的若干规定第十九条',
    find: neverCited,
  },
  { id: 'evidence.group-empty', severity: 'warning', source: burdenOfProof, find: groupEmpty },
  { id: 'evidence.file-twice', severity: 'hint', find: fileTwice },
  {
    id: 'evidence.copy-without-carrier',
    severity: 'hint',
    source: '最高人民法院关于民事诉讼证据的若干规定第十一条、第九十条',
    find: copyWithoutCarrier,
  },
  {
    id: 'evidence.scan-as-original',
    severity: 'warning',
    source: '最高人民法院关于民事诉讼证据的若干规定第十一条',
    find: scanAsOriginal,
  },
  { id: 'evidence.reference-unreadable', severity: 'warning', find: referenceUnreadable },
  { id: 'event.without-evidence', severity: 'warning', source: burdenOfProof, find: eventWithoutEvidence },
  { id: 'promise.without-evidence', severity: 'warning', source: burdenOfProof, find: promiseWithoutEvidence },
];

function fileMissing(input: CheckInput): Match[] {
  return filesWith(input, 'missing').map(({ path, title }) => ({
    path,
    message: `证据${named(title)}的这个文件不在案件文件夹里，附件里会是一张说明页。请把文件放回原处，或改正路径。`,
  }));
}

function unusable(input: CheckInput): Match[] {
  return filesWith(input, 'placeholder').map(({ path, title, reason }) => ({
    path,
    message: `证据${named(title)}的这个文件没有印进附件${reason === undefined ? '' : `（${reason}）`}，只有一张说明页。请另存为 PNG、JPEG 或未加密的 PDF 再放进来，原文件也请保留。`,
  }));
}

function filesWith({ case: { evidence }, files }: CheckInput, status: FileState['status']) {
  return evidence.flatMap((item, index) =>
    item.files.flatMap((file, place) => {
      const state = files.get(file.path);
      if (state?.status !== status) return [];
      return [{ path: `evidence[${index}].files[${place}]`, title: item.title, reason: state.reason }];
    }),
  );
}

function neverCited({ case: subject }: CheckInput): Match[] {
  const cited = citedEvidence(subject);
  return subject.evidence.flatMap(({ id, title }, index) =>
    cited.has(id)
      ? []
      : [
          {
            path: `evidence[${index}]`,
            message: `证据${named(title)}没有被任何事实或诉求引用，看的人不知道它证明什么。请在相应的事件、诉求或陈述中引用它；与本案无关的，请移出。`,
          },
        ],
  );
}

/** What a chain of evidence needs for each issue (product.md, evidence groups); talks are asked for on top, as a hint. */
const neededGroups: Readonly<Record<IssueKind, readonly EvidenceItem['group'][]>> = {
  'not-as-described': ['transaction', 'promise', 'problem'],
  'false-description': ['transaction', 'promise', 'problem'],
  'does-not-activate': ['transaction', 'problem'],
  'key-invalid-or-used': ['transaction', 'problem'],
  'not-credited-or-late': ['transaction', 'problem'],
  'no-after-sales': ['transaction', 'communication'],
  'unused-membership-or-balance': ['transaction', 'problem'],
  'automatic-renewal': ['transaction', 'problem'],
  'minor-top-up': ['transaction', 'identity'],
};
const groupExamples: Readonly<Record<EvidenceItem['group'], string>> = {
  transaction: '订单详情、付款记录',
  promise: '商品页、广告、客服承诺的截图',
  problem: '报错、余额、有效期等能看出问题的截图或录屏',
  communication: '与商家、平台的聊天记录或工单',
  identity: '身份、亲属关系或账号归属的证明',
  other: '其他材料',
};

function groupEmpty({ case: { issues, evidence } }: CheckInput): Match[] {
  const present = new Set(evidence.map(({ group }) => group));
  const lacking = [...new Set(issues.flatMap((issue) => neededGroups[issue]))].filter((group) => !present.has(group));
  const needed = lacking.map((group): Match => {
    const wanting = issues.filter((issue) => neededGroups[issue].includes(group)).map((issue) => issueWords[issue]);
    return {
      path: 'evidence',
      message: `没有“${evidenceGroupWords[group]}”一类的证据，${wanting.map((issue) => `“${issue}”`).join('')}的主张缺少支持。请补充，例如${groupExamples[group]}。`,
    };
  });
  if (present.has('communication') || lacking.includes('communication')) return needed;
  return [
    ...needed,
    {
      path: 'evidence',
      severity: 'hint',
      message: `没有“沟通记录”。如果已经和商家或平台联系过，请附上${groupExamples.communication}，可以说明何时提出、对方怎样答复。`,
    },
  ];
}

function fileTwice({ case: { evidence } }: CheckInput): Match[] {
  const first = new Map<string, string>();
  return evidence.flatMap(({ files, title }, index) =>
    files.flatMap(({ path }, place): Match[] => {
      const earlier = first.get(path);
      if (earlier === undefined) {
        first.set(path, title);
        return [];
      }
      return [
        {
          path: `evidence[${index}].files[${place}]`,
          message: `这个文件在证据${named(earlier)}里已经用过，附件中会印两次。只需印一次的，请保留一处，另一处改为引用。`,
        },
      ];
    }),
  );
}

function copyWithoutCarrier({ case: { evidence } }: CheckInput): Match[] {
  return evidence.flatMap(({ form, carrier, title }, index) =>
    form !== 'copy' || (carrier ?? '').trim() !== ''
      ? []
      : [
          {
            path: `evidence[${index}].carrier`,
            message: `证据${named(title)}是复制件，没有写明原件在哪里。无法与原件核对的复制件不能单独作为认定事实的根据，请写明原件或原始设备，并保管好。`,
          },
        ],
  );
}

function scanAsOriginal({ case: { evidence } }: CheckInput): Match[] {
  return evidence.flatMap(({ form, title }, index) => {
    const word = scanWord(title);
    if (form !== 'original' || word === undefined) return [];
    return [
      {
        path: `evidence[${index}].form`,
        message: `证据${named(title)}的名称写明是${word}，又登记为原件。交给法院的是${word}，属于复制件：请改为复制件，在载体中写明原件由谁保存、可供核对。`,
      },
    ];
  });
}

/** A reference that misses its notation, or stands in a field that takes none, would print as it is typed. */
function referenceUnreadable({ case: subject }: CheckInput): Match[] {
  const plainFields =
    /(?:^title|\.(?:title|name|specification|label|subject|promisedIn|promisedText|actualText|note|carrier|reference))$/;
  return textsIn(subject).flatMap(({ path, text }) => {
    const rest = plainFields.test(path)
      ? text
      : parseProse(text)
          .map((segment) => (segment.kind === 'text' ? segment.text : ''))
          .join('');
    const written = /[{｛]\s*证据[^{}｛｝]{0,64}[}｝]?/u.exec(rest)?.[0];
    if (written === undefined) return [];
    return [
      {
        path,
        message: plainFields.test(path)
          ? `这里写了证据引用${quote(written)}，但这个字段不能放引用，会原样印出。请移到陈述、事件或诉求的文字里。`
          : `${quote(written)}没有写成证据引用的格式，会原样印出。请写成 {证据:编号}，用英文花括号，编号前后不留空格。`,
      },
    ];
  });
}

function eventWithoutEvidence({ case: { events } }: CheckInput): Match[] {
  return events.flatMap(({ evidence, text }, index) =>
    citesEvidence(evidence, text)
      ? []
      : [
          {
            path: `events[${index}].evidence`,
            message: `第${index + 1}条事件没有引用证据。对方不承认时难以证明，请引用能看出这件事的证据。`,
          },
        ],
  );
}

function promiseWithoutEvidence({ case: { promises } }: CheckInput): Match[] {
  return promises.flatMap(({ evidence, promised, performed, subject }, index) =>
    citesEvidence(evidence, promised, performed)
      ? []
      : [
          {
            path: `promises[${index}].evidence`,
            message: `“${subject}”一行没有引用证据。请引用能看出承诺内容和实际情况的证据，例如商品页和报错截图。`,
          },
        ],
  );
}

/** A title in quotation marks; marks inside it become single ones (GB/T 15834). */
function named(title: string): string {
  return `“${title.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}
